"""What the rooms above need of some services."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import Service
from kith.directory.places import public_band
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import Facts, facts_of
from kith.directory.reading.lines import city_of, topics_of
from kith.directory.reading.own_facts import is_own_fact
from kith.directory.terms import OrganizationKind, PlacesBand, ServiceStatus, SignalTier
from kith.directory.views_of import ServiceCard

__all__ = ["ServiceCard", "service_cards"]

ACCESS = "access"


def service_cards(viewer: Viewer, *, service_ids: Collection[UUID]) -> dict[UUID, ServiceCard]:
    """The cards by service id, in the order of `service_ids`; an unknown id has none. Nine statements."""
    wanted = list(dict.fromkeys(service_ids))
    rows = services(viewer, May.READ).filter(pk__in=wanted).select_related("organization").in_bulk()
    exact = set(services(viewer, May.SEE_FIGURE).filter(pk__in=wanted).values_list("pk", flat=True))
    facts = facts_of(viewer, list(rows))
    return {
        service_id: _card(rows[service_id], facts, may_see_figure=service_id in exact)
        for service_id in wanted
        if service_id in rows
    }


def _card(service: Service, facts: Facts, *, may_see_figure: bool) -> ServiceCard:
    attributes = [row for row in facts.attributes[service.id] if not is_own_fact(row)]
    signal = facts.signals.get(service.id)
    band = public_band(service)
    may_see_age = may_see_figure or band != PlacesBand.NOT_KNOWN
    return ServiceCard(
        id=service.id,
        name=service.name,
        organization_id=service.organization_id,
        organization_name=service.organization.name,
        organization_kind=OrganizationKind(service.organization.kind),
        status=ServiceStatus(service.status),
        topics=topics_of(service),
        languages=tuple(line.code or line.name for line in facts.languages[service.id]),
        rough_area=city_of(facts.sites[service.id]),
        access=tuple(row.shown_as for row in attributes if row.link_type == ACCESS),
        attributes=tuple(row.shown_as for row in attributes if row.link_type != ACCESS),
        places_left=service.places_left if may_see_figure else None,
        places_as_of=service.places_as_of if may_see_age else None,
        places_band=band,
        confirmed_on=service.confirmed_at.date() if service.confirmed_at else None,
        tier=SignalTier(signal.tier) if signal else SignalTier.LISTED,
        expected_wait_days=signal.expected_wait_days if signal else None,
    )
