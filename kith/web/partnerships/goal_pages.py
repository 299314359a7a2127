"""Shared goals, and trainings and reviews that were held together."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core import clock
from kith.core.errors import Denied, StatusConflict
from kith.partnerships.actions import change_goal_state as moving
from kith.partnerships.actions import note_joint_event as noting
from kith.partnerships.actions import set_goal as setting
from kith.partnerships.goal_words import STATE_WORDS
from kith.partnerships.queries.goal_page import goal_page
from kith.partnerships.queries.partnership_page import partnership_page
from kith.web.forms import sent
from kith.web.pages import form_page, staff_only
from kith.web.partnerships.goal_forms import GoalForm, GoalStateForm
from kith.web.partnerships.meeting_forms import JointForm
from kith.web.partnerships.partnership_pages import address_of_partnership, table_to_change
from kith.web.partnerships.roles import KEEPERS, MAKERS, SHOW_OR_SEND
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def set_goal(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Say what we want to reach together, and how we will know."""
    page = table_to_change(request, partnership_id)
    form = GoalForm(sent(request))

    def work() -> UUID:
        setting.set_goal(
            request.viewer,
            partnership_id=partnership_id,
            words=form.cleaned_data["words"],
            how_known=form.cleaned_data["how_known"],
            level=form.level_said(),
            due_on=form.cleaned_data["due_on"],
        )
        return partnership_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The goal is kept."))
        return address_of_partnership(outcome)

    template = "partnerships/set_goal.html"
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_goal_state(request: KithRequest, goal_id: UUID) -> HttpResponseBase:
    """Say where a goal stands now."""
    page = goal_page(request.viewer, goal_id=goal_id)
    form = GoalStateForm(sent(request), possible=list(STATE_WORDS))
    if request.method != "POST":
        if not page.next_states:
            raise StatusConflict
        form = GoalStateForm(None, possible=page.next_states)

    def work() -> UUID:
        moving.change_goal_state(request.viewer, goal_id=goal_id, state=form.state_said())
        return page.partnership_id

    template = "partnerships/change_goal_state.html"
    context = {"page": page, "state": STATE_WORDS[page.state]}
    return form_page(request, template, form=form, context=context, work=work, then=address_of_partnership)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def note_joint_event(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Note a training or a review that we held together."""
    page = partnership_page(request.viewer, partnership_id=partnership_id)
    if not page.may_take_part:
        raise Denied
    seated = [(line.organization_id, line.name) for line in page.seats]
    initial: dict[str, object] = {
        "held_on": clock.today(page.timezone),
        "kind": request.GET.get("kind", ""),
        "title": request.GET.get("about", ""),
    }
    form = JointForm(sent(request), seated=seated, initial=initial)

    def work() -> UUID:
        noting.note_joint_event(
            request.viewer,
            partnership_id=partnership_id,
            kind=form.kind_said(),
            held_on=form.cleaned_data["held_on"],
            title=form.cleaned_data["title"],
            learned=form.cleaned_data["learned"],
            came=form.who_came(),
        )
        return partnership_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("It is noted."))
        return address_of_partnership(outcome)

    template = "partnerships/note_joint_event.html"
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)
