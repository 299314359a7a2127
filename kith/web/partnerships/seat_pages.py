"""Seats at a table: give one, say what matters most to us, leave."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core.errors import Denied, NotFound
from kith.partnerships.actions import leave_seat as leaving
from kith.partnerships.actions import seat_organization as seating
from kith.partnerships.actions import state_priorities as stating
from kith.partnerships.actions import take_seat_away as taking
from kith.partnerships.queries.may_welcome import may_welcome
from kith.partnerships.queries.partnership_page import PartnershipPage, partnership_page
from kith.partnerships.queries.possible_parties import possible_parties
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, leads_on, setting_page, staff_only
from kith.web.partnerships.partnership_pages import address_of_partnership, table_to_change
from kith.web.partnerships.roles import KEEPERS, MAKERS, SHOW_OR_SEND, WELCOMERS
from kith.web.partnerships.table_forms import PrioritiesForm, ReasonForm, SeatForm
from kith.web.request import KithRequest


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def seat_organization(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Give a partner a seat, or say anew what it does there."""
    page = table_to_change(request, partnership_id)
    form = SeatForm(sent(request), possible=_possible(request, page), initial=_initial(request, page))

    def work() -> UUID:
        seating.seat_organization(
            request.viewer,
            partnership_id=partnership_id,
            organization_id=form.organization_id(),
            roles=form.roles_said(),
        )
        return partnership_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The seat is kept."))
        return address_of_partnership(outcome)

    template = "partnerships/seat_organization.html"
    context = {"page": page, "may_welcome": may_welcome(request.viewer)}
    return setting_page(request, template, form=form, context=context, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*KEEPERS)
def state_priorities(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Say what matters most to my organisation."""
    page = partnership_page(request.viewer, partnership_id=partnership_id)
    ours = next((line.priorities for line in page.seats if line.is_ours), "")
    form = PrioritiesForm(sent(request), initial={"priorities": ours})

    def work() -> UUID:
        stating.state_priorities(
            request.viewer, partnership_id=partnership_id, priorities=form.cleaned_data["priorities"]
        )
        return partnership_id

    template = "partnerships/state_priorities.html"
    context = {"page": page}
    return setting_page(request, template, form=form, context=context, work=work, then=address_of_partnership)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*WELCOMERS)
@leads_on(lambda _id: reverse("partnerships_list"))
def leave_seat(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Ask once more, then give up our seat."""
    page = partnership_page(request.viewer, partnership_id=partnership_id)
    if not page.may_leave:
        raise Denied

    def work() -> UUID:
        leaving.leave_seat(request.viewer, partnership_id=partnership_id)
        return partnership_id

    def then(_outcome: UUID) -> str:
        messages.success(request, _("We no longer sit at this table. Agreements stay as they are."))
        return reverse("partnerships_list")

    template = "partnerships/leave_seat.html"
    form = KithForm(sent(request))
    return form_page(request, template, form=form, context={"page": page}, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
@leads_on(address_of_partnership)
def take_seat_away(request: KithRequest, partnership_id: UUID, organization_id: UUID) -> HttpResponseBase:
    """Say why, then end a partner's seat; it is told."""
    page = table_to_change(request, partnership_id)
    line = next((one for one in page.seats if one.organization_id == organization_id), None)
    if line is None:
        raise NotFound
    if line.is_ours:
        raise Denied
    form = ReasonForm(sent(request))

    def work() -> UUID:
        taking.take_seat_away(
            request.viewer,
            partnership_id=partnership_id,
            organization_id=organization_id,
            reason=form.cleaned_data["reason"],
        )
        return partnership_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The seat is taken away. They are told why."))
        return address_of_partnership(outcome)

    template, context = "partnerships/take_seat_away.html", {"page": page, "line": line}
    return form_page(request, template, form=form, context=context, work=work, then=then)


def _possible(request: KithRequest, page: PartnershipPage) -> list[tuple[UUID, str]]:
    """Our partners, and those who sit here already."""
    found = {line.organization_id: line.name for line in page.seats}
    found |= {party.organization_id: party.name for party in possible_parties(request.viewer)}
    return sorted(found.items(), key=lambda one: (one[1], str(one[0])))


def _initial(request: KithRequest, page: PartnershipPage) -> dict[str, object]:
    """Whom the link names, and what it does here now."""
    wanted = request.GET.get("organization", "")
    roles = next((line.roles for line in page.seats if str(line.organization_id) == wanted), ())
    return {"organization": wanted, "roles": [role.value for role in roles]}
