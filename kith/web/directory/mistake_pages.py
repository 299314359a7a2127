"""Something is wrong in a listing: anybody says so, and its keepers see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from kith.core.actions.once import once
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Viewer
from kith.directory.actions.report_listing_mistake import report_listing_mistake as report
from kith.directory.actions.settle_listing_mistake import settle_listing_mistake as settle
from kith.directory.mistakes import MistakeKind
from kith.directory.queries.listing_mistakes import MistakeLine, MistakesOfListing, listing_mistakes
from kith.directory.queries.service_page import service_page
from kith.directory.terms import is_sensitive
from kith.web.forms import KithForm, key_of_wish, sent
from kith.web.hourly import count_this_hour
from kith.web.pages import act, setting_page, signed_in
from kith.web.request import KithRequest

NOBODY = Viewer.nobody(Door.PUBLIC)
NOTES_FROM_ONE = 10
NOTES_AN_HOUR = 200

KINDS: dict[MistakeKind, Promise] = {
    MistakeKind.PHONE: _("The number is wrong"),
    MistakeKind.CLOSED: _("They are closed, or gone"),
    MistakeKind.HOURS: _("The hours are wrong"),
    MistakeKind.PLACE: _("The address is wrong"),
    MistakeKind.HELP: _("They do not help in this way"),
    MistakeKind.COST: _("It costs something, or papers are asked"),
    MistakeKind.SAFETY: _("It was not safe there"),
    MistakeKind.OTHER: _("Something else"),
}


class MistakeForm(KithForm):
    """What is wrong, in a tap; more only if they like."""

    kind = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=[(kind.value, words) for kind, words in KINDS.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What should it say?"),
        help_text=_("Please do not write about yourself or other people, nor where a hidden place is."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@dataclass(frozen=True, slots=True)
class MistakeRow:
    """One note in words. `is_read_here`: those the listing is of do not read it."""

    id: UUID
    kind: Promise
    words: str
    is_kept_back: bool
    is_read_here: bool
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class ListingRow:
    """The notes about one listing; `more`: how many are not shown."""

    service_id: UUID
    service_name: str
    notes: list[MistakeRow]
    more: int


@dataclass(frozen=True, slots=True)
class MistakeRows:
    """All that people found wrong; `more`: how many listings are not shown."""

    listings: list[ListingRow]
    more: int
    total: int


@require_http_methods(["GET", "HEAD", "POST"])
def report_listing_mistake(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """Say what is wrong with this listing. No sign-in, and no question who it is."""
    page = service_page(request.viewer, service_id=service_id)
    form = MistakeForm(sent(request))
    host_id = site_profile(request.viewer).host_organization_id
    response = setting_page(
        request,
        "directory/report_listing_mistake.html",
        form=form,
        context={"line": page.line, "is_of_host": page.line.organization_id == host_id},
        work=lambda: once(
            NOBODY, key=key_of_wish(request, form), work=lambda: _report(request, form, service_id)
        ),
        then=lambda _id: reverse("mistake_reported"),
    )
    if is_sensitive(page.topics):
        response["Cache-Control"] = "no-store"
    return response


@require_POST
@signed_in
def settle_listing_mistake(request: KithRequest, mistake_id: UUID) -> HttpResponse:
    """Looked into: one button."""
    return act(
        request,
        work=lambda: settle(request.viewer, mistake_id=mistake_id),
        then=lambda _id: reverse("my_listing"),
    )


def mistake_rows(request: KithRequest) -> MistakeRows:
    """What people found wrong, for those who may mend it."""
    found = listing_mistakes(request.viewer)
    listings = [_listing_row(one) for one in found.listings]
    return MistakeRows(listings, more=found.listings_total - len(listings), total=found.total)


def _listing_row(one: MistakesOfListing) -> ListingRow:
    notes = [_row(line) for line in one.lines]
    return ListingRow(one.service_id, one.service_name, notes, more=one.total - len(notes))


def _row(line: MistakeLine) -> MistakeRow:
    is_read_here = line.kind is MistakeKind.SAFETY
    return MistakeRow(
        line.id, KINDS[line.kind], line.words, line.is_kept_back, is_read_here, line.reported_at
    )


def _report(request: KithRequest, form: MistakeForm, service_id: UUID) -> UUID:
    count_this_hour(request, "notes-on-listings", most_from_one=NOTES_FROM_ONE, most=NOTES_AN_HOUR)
    said = form.cleaned_data
    return report(request.viewer, service_id=service_id, kind=MistakeKind(said["kind"]), words=said["words"])
