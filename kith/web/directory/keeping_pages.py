"""Keeping a listing right: for its organisation, and for those who look after the directory."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Role
from kith.directory.actions.confirm_listing import confirm_listing as confirm
from kith.directory.actions.set_places import MOST_PLACES
from kith.directory.actions.set_places import set_places as write_places
from kith.directory.queries.my_listing import my_listing as see_my_listing
from kith.directory.queries.service_page import ServicePage, service_page
from kith.directory.terms import ConfirmedHow
from kith.web.directory.cards import ResultCard, result_cards
from kith.web.directory.mistake_pages import mistake_rows
from kith.web.directory.words import HOW_WORDS
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, show, signed_in, staff_only
from kith.web.request import KithRequest


class PlacesForm(KithForm):
    """How many places are left today."""

    places_left = forms.IntegerField(
        label=_("How many places are left today?"),
        help_text=_("People who look see only “places free”, “few places” or “full now”, once a day."),
        min_value=0,
        max_value=MOST_PLACES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class ConfirmForm(KithForm):
    """How we know that the listing is right."""

    how = forms.ChoiceField(
        label=_("How do you know?"),
        choices=[(how.value, words) for how, words in HOW_WORDS.items()],
        widget=forms.RadioSelect,
    )


@dataclass(frozen=True, slots=True)
class KeptCard:
    """One of our services, and the exact figure we told."""

    card: ResultCard
    id: UUID
    places_left: int | None


@staff_only(Role.COORDINATOR, Role.CURATOR, Role.ADMIN)
def my_listing(request: KithRequest) -> HttpResponseBase:
    """What our organisation offers, what we told of it, and what people found wrong."""
    ours = see_my_listing(request.viewer)
    cards = result_cards(one.line for one in ours)
    kept = [KeptCard(card, one.line.id, one.places_left) for card, one in zip(cards, ours, strict=True)]
    return show(request, "directory/my_listing.html", {"kept": kept, "mistakes": mistake_rows(request)})


@signed_in
def keep_listing(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """Set the places; the button to confirm stands beside."""
    page = _kept(request, service_id)
    form = PlacesForm(sent(request), initial={"places_left": page.places_left})

    def write() -> UUID:
        write_places(
            request.viewer,
            service_id=service_id,
            places_left=form.cleaned_data["places_left"],
            as_of=clock.now(),
        )
        return service_id

    return form_page(
        request,
        "directory/keep_listing.html",
        form=form,
        context=_around(page, ConfirmForm(initial={"how": ConfirmedHow.BY_THE_SERVICE.value})),
        work=write,
        then=lambda _outcome: reverse("service_page", args=[service_id]),
    )


@require_POST
@signed_in
def confirm_listing(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """Still correct: one button."""
    page = _kept(request, service_id)
    form = ConfirmForm(sent(request))
    return form_page(
        request,
        "directory/confirm_listing.html",
        form=form,
        context={"page": page, "line": page.line},
        work=lambda: confirm(
            request.viewer, service_id=service_id, how=ConfirmedHow(form.cleaned_data["how"])
        ),
        then=lambda _outcome: reverse("service_page", args=[service_id]),
    )


def _kept(request: KithRequest, service_id: UUID) -> ServicePage:
    page = service_page(request.viewer, service_id=service_id)
    if not page.may_keep:
        raise NotFound
    return page


def _around(page: ServicePage, confirm_form: ConfirmForm) -> dict[str, object]:
    return {"page": page, "line": page.line, "confirm_form": confirm_form}
