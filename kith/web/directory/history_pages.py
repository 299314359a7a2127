"""What a listing said before, where its words come from, and putting a field back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kith.core.errors import BadInput
from kith.directory.actions.restore_field import restore_field
from kith.directory.actions.restore_to_source import restore_to_source
from kith.directory.actions.take_out_field_change import take_out_field_change
from kith.directory.queries.kept_listing import HistoryLine, KeptListing, kept_listing
from kith.directory.terms import ChangedHow, ListingKind, TakenOutWhy
from kith.web.directory.edit_pages import SHOW_OR_SEND, DiffRow, diff_row, listing_context
from kith.web.directory.listing_words import ROLE_WORDS
from kith.web.pages import act, show, signed_in
from kith.web.request import KithRequest

WHY_WORDS: dict[TakenOutWhy, Promise] = {
    TakenOutWhy.HIDDEN_PLACE: gettext_lazy("It gives a safe place away"),
    TakenOutWhy.NAMES_SOMEBODY: gettext_lazy("It names somebody"),
    TakenOutWhy.SHOULD_NOT_STAND: gettext_lazy("It should not stand there"),
}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change in words."""

    id: UUID
    row: DiffRow
    who: str
    at: datetime
    is_confidential: bool
    is_taken_out: bool


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A field that was typed here, and what its source says: `row.after` is the source's."""

    name: str
    row: DiffRow
    typed_on: date


@require_http_methods(SHOW_OR_SEND)
@signed_in
def service_history(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """Of a service."""
    return _history(request, ListingKind.SERVICE, service_id)


@require_http_methods(SHOW_OR_SEND)
@signed_in
def organization_history(request: KithRequest, organization_id: UUID) -> HttpResponseBase:
    """Of an organisation."""
    return _history(request, ListingKind.ORGANIZATION, organization_id)


def _history(request: KithRequest, kind: ListingKind, listing_id: UUID) -> HttpResponseBase:
    page = kept_listing(request.viewer, kind=kind, listing_id=listing_id)
    context = listing_context(page)
    if request.method == "POST":
        done = act(
            request, work=lambda: _work(request, page), then=lambda _id: str(context["history_address"])
        )
        messages.success(request, _("Done."))
        return done
    rows = [_row(page, line) for line in page.history]
    return show(
        request,
        "directory/listing_history.html",
        {**context, "rows": rows, "typed": _typed(page), "whys": list(WHY_WORDS.items())},
    )


def _work(request: KithRequest, page: KeptListing) -> UUID:
    """The one action that the button stands for. Raises BadInput for none."""
    said = request.POST
    if "source" in said:
        return restore_to_source(
            request.viewer, kind=page.kind, listing_id=page.id, field_name=said["source"]
        )
    for name in ("restore", "take_out"):
        change_id = next((line.id for line in page.history if str(line.id) == said.get(name)), None)
        if change_id is None:
            continue
        if name == "restore":
            return restore_field(request.viewer, change_id=change_id)
        if said.get("why") in set(TakenOutWhy):
            return take_out_field_change(request.viewer, change_id=change_id, why=TakenOutWhy(said["why"]))
    raise BadInput(_("Choose one of the answers."))


def _row(page: KeptListing, line: HistoryLine) -> HistoryRow:
    return HistoryRow(
        id=line.id,
        row=diff_row(page.kind, line.field_name, line.before, line.after),
        who=_who(line),
        at=line.changed_at,
        is_confidential=line.is_confidential,
        is_taken_out=line.is_taken_out,
    )


def _who(line: HistoryLine) -> str:
    if line.how is ChangedHow.IMPORT:
        return _("It came so from the list “%(source)s”") % {"source": line.source_name}
    role = {"role": ROLE_WORDS.get(line.by_role, "Kith")}
    if line.how is ChangedHow.TOLD_BY_PHONE:
        return _("Told by phone, written by %(role)s of this site") % role
    if line.how is ChangedHow.RESTORED:
        return _("Put back by %(role)s") % role
    if line.is_by_own:
        return _("Typed here by %(role)s of the organisation") % role
    return _("Typed here by %(role)s of this site") % role


def _typed(page: KeptListing) -> list[TypedRow]:
    return [
        TypedRow(one.field.name, diff_row(page.kind, one.field.name, one.text, one.source_says), one.typed_on)
        for one in page.fields
        if one.source_says is not None and one.typed_on is not None
    ]
