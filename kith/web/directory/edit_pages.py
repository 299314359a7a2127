"""Editing a listing: every field, then what changes, then save."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kith.core.errors import BadInput
from kith.directory.actions.edit_listing import edit_listing
from kith.directory.errors import ListingChangedMeanwhile
from kith.directory.keeping.fields import field_named
from kith.directory.queries.kept_listing import KeptListing, kept_listing
from kith.directory.queries.listing_diff import FieldDiff, listing_diff
from kith.directory.terms import ListingKind
from kith.web.directory.listing_forms import SEEN, ListingForm
from kith.web.directory.listing_words import LABELS, said
from kith.web.forms import run_once, sent
from kith.web.pages import say_in_form, show, signed_in
from kith.web.request import KithRequest

SHOW_OR_SEND = ["GET", "HEAD", "POST"]
ADDRESS = {ListingKind.SERVICE: "service_page", ListingKind.ORGANIZATION: "organization_page"}
HISTORY = {ListingKind.SERVICE: "service_history", ListingKind.ORGANIZATION: "organization_history"}


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One field, before and after, as people read it."""

    label: str
    before: str
    after: str


@require_http_methods(SHOW_OR_SEND)
@signed_in
def edit_service(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """What a service says."""
    return _edit(request, ListingKind.SERVICE, service_id)


@require_http_methods(SHOW_OR_SEND)
@signed_in
def edit_organization(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """What an organisation says."""
    return _edit(request, ListingKind.ORGANIZATION, organization_id)


def diff_row(kind: ListingKind, name: str, before: str, after: str) -> DiffRow:
    """A change of one field, in words."""
    field = field_named(kind, name)
    label = str(LABELS.get(name, name))
    return (
        DiffRow(label, said(field.shape, before), said(field.shape, after))
        if field
        else DiffRow(label, "", "")
    )


def listing_context(page: KeptListing) -> dict[str, object]:
    """What every page about one kept listing shows."""
    return {
        "page": page,
        "address": reverse(ADDRESS[page.kind], args=[page.id]),
        "edit_address": reverse(f"edit_{page.kind}", args=[page.id]),
        "history_address": reverse(HISTORY[page.kind], args=[page.id]),
    }


def _edit(request: KithRequest, kind: ListingKind, listing_id: UUID) -> HttpResponse:
    page = kept_listing(request.viewer, kind=kind, listing_id=listing_id)
    is_own = page.organization_id == request.viewer.organization_id
    form = ListingForm(sent(request), page=page, can_be_told=not is_own)
    if request.method != "POST" or request.POST.get("step") == "again":
        return _form(request, page, form, 200)
    if not form.is_valid():
        return _form(request, page, form, 422)
    try:
        return _take(request, page, form)
    except BadInput as error:
        say_in_form(form, error)
        return _form(request, page, form, error.status)
    except ListingChangedMeanwhile as stale:
        return _form(request, page, _seen_anew(request, page, stale), stale.status)


def _form(request: KithRequest, page: KeptListing, form: ListingForm, status: int) -> HttpResponse:
    return show(
        request, "directory/edit_listing.html", {**listing_context(page), "form": form}, status=status
    )


def _take(request: KithRequest, page: KeptListing, form: ListingForm) -> HttpResponse:
    """Save, or show first what would change. Raises BadInput or ListingChangedMeanwhile."""
    if request.POST.get("step") == "save":
        run_once(request, form, lambda: _save(request, page, form))
        messages.success(request, _("Saved. People read the new words at once."))
        return HttpResponseRedirect(reverse(HISTORY[page.kind], args=[page.id]))
    diff = listing_diff(request.viewer, kind=page.kind, listing_id=page.id, typed=form.typed, seen=form.seen)
    if not diff:
        raise BadInput(_("Nothing is different yet. Change a word first."))
    context = {**listing_context(page), "form": form, "rows": _rows(page.kind, diff)}
    return show(request, "directory/what_changes.html", context)


def _save(request: KithRequest, page: KeptListing, form: ListingForm) -> UUID:
    return edit_listing(
        request.viewer,
        kind=page.kind,
        listing_id=page.id,
        typed=form.typed,
        seen=form.seen,
        how=form.how,
        is_confidential=bool(form.cleaned_data["only_ours"]),
    )


def _rows(kind: ListingKind, diff: list[FieldDiff]) -> list[DiffRow]:
    return [diff_row(kind, one.field_name, one.before, one.after) for one in diff]


def _seen_anew(request: KithRequest, page: KeptListing, stale: ListingChangedMeanwhile) -> ListingForm:
    """The same words, beside what the listing says now: who saves again has seen it."""
    fresh = request.POST.copy()
    now = {one.field.name: one for one in page.fields}
    for name in stale.fields:
        fresh[SEEN + name] = now[name].mark
    again = ListingForm(fresh, page=page, can_be_told=page.organization_id != request.viewer.organization_id)
    again.add_error(None, str(stale.sentence))
    for name in stale.fields:
        words = said(now[name].field.shape, now[name].text)
        again.add_error(name, _("It says now: %(words)s") % {"words": words or "–"})
    return again
