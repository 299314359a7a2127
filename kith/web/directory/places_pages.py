"""Places left, kind by kind: the keeper's page, and the lines on the service's page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.core import clock
from kith.core.errors import NotFound
from kith.directory.actions.set_places import MOST_PLACES
from kith.directory.actions.set_places_by_kind import ToldPlaces
from kith.directory.actions.set_places_by_kind import set_places_by_kind as write_places
from kith.directory.queries.places_by_kind import PlacesLine, places_by_kind
from kith.directory.queries.service_page import service_page
from kith.directory.terms import PlacesFor, PlacesUnit
from kith.web.directory.words import BAND_LOOKS, BAND_WORDS, FOR_WORDS, UNIT_WORDS
from kith.web.forms import KithForm, sent
from kith.web.pages import form_page, signed_in
from kith.web.request import KithRequest

LINES, SPARE = 4, 2
UNITS = [(one.value, words) for one, words in UNIT_WORDS.items()]
EVERYONE = [(one.value, words) for one, words in FOR_WORDS.items()]


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of places in words."""

    unit: Promise
    places_for: Promise
    band: Promise
    look: str
    as_of: datetime


class PlacesByKindForm(KithForm):
    """Some lines: how many, of what, for whom. A line without a number is left out."""

    def __init__(self, *args: object, lines: list[PlacesLine], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.count = max(LINES, len(lines) + SPARE)
        for at in range(self.count):
            line = lines[at] if at < len(lines) else None
            self._add_line(at, line)

    def _add_line(self, at: int, line: PlacesLine | None) -> None:
        number = {"number": at + 1}
        self.fields[f"left_{at}"] = forms.IntegerField(
            label=gettext_lazy("How many are left? (line %(number)s)") % number,
            min_value=0,
            max_value=MOST_PLACES,
            required=False,
            initial=line.places_left if line else None,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        )
        self.fields[f"unit_{at}"] = forms.ChoiceField(
            label=gettext_lazy("Of what? (line %(number)s)") % number,
            choices=UNITS,
            initial=(line.unit if line else PlacesUnit.PLACES).value,
        )
        self.fields[f"for_{at}"] = forms.ChoiceField(
            label=gettext_lazy("For whom? (line %(number)s)") % number,
            choices=EVERYONE,
            initial=(line.places_for if line else PlacesFor.ANYONE).value,
        )

    def clean(self) -> dict[str, object] | None:
        """Two lines of one kind are one line too many."""
        seen: set[tuple[PlacesUnit, PlacesFor]] = set()
        for at, one in self._filled():
            if (one.unit, one.places_for) in seen:
                self.add_error(f"left_{at}", ValidationError(_("This kind of places stands above already.")))
            seen.add((one.unit, one.places_for))
        return None

    def told(self) -> list[ToldPlaces]:
        """The lines with a number."""
        return [one for _at, one in self._filled()]

    def _filled(self) -> list[tuple[int, ToldPlaces]]:
        said = self.cleaned_data
        return [
            (at, ToldPlaces(PlacesUnit(said[f"unit_{at}"]), PlacesFor(said[f"for_{at}"]), said[f"left_{at}"]))
            for at in range(self.count)
            if said.get(f"left_{at}") is not None and f"unit_{at}" in said and f"for_{at}" in said
        ]


@signed_in
def set_places_by_kind(request: KithRequest, service_id: UUID) -> HttpResponseBase:
    """How many beds for women, how many for families: as many lines as are needed."""
    page = service_page(request.viewer, service_id=service_id)
    if not page.may_keep:
        raise NotFound
    form = PlacesByKindForm(sent(request), lines=places_by_kind(request.viewer, service_id=service_id))
    return form_page(
        request,
        "directory/set_places_by_kind.html",
        form=form,
        context={"page": page, "line": page.line},
        work=lambda: write_places(request.viewer, service_id=service_id, told=form.told(), as_of=clock.now()),
        then=lambda _outcome: reverse("service_page", args=[service_id]),
    )


def kind_rows(request: KithRequest, service_id: UUID) -> list[KindRow]:
    """The kinds of places of a service as everybody reads them: bands, and when they were told."""
    lines = places_by_kind(request.viewer, service_id=service_id)
    return [
        KindRow(
            UNIT_WORDS[line.unit],
            FOR_WORDS[line.places_for],
            BAND_WORDS[line.band],
            BAND_LOOKS[line.band],
            line.as_of,
        )
        for line in lines
    ]
