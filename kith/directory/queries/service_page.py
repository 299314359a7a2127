"""One service, with all that a person needs to go there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Viewer
from kith.directory.models import Service, ServiceArea, Url
from kith.directory.policies.place import details
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import Facts, facts_of
from kith.directory.reading.lines import service_line
from kith.directory.reading.origin import confirmation_of, origin_of
from kith.directory.reading.own_facts import tags_of
from kith.directory.reading.phones import phones_of
from kith.directory.reading.place_lines import place_line
from kith.directory.reading.rows import SignalRow
from kith.directory.terms import Topic
from kith.directory.views_of import Confirmation, Origin, PhoneLine, PlaceLine, ServiceLine


@dataclass(frozen=True, slots=True)
class ServicePage:
    """A service's listing. `places_left` is exact, None unless this viewer may know it.

    `tags` are those of other taxonomies than Kith's own (`service_facts` has those).
    `what_to_expect` and `areas` are in the order in which they were written; `may_keep`: this viewer may
    confirm the listing and set its places, `may_edit`: change its words. `wait_as_of`: when the expected wait
    was worked out.
    """

    line: ServiceLine
    alternate_name: str
    description: str
    alert: str
    what_to_expect: tuple[str, ...]
    eligibility: str
    minimum_age: int | None
    maximum_age: int | None
    how_to_apply: str
    papers: str
    interpretation: str
    tags: tuple[str, ...]
    areas: tuple[str, ...]
    phones: tuple[PhoneLine, ...]
    email: str
    url: str
    links: tuple[tuple[str, str], ...]
    places: tuple[PlaceLine, ...]
    confirmation: Confirmation
    origin: Origin
    may_keep: bool
    may_edit: bool
    places_left: int | None
    wait_as_of: date | None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it helps with."""
        return self.line.topics


def service_page(viewer: Viewer, *, service_id: UUID) -> ServicePage:
    """The listing of one service, also of one that is no longer offered. At most 20 statements.

    Raises NotFound.
    """
    found = services(viewer, May.READ).filter(pk=service_id)
    service = found.select_related("organization", "source").first()
    if service is None:
        raise NotFound
    facts = facts_of(viewer, [service_id])
    return _page(viewer, service, facts)


def _page(viewer: Viewer, service: Service, facts: Facts) -> ServicePage:
    exact = services(viewer, May.SEE_FIGURE).filter(pk=service.id).exists()
    urls = details(viewer, Url).filter(service_id=service.id).order_by("position", "id")
    areas = details(viewer, ServiceArea).filter(service_id=service.id).order_by("position", "id")
    return ServicePage(
        line=service_line(service, facts, timezone=site_timezone(viewer), distance_km=None, phone=None),
        alternate_name=service.alternate_name,
        description=service.description,
        alert=service.alert,
        what_to_expect=_lines(service.what_to_expect),
        eligibility=service.eligibility_description,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        how_to_apply=service.application_process,
        papers=service.papers,
        interpretation=service.interpretation_services,
        tags=tags_of(facts.attributes[service.id]),
        areas=tuple(row.name or row.extent for row in areas),
        phones=phones_of(viewer, [service], facts.sites)[service.id],
        email=service.email or service.organization.email,
        url=service.url or service.organization.website,
        links=tuple((row.label or row.url, row.url) for row in urls),
        places=tuple(map(place_line, facts.sites[service.id])),
        wait_as_of=_wait_as_of(facts.signals.get(service.id)),
        confirmation=confirmation_of(service),
        origin=origin_of(viewer, service),
        may_keep=services(viewer, May.CONFIRM).filter(pk=service.id).exists(),
        may_edit=services(viewer, May.EDIT).filter(pk=service.id).exists(),
        places_left=service.places_left if exact else None,
    )


def _wait_as_of(signal: SignalRow | None) -> date | None:
    return signal.as_of.date() if signal is not None and signal.expected_wait_days is not None else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
