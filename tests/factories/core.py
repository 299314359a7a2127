"""Viewers and events for tests."""

from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from kith.core.events import DomainEvent, record
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Purpose, Role, Viewer

SYSTEM = Viewer.system(Door.WORKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingDone(DomainEvent):
    """Something happened that only tests know."""

    kind: ClassVar[str] = "test.thing_done"
    count: int = 0


def staff(*roles: Role, organization_id: UUID | None = None) -> Viewer:
    """A member of an organisation in these roles."""
    return replace(
        Viewer.nobody(Door.STAFF),
        user_id=uuid7(),
        organization_id=organization_id or uuid7(),
        roles=frozenset(roles),
        purpose=Purpose.CARE,
    )


def portal_of(person_id: UUID) -> Viewer:
    """A person in their own portal."""
    return replace(
        Viewer.nobody(Door.PORTAL), user_id=uuid7(), person_id=person_id, purpose=Purpose.OWN_RECORD
    )


def thing_done(
    viewer: Viewer = SYSTEM,
    *,
    about: Ref | None = None,
    organization_id: UUID | None = None,
    partner_organization_id: UUID | None = None,
    person_id: UUID | None = None,
    count: int = 0,
) -> UUID:
    """One recorded event; its id."""
    event = ThingDone(
        subject=about or Ref("test", uuid7()),
        organization_id=organization_id,
        partner_organization_id=partner_organization_id,
        person_id=person_id,
        count=count,
    )
    with transaction.atomic():
        return record(viewer, event)
