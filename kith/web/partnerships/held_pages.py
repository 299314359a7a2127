"""What came of a meeting, and saying that something is done."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.partnerships.actions import close_action_item as closing
from kith.partnerships.actions import hold_meeting as holding
from kith.partnerships.queries.partnership_page import partnership_page
from kith.partnerships.queries.shared_goals import shared_goals
from kith.partnerships.table_errors import NotYetHeld
from kith.partnerships.table_terms import GoalState
from kith.web.forms import sent
from kith.web.pages import act, form_page, staff_only
from kith.web.partnerships.meeting_forms import HeldForm
from kith.web.partnerships.meeting_pages import address_of_meeting, context_of, meeting_to_change
from kith.web.partnerships.partnership_pages import address_of_partnership
from kith.web.partnerships.roles import KEEPERS, MAKERS, SHOW_OR_SEND
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def hold_meeting(request: KithRequest, meeting_id: UUID) -> HttpResponseBase:
    """Note who came, what was decided, and who does what by when."""
    page = meeting_to_change(request, meeting_id)
    if request.method != "POST" and not page.may_note:
        raise NotYetHeld
    table = partnership_page(request.viewer, partnership_id=page.partnership_id)
    goals = shared_goals(request.viewer, partnership_id=page.partnership_id)
    form = HeldForm(
        sent(request),
        seated=[(line.organization_id, line.name) for line in table.seats],
        goals=[(goal.id, goal.words) for goal in goals if goal.state is GoalState.OPEN],
    )

    def work() -> UUID:
        holding.hold_meeting(request.viewer, meeting_id=meeting_id, outcome=form.outcome())
        return meeting_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("What came of it is kept. All who sit here can read it."))
        return address_of_meeting(outcome)

    template = "partnerships/hold_meeting.html"
    return form_page(request, template, form=form, context=context_of(page), work=work, then=then)


@require_POST
@staff_only(*KEEPERS)
def close_action_item(request: KithRequest, item_id: UUID) -> HttpResponseBase:
    """Say that what we took on is done."""

    def work() -> UUID:
        return closing.close_action_item(request.viewer, item_id=item_id)

    return act(request, work=work, then=address_of_partnership)
