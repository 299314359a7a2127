"""What else the search asks of services: the hours of each place, what holds there, and the areas served."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import Attribute, Schedule, ServiceArea
from kith.directory.policies.place import details
from kith.directory.policies.translated_text import texts_to_search
from kith.directory.reading.facts import Facts
from kith.directory.reading.own_facts import own_codes_of
from kith.directory.reading.rows import HoursRow, Tag, read_by
from kith.directory.searching.areas import key_of_name, known_areas


@dataclass(frozen=True, slots=True)
class HungForSearch:
    """By place: its hours and its facts of Kith's own taxonomy. By service: its areas, its translations."""

    hours: Mapping[UUID, list[HoursRow]]
    facts: Mapping[UUID, tuple[str, ...]]
    areas: Mapping[UUID, tuple[str, ...]]
    known_areas: Collection[str]
    translated: Mapping[UUID, list[str]]


def hung_for_search(viewer: Viewer, facts: Facts) -> HungForSearch:
    """What hangs on the services of `facts` and their places. Four statements, or five."""
    places = {site.location.id for sites in facts.sites.values() for site in sites}
    hours = details(viewer, Schedule).filter(location_id__in=places).order_by("position", "id")
    by_place = read_by(hours, "location_id", HoursRow)
    tags = details(viewer, Attribute).filter(location_id__in=places).order_by("position", "id")
    codes = {place: own_codes_of(some) for place, some in read_by(tags, "location_id", Tag).items()}
    areas = details(viewer, ServiceArea).filter(service_id__in=list(facts.sites)).order_by("position", "id")
    of_services = _names(areas)
    names = {name for some in of_services.values() for name in some if key_of_name(name)}
    translated: dict[UUID, list[str]] = {}
    texts = texts_to_search(viewer).filter(service__in=list(facts.sites)).order_by("language", "field_name")
    for service_id, words in texts.values_list("service_id", "words"):
        translated.setdefault(service_id, []).append(words)
    return HungForSearch(by_place, codes, of_services, known_areas(viewer, names), translated)


def _names(rows: Iterable[ServiceArea]) -> dict[UUID, tuple[str, ...]]:
    found: dict[UUID, tuple[str, ...]] = {}
    for row in rows:
        if row.service_id is not None and row.name:
            found[row.service_id] = (*found.get(row.service_id, ()), row.name)
    return found
