"""Partnerships: the list, one of them, and beginning one from an issue."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kith.core.errors import Denied
from kith.partnerships.actions import begin_partnership as beginning
from kith.partnerships.actions import change_partnership as changing
from kith.partnerships.actions.seat_organization import seat_organization
from kith.partnerships.queries import partnership_page as one
from kith.partnerships.queries import partnerships_list as several
from kith.partnerships.queries.may_welcome import may_welcome
from kith.partnerships.queries.partnership_page import PartnershipPage
from kith.partnerships.queries.possible_parties import possible_parties
from kith.web.forms import sent
from kith.web.pages import form_page, setting_page, show, staff_only
from kith.web.partnerships.roles import MAKERS, READERS, SHOW_OR_SEND
from kith.web.partnerships.table_context import context_of
from kith.web.partnerships.table_forms import AboutForm, BeginForm
from kith.web.request import KithRequest


@require_safe
@staff_only(*READERS)
def partnerships_list(request: KithRequest) -> HttpResponseBase:
    """The tables at which my organisation sits."""
    lines = several.partnerships_list(request.viewer)
    context = {"lines": lines, "may_begin": request.viewer.has(*MAKERS)}
    return show(request, "partnerships/partnerships_list.html", context)


@require_safe
@staff_only(*READERS)
def partnership_page(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """One table: its people first, then what each does and what matters to each."""
    page = one.partnership_page(request.viewer, partnership_id=partnership_id)
    return show(request, "partnerships/partnership_page.html", context_of(request, page))


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def begin_partnership(request: KithRequest) -> HttpResponseBase:
    """From an issue to a table with its first seats, on one page."""
    possible = possible_parties(request.viewer)
    form = BeginForm(sent(request), possible=possible)

    def work() -> UUID:
        partnership_id = beginning.begin_partnership(
            request.viewer,
            issue=form.cleaned_data["issue"],
            name=form.cleaned_data["name"],
            purpose=form.cleaned_data["purpose"],
            levels=form.levels_said(),
        )
        for organization_id, role in form.seats():
            seat_organization(
                request.viewer, partnership_id=partnership_id, organization_id=organization_id, roles=[role]
            )
        return partnership_id

    def then(outcome: UUID) -> str:
        messages.success(request, _("The table is set. Say next what matters most to us."))
        return address_of_partnership(outcome)

    template = "partnerships/begin_partnership.html"
    context = {"is_alone": not possible[1:], "may_welcome": may_welcome(request.viewer)}
    return form_page(request, template, form=form, context=context, work=work, then=then)


@require_http_methods(SHOW_OR_SEND)
@staff_only(*MAKERS)
def change_partnership(request: KithRequest, partnership_id: UUID) -> HttpResponseBase:
    """Say anew what the table is about."""
    page = table_to_change(request, partnership_id)
    initial = {"issue": page.issue, "name": page.name, "purpose": page.purpose, "levels": list(page.levels)}
    form = AboutForm(sent(request), initial=initial)

    def work() -> UUID:
        changing.change_partnership(
            request.viewer,
            partnership_id=partnership_id,
            issue=form.cleaned_data["issue"],
            name=form.cleaned_data["name"],
            purpose=form.cleaned_data["purpose"],
            levels=form.levels_said(),
        )
        return partnership_id

    template = "partnerships/change_partnership.html"
    context = {"page": page}
    return setting_page(request, template, form=form, context=context, work=work, then=address_of_partnership)


def table_to_change(request: KithRequest, partnership_id: UUID) -> PartnershipPage:
    """The table, for those who look after it. Raises NotFound or Denied."""
    page = one.partnership_page(request.viewer, partnership_id=partnership_id)
    if not page.may_change:
        raise Denied
    return page


def address_of_partnership(partnership_id: UUID) -> str:
    """The page of this table."""
    return reverse("partnership_page", kwargs={"partnership_id": partnership_id})
