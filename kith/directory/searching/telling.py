"""One service as the engine is told of it: as anybody may see it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core import clock
from kith.directory.models import Service
from kith.directory.places import STALE_AFTER, public_band
from kith.directory.reading.facts import Facts, Place, Site
from kith.directory.reading.lines import topics_of, zone_of
from kith.directory.reading.own_facts import is_own_fact, own_codes_of
from kith.directory.searching.areas import keys_of_place, keys_served
from kith.directory.searching.codes import TAKES_REFERRALS, genders_of, term_code, topic_code
from kith.directory.searching.hung import HungForSearch
from kith.directory.searching.quality import Trust, answers_of, completeness
from kith.directory.searching.stored import ToldOfService
from kith.directory.searching.weeks import KnownWeek, known_week
from kith.directory.searching.words import weighted_words
from kith.directory.seeds.ids import PLACE_GROUPS
from kith.directory.terms import LocationType, PlacesBand, ServiceStatus
from kith.matching import documents
from kith.matching.documents import NOT_KNOWN, OLDEST, YOUNGEST, Document

FIGURES = {PlacesBand.FULL: 0, PlacesBand.FEW: 2, PlacesBand.PLACES: 10, PlacesBand.NOT_KNOWN: NOT_KNOWN}
"""What the engine counts with; the public band says no more."""
MOST_UP, MOST_ACROSS = 90, 180


@dataclass(frozen=True, slots=True)
class Telling:
    """What is kept of one service, and when time alone makes it say something else."""

    told: ToldOfService
    places: int
    fresh_until: datetime | None


def places_figure(service: Service) -> int:
    """The public band as a figure."""
    return FIGURES[public_band(service)]


def places_until(service: Service) -> datetime | None:
    """When the public band is not known any more."""
    if service.places_as_of is None or places_figure(service) == NOT_KNOWN:
        return None
    return service.places_as_of + STALE_AFTER


def telling_of(
    service: Service, facts: Facts, hung: HungForSearch, *, called: Mapping[UUID, str], timezone: str
) -> Telling:
    """The service with all that hangs on it; `timezone` is the site's."""
    today = clock.today(timezone)
    sites = facts.sites[service.id]
    weeks = _weeks(service, facts, hung, timezone=timezone, today=today)
    own = weeks.get(None)
    mapped = [site for site in sites if _is_mapped(site.location)]
    document = Document(
        id=service.id,
        words=weighted_words(service, facts, called, hung.translated.get(service.id, ())),
        codes=tuple(_codes(service, facts)),
        languages=_languages(service, facts),
        facts=tuple(_facts(service, facts)),
        minimum_age=_age(service.minimum_age, YOUNGEST),
        maximum_age=_age(service.maximum_age, OLDEST),
        is_paused=service.status == ServiceStatus.TEMPORARILY_CLOSED,
        sites=tuple(_site(site.location, weeks, hung) for site in mapped),
        areas=_areas(service, sites, hung),
        week=own.week if own else None,
    )
    until = [*(week.until for week in weeks.values() if week), places_until(service)]
    fresh_until = min((_moment(one, timezone) for one in until if one), default=None)
    return Telling(ToldOfService(document, _trust(service, facts)), places_figure(service), fresh_until)


def _weeks(
    service: Service, facts: Facts, hung: HungForSearch, *, timezone: str, today: date
) -> dict[UUID | None, KnownWeek | None]:
    """The week of each place, and under None that of the service itself: its own hours, else its places'."""
    sites, rows = facts.sites[service.id], facts.schedules[service.id]
    zone = zone_of(service, sites, timezone)
    of_service = known_week(rows, zone=zone, today=today)
    if any(row.service_id is not None for row in rows):
        return {None: of_service, **{site.location.id: of_service for site in sites}}
    found: dict[UUID | None, KnownWeek | None] = {None: of_service}
    for site in sites:
        there = zone_of(service, [site], timezone)
        found[site.location.id] = known_week(hung.hours.get(site.location.id, []), zone=there, today=today)
    return found


def _site(place: Place, weeks: Mapping[UUID | None, KnownWeek | None], hung: HungForSearch) -> documents.Site:
    week = weeks[place.id]
    return documents.Site(
        latitude=place.latitude or 0.0,
        longitude=place.longitude or 0.0,
        week=week.week if week else None,
        facts=hung.facts.get(place.id, ()),
    )


def _is_mapped(place: Place) -> bool:
    if place.location_type != LocationType.PHYSICAL or not place.is_point_trusted:
        return False
    up, across = place.latitude, place.longitude
    return up is not None and across is not None and abs(up) <= MOST_UP and abs(across) <= MOST_ACROSS


def _areas(service: Service, sites: Collection[Site], hung: HungForSearch) -> tuple[str, ...]:
    unmapped = [
        site.address
        for site in sites
        if site.address
        and site.location.location_type == LocationType.PHYSICAL
        and not _is_mapped(site.location)
    ]
    keys = [key for address in unmapped for key in keys_of_place(address)]
    served = keys_served(hung.areas.get(service.id, ()), hung.known_areas)
    return tuple(dict.fromkeys([*keys, *served]))


def _codes(service: Service, facts: Facts) -> Iterator[str]:
    """Terms say more than plain topics, so they stand first; each once."""
    rows = [row for row in facts.attributes[service.id] if row.taxonomy_term_id and not is_own_fact(row)]
    yield from dict.fromkeys(term_code(row.taxonomy_term_id) for row in rows if row.taxonomy_term_id)
    yield from map(topic_code, topics_of(service))


def _languages(service: Service, facts: Facts) -> tuple[str, ...]:
    lines = facts.languages[service.id]
    return tuple(dict.fromkeys(line.code.partition("-")[0].lower() for line in lines if line.code))


def _facts(service: Service, facts: Facts) -> Iterator[str]:
    said = own_codes_of(facts.attributes[service.id])
    yield from (code for code in said if "-" in code and code.partition("-")[0] not in PLACE_GROUPS)
    yield from genders_of(said)
    signal = facts.signals.get(service.id)
    if signal and signal.agreed_routes:
        yield TAKES_REFERRALS


def _trust(service: Service, facts: Facts) -> Trust:
    confirmed = service.confirmed_at.date() if service.confirmed_at else None
    return Trust(completeness(answers_of(service, facts).values()), confirmed, service.assured_on)


def _age(years: int | None, otherwise: int) -> int:
    return otherwise if years is None else min(years, OLDEST)


def _moment(at: date | datetime, timezone: str) -> datetime:
    if isinstance(at, datetime):
        return at
    return datetime.combine(at, time(), ZoneInfo(timezone)) + timedelta(hours=1)
