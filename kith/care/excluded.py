"""Whom a person does not want to be told anything (promise 2)."""

from dataclasses import replace
from uuid import UUID

from kith.consent.queries.exclusions_of import exclusions_of
from kith.core.viewer import Viewer
from kith.disclosure.kept_out import humans_kept_out
from kith.partnerships.queries.route import route
from kith.partnerships.views_of import ContactCard, Route


def excluded_organizations(viewer: Viewer, *, person_id: UUID) -> frozenset[UUID]:
    """The organisations that are not to be asked for this person at all.

    Where only one human is excluded, somebody else there may be asked: see `way_to`.
    """
    lines = exclusions_of(viewer, person_id=person_id)
    return frozenset(line.organization_id for line in lines if line.contact_id is None)


def way_to(viewer: Viewer, *, person_id: UUID, sender_id: UUID, receiver_id: UUID, service_id: UUID) -> Route:
    """The route to this service for this person: its contact is the first whom they do not keep out."""
    way = route(viewer, sender_id=sender_id, receiver_id=receiver_id, service_id=service_id)
    kept_out = humans_kept_out(person_id=person_id, among=[card.id for card in way.contacts])
    open_cards = tuple(card for card in way.contacts if card.id not in kept_out)
    return replace(way, contact=next(iter(open_cards), None))


def reaches_nobody_else(way: Route) -> bool:
    """True where somebody is named there, and each of them is kept out; `way` comes from `way_to`."""
    return way.contact is None and bool(way.contacts)


def takes_none_from_us(way: Route) -> bool:
    """True where an agreement binds, and by it this service takes no asks from the sender."""
    return way.agreement_id is not None and not way.accepts


def asked_contact(way: Route, *, contact_id: UUID | None) -> ContactCard | None:
    """The human that was asked there, while they are named; before an ask, the one that would be."""
    if contact_id is None:
        return way.contact
    return next((card for card in way.contacts if card.id == contact_id), None)
