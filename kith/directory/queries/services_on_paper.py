"""Some services with all that is needed on paper."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import facts_of
from kith.directory.reading.lines import service_line
from kith.directory.reading.origin import confirmation_of
from kith.directory.reading.own_facts import narrowed_to, own_codes_of, own_groups
from kith.directory.reading.phones import phones_of
from kith.directory.reading.place_lines import place_line
from kith.directory.views_of import Confirmation, FactGroup, PhoneLine, PlaceLine, ServiceLine


@dataclass(frozen=True, slots=True)
class PaperService:
    """Whom to call, where, when, in which languages, at what cost; `facts` are of Kith's own taxonomy."""

    line: ServiceLine
    alert: str
    papers: str
    facts: tuple[FactGroup, ...]
    phones: tuple[PhoneLine, ...]
    places: tuple[PlaceLine, ...]
    confirmation: Confirmation


def services_on_paper(viewer: Viewer, *, service_ids: Collection[UUID], language: str) -> list[PaperService]:
    """In the order of `service_ids`, each once; an unknown id is left out. At most 12 statements."""
    wanted = list(dict.fromkeys(service_ids))
    rows = services(viewer, May.READ).filter(pk__in=wanted).select_related("organization").in_bulk()
    facts = facts_of(viewer, list(rows))
    phones = phones_of(viewer, list(rows.values()), facts.sites)
    groups, timezone = own_groups(language), site_timezone(viewer)
    return [
        PaperService(
            line=service_line(
                rows[one],
                facts,
                timezone=timezone,
                distance_km=None,
                phone=next((phone for phone in phones[one] if phone.dial), None),
            ),
            alert=rows[one].alert,
            papers=rows[one].papers,
            facts=tuple(narrowed_to(groups, own_codes_of(facts.attributes[one]))),
            phones=phones[one],
            places=tuple(map(place_line, facts.sites[one])),
            confirmation=confirmation_of(rows[one]),
        )
        for one in wanted
        if one in rows
    ]
