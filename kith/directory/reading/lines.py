"""Services as lines of a list and as cards for the rooms above."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from django.conf import settings

from kith.core import clock
from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Viewer
from kith.directory.models import Service
from kith.directory.places import public_band
from kith.directory.reading.facts import Facts, Site, facts_for_lines
from kith.directory.reading.hours import open_week
from kith.directory.reading.own_facts import own_codes_of
from kith.directory.reading.phones import first_phones
from kith.directory.terms import (
    LocationType,
    OrganizationKind,
    PlacesBand,
    ServiceStatus,
    SignalTier,
    Topic,
)
from kith.directory.views_of import MapPoint, OpenWeek, PhoneLine, ServiceLine

WHAT_CHARACTERS = 160
FAITH_CODES = frozenset({"faith-open", "faith-practice"})
OF_SERVICE = (
    "id",
    "name",
    "description",
    "status",
    "fees_description",
    "topics",
    "timezone",
    "shows_places",
    "places_as_of",
    "places_band",
    "confirmed_at",
)
OF_ORGANIZATION = ("id", "name", "kind")
"""Of the columns those that a line says, in the order of the model: each one that is read costs."""


def service_lines(
    viewer: Viewer, rows: Sequence[Service], *, distances: Mapping[UUID, float]
) -> list[ServiceLine]:
    """The rows as lines, in the same order. Seven statements.

    `rows` carry OF_SERVICE and OF_ORGANIZATION at least.
    """
    facts = facts_for_lines(viewer, [row.id for row in rows])
    phones = first_phones(viewer, rows, facts.sites)
    timezone = site_timezone(viewer)
    return [
        service_line(
            row, facts, timezone=timezone, distance_km=distances.get(row.id), phone=phones.get(row.id)
        )
        for row in rows
    ]


def week_of(service: Service, facts: Facts, timezone: str) -> OpenWeek:
    """The service's week in its own zone; `timezone` is the site's."""
    zone = zone_of(service, facts.sites[service.id], timezone)
    return open_week(facts.schedules[service.id], timezone=zone, moment=clock.now())


def zone_of(service: Service, sites: Sequence[Site], timezone: str) -> str:
    """The service's own zone, that of its first place, or the site's, which is `timezone`."""
    of_place = sites[0].location.timezone if sites else ""
    return service.timezone or of_place or timezone or settings.TIME_ZONE


def topics_of(service: Service) -> tuple[Topic, ...]:
    """The topics whose codes the row holds; a code we no longer know is left out."""
    return tuple(Topic(code) for code in service.topics if code in set(Topic))


def city_of(sites: Sequence[Site]) -> str:
    """The town of the first place with an address."""
    return next((site.address.city for site in sites if site.address and site.address.city), "")


def service_line(
    service: Service, facts: Facts, *, timezone: str, distance_km: float | None, phone: PhoneLine | None
) -> ServiceLine:
    """One service as a line; `timezone` is the site's."""
    signal = facts.signals.get(service.id)
    band = public_band(service)
    codes = own_codes_of(facts.attributes[service.id])
    return ServiceLine(
        id=service.id,
        name=service.name,
        organization_id=service.organization_id,
        organization_name=service.organization.name,
        what=first_words(service.description),
        status=ServiceStatus(service.status),
        topics=topics_of(service),
        languages=tuple(facts.languages[service.id]),
        distance_km=distance_km,
        places_band=band,
        places_as_of=None if band == PlacesBand.NOT_KNOWN else service.places_as_of,
        cost=service.fees_description,
        week=week_of(service, facts, timezone),
        confirmed_on=service.confirmed_at.date() if service.confirmed_at else None,
        tier=SignalTier(signal.tier) if signal else SignalTier.LISTED,
        expected_wait_days=signal.expected_wait_days if signal else None,
        phone=phone,
        points=points_of(facts.sites[service.id]),
        facts=codes,
        is_of_faith=is_of_faith(service, codes),
    )


def points_of(sites: Sequence[Site]) -> tuple[MapPoint, ...]:
    """Where anybody may know that it is given: not even its own people are shown a secret place on a map."""
    public = (site.location for site in sites if not site.location.is_confidential)
    return tuple(
        MapPoint(place.latitude, place.longitude)
        for place in public
        if place.is_point_trusted
        and place.location_type == LocationType.PHYSICAL
        and place.latitude is not None
        and place.longitude is not None
    )


def is_of_faith(service: Service, codes: Collection[str]) -> bool:
    """A faith group gives it, or it says so itself; never where it says that it is not tied to a faith."""
    if "faith-secular" in codes:
        return False
    return service.organization.kind == OrganizationKind.FAITH or not FAITH_CODES.isdisjoint(codes)


def first_words(text: str) -> str:
    """The first sentence or so: whole words, at most 160 characters."""
    text = " ".join(text.split())
    if len(text) <= WHAT_CHARACTERS:
        return text
    return text[:WHAT_CHARACTERS].rsplit(" ", 1)[0] + "…"
