"""Is what people read of us still right? One press, by the link in a mail."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.queries.service_page import ServicePage, service_page
from kith.directory.queries.services_to_confirm import services_to_confirm
from kith.directory.terms import ConfirmedHow
from kith.partnerships.queries.visit_to_confirm import ListingVisit, visit_to_confirm
from kith.post.actions.use_link import use_link
from kith.post.errors import LinkUsed
from kith.post.queries.record_of_link import record_of_link
from kith.post.terms import LinkPurpose
from kith.web.directory.cards import checked_words, day_rows
from kith.web.directory.tongues import Tongue, tongues
from kith.web.pages import press_once, show
from kith.web.request import KithRequest


@dataclass(frozen=True, slots=True)
class AskedService:
    """One service as people read it; `days` are those on which it is open, `stamp` says which state of it."""

    page: ServicePage
    languages: tuple[Tongue, ...]
    days: tuple[object, ...]
    checked: str
    stamp: str


@never_cache
def confirm_by_link(request: KithRequest, token: str) -> HttpResponseBase:
    """What people read, and one button. Looking has no effect; the button works once, for what was seen."""
    try:
        visit = visit_to_confirm(request.viewer, token=token)
    except LinkUsed:
        if request.method != "POST":
            raise
        link = record_of_link(request.viewer, token=token, purpose=LinkPurpose.CONFIRM_LISTING)
        return _onward(link.organization_id, any_right=bool(_said_right(request)))
    due = services_to_confirm(visit.viewer, organization_ids=[visit.organization_id])
    ids = due.get(visit.organization_id, [])
    asked = [_asked(service_page(visit.viewer, service_id=one)) for one in ids]
    said_right = _said_right(request)
    is_changed = not said_right <= {one.stamp for one in asked}
    if is_changed:
        messages.warning(request, _("Something here changed after you opened this page. Please look again."))
    if is_changed or request.method != "POST":
        return show(request, "answer/confirm_by_link.html", {"visit": visit, "asked": asked})
    right = [one.page.line.id for one in asked if one.stamp in said_right]
    press_once(request, visit.viewer, work=lambda: _confirm(visit, right))
    if right:
        messages.success(request, _("Thank you. People now see that you checked this today."))
    else:
        messages.warning(request, _("Thank you. Nothing was confirmed. Please tell us here what is wrong."))
    return _onward(visit.organization_id, any_right=bool(right))


def _said_right(request: KithRequest) -> set[str]:
    """The stamps of those services that were shown and are right."""
    wrong = set(request.POST.getlist("wrong"))
    return {stamp for stamp in request.POST.getlist("shown") if stamp.partition(" ")[0] not in wrong}


@transaction.atomic
def _confirm(visit: ListingVisit, service_ids: list[UUID]) -> UUID:
    use_link(visit.viewer, link_id=visit.link_id)
    for one in service_ids:
        confirm_listing(visit.viewer, service_id=one, how=ConfirmedHow.BY_MAIL)
    return visit.organization_id


def _onward(organization_id: UUID, *, any_right: bool) -> HttpResponseBase:
    """On to the page that everybody sees, or to where one says what is wrong with it."""
    if not any_right:
        return HttpResponseRedirect(reverse("report_a_mistake"))
    return HttpResponseRedirect(reverse("organization_page", args=[organization_id]))


def _asked(page: ServicePage) -> AskedService:
    week = page.line.week
    return AskedService(
        page=page,
        languages=tongues(page.line.languages),
        days=tuple(row for row, day in zip(day_rows(week), week.days, strict=True) if day.hours),
        checked=checked_words(page.confirmation.confirmed_on),
        stamp=f"{page.line.id} {page.confirmation.changed_at.isoformat()}",
    )
