"""Results as cards and as a map with the same numbers; and ways on where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.directory.narrowing import Limit
from kith.directory.queries.find_services import ServiceResults
from kith.directory.views_of import MapPoint, ServiceLine
from kith.web.directory.cards import ResultCard, result_cards
from kith.web.directory.map_words import MapLine, where_words
from kith.web.directory.result_map import ResultMap, kilometres_from, result_map

WITHOUT: dict[Limit, tuple[str, Promise]] = {
    Limit.WORDS: ("words", _("Without your words")),
    Limit.PLACE: ("place", _("Wherever it is")),
    Limit.TOPICS: ("topic", _("For any need")),
    Limit.LANGUAGES: ("language", _("In any language")),
    Limit.FACTS: ("fact", _("Without your other wishes")),
    Limit.AGE: ("age", _("For any age")),
    Limit.OPEN: ("open", _("Open at any time")),
    Limit.PLACES: ("places", _("Also where places are full or not known")),
    Limit.AFAR: ("afar", _("Also where you have to go there")),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """A service of no faith group, said beside one of a faith group."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A result. `number` is None where it is not on the map, `beside` where nothing has to stand there."""

    card: ResultCard
    number: int | None
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The cards of one page with their map."""

    cards: list[FoundCard]
    map: ResultMap | None
    map_lines: list[MapLine]


@dataclass(frozen=True, slots=True)
class WayOn:
    """How many there are without one limit; sending `value` as `without` goes there."""

    value: str
    words: str
    total: int


def found_on(results: ServiceResults) -> FoundPage:
    """The lines in their order; those on the map are numbered from 1, where there is a map."""
    mapped = [line for line in results.lines if line.points]
    numbered = {
        line.id: (number, nearest_point(line, results.centre)) for number, line in enumerate(mapped, start=1)
    }
    drawn = result_map(list(numbered.values()), centre=results.centre)
    numbered = numbered if drawn else {}
    return FoundPage(
        cards=_found_cards(results, {one: number for one, (number, _point) in numbered.items()}),
        map=drawn,
        map_lines=[_map_line(line, *numbered[line.id], results) for line in mapped if line.id in numbered],
    )


def _found_cards(results: ServiceResults, numbers: Mapping[UUID, int]) -> list[FoundCard]:
    secular = results.secular
    beside = Beside(reverse("service_page", args=[secular.id]), secular.name) if secular else None
    return [
        FoundCard(card, numbers.get(line.id), beside if line.is_of_faith else None)
        for line, card in zip(results.lines, result_cards(results.lines), strict=True)
    ]


def _map_line(line: ServiceLine, number: int, point: MapPoint, results: ServiceResults) -> MapLine:
    return MapLine(number, line.name, where_words(point, results.centre, line.distance_km))


def nearest_point(line: ServiceLine, centre: MapPoint | None) -> MapPoint:
    """Its point nearest to the asked place; its first where no place was asked."""
    if centre is None:
        return line.points[0]
    return min(line.points, key=lambda point: sum(km**2 for km in kilometres_from(centre, point)))


def ways_on(results: ServiceResults) -> Sequence[WayOn]:
    """What would be found without one of the limits, as buttons."""
    return [
        WayOn(WITHOUT[one.without][0], str(WITHOUT[one.without][1]), one.total) for one in results.relaxed
    ]
