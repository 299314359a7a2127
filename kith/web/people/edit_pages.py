"""Change what we know about one person; a person at their own page may change the same."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kith.accounts.queries.colleagues import colleagues
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role
from kith.disclosure.queries.asks_with_name import asks_with_name
from kith.people.actions import change_person as changing
from kith.people.actions import hand_over_person as handing_over
from kith.people.actions import set_how_to_reach as reaching
from kith.people.actions import set_name as naming
from kith.people.queries.person_page import PersonPage
from kith.people.queries.person_page import person_page as person_page_of
from kith.web.forms import KithForm, sent
from kith.web.pages import setting_page, signed_in, staff_only
from kith.web.people.forms import (
    LANGUAGE_FIELDS,
    HandOverForm,
    HowToReachForm,
    NameForm,
    PersonForm,
    entries_of,
    entries_of_rule,
)
from kith.web.request import KithRequest

HIDDEN_IN_ASK = _(
    "A question that is out holds this name, or a number or address. It is hidden there from now on. "
    "What they have read we cannot call back."
)
SHOW_OR_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(SHOW_OR_SEND)
@signed_in
def change_person(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """What to call them, languages, area, times, access."""
    person = person_page_of(request.viewer, person_id=person_id)
    form = PersonForm(sent(request), initial=entries_of(person))
    form.offer_languages(person.languages)
    kept = list(person.languages[len(LANGUAGE_FIELDS) :])

    def work() -> None:
        clean = form.cleaned_data
        changing.change_person(
            request.viewer,
            person_id=person_id,
            alias=clean["alias"],
            languages=[*form.chosen_languages(), *kept],
            rough_area=clean["rough_area"],
            times=clean["times"],
            access_needs=clean["access_needs"],
            interpreter_needed=clean["interpreter_needed"],
        )

    return _edit(
        request, "people/change_person.html", person, form, work=work, context={"more_languages": kept}
    )


@require_http_methods(SHOW_OR_SEND)
@signed_in
def set_name(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """The name that goes to a partner after their yes, and never before."""
    person = person_page_of(request.viewer, person_id=person_id)
    form = NameForm(sent(request), initial={"name": person.name})

    def work() -> None:
        naming.set_name(request.viewer, person_id=person_id, name=form.cleaned_data["name"])

    return _edit(request, "people/set_name.html", person, form, work=work, context={})


@require_http_methods(SHOW_OR_SEND)
@signed_in
def set_how_to_reach(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """How and when may we reach you: ways, days, hours, what to say."""
    person = person_page_of(request.viewer, person_id=person_id)
    rule = person.safe_contact
    timezone = rule.timezone if rule is not None else site_profile(request.viewer).timezone
    form = HowToReachForm(sent(request), initial=entries_of_rule(rule))

    def work() -> None:
        reaching.set_how_to_reach(request.viewer, person_id=person_id, rule=form.rule(timezone))

    context = {"timezone": timezone.replace("_", " "), "hours_differ": _differ(person)}
    return _edit(request, "people/set_how_to_reach.html", person, form, work=work, context=context)


@require_http_methods(SHOW_OR_SEND)
@staff_only(Role.NAVIGATOR, Role.CLINICIAN)
def hand_over_person(request: KithRequest, person_id: UUID) -> HttpResponseBase:
    """Give a person to a colleague who looks after people here; not offered, but taken: who has them now."""
    person = person_page_of(request.viewer, person_id=person_id)
    form = HandOverForm(sent(request))
    takers = [
        (str(one.user_id), one.name)
        for one in colleagues(request.viewer)
        if one.roles & handing_over.LOOK_AFTER_PEOPLE
        and (request.method == "POST" or one.user_id != person.owner_user_id)
    ]
    form.offer(takers)

    def work() -> None:
        handing_over.hand_over_person(
            request.viewer, person_id=person_id, to_user_id=UUID(form.cleaned_data["to_user"])
        )

    return _edit(
        request, "people/hand_over_person.html", person, form, work=work, context={"has_takers": bool(takers)}
    )


def _edit(
    request: KithRequest,
    template: str,
    person: PersonPage,
    form: KithForm,
    *,
    work: Callable[[], None],
    context: Mapping[str, object],
) -> HttpResponseBase:
    is_own = request.viewer.person_id is not None
    back = reverse("my_page") if is_own else reverse("person_page", args=[person.id])

    def change() -> UUID:
        work()
        if asks_with_name(request.viewer, person_id=person.id):
            messages.warning(request, HIDDEN_IN_ASK)
        return person.id

    return setting_page(
        request,
        template,
        form=form,
        context={**context, "person": person, "is_own": is_own, "back": back},
        work=change,
        then=lambda _person_id: back,
    )


def _differ(person: PersonPage) -> bool:
    return person.safe_contact is not None and len(set(person.safe_contact.days.values())) > 1
