"""What happened to one record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.events import type_of_payload
from kith.core.ids import Ref
from kith.core.models import Event
from kith.core.policies.event import May, events
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class EventLine:
    """Who did or saw what, when, and for which organisation."""

    id: UUID
    at: datetime
    kind: str
    user_id: UUID | None
    acting_organization_id: UUID | None
    roles: tuple[str, ...]
    door: str
    purpose: str
    subject: Ref
    organization_id: UUID | None
    person_id: UUID | None
    payload: Mapping[str, type_of_payload]


def events_about(viewer: Viewer, *, about: Ref | None, person_id: UUID | None, limit: int) -> list[EventLine]:
    """The newest `limit` events about a thing, a person, or both (None: any), newest first.

    Only what the viewer may see: the person their own, a privacy officer those of their organisation. One
    statement.
    """
    rows = events(viewer, May.READ)
    if about is not None:
        rows = rows.filter(subject_kind=about.kind, subject_id=about.id)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    return [_line(row) for row in rows.order_by("-at", "-id")[:limit]]


def _line(row: Event) -> EventLine:
    return EventLine(
        id=row.id,
        at=row.at,
        kind=row.kind,
        user_id=row.user_id,
        acting_organization_id=row.acting_organization_id,
        roles=tuple(role for role in row.roles.split(",") if role),
        door=row.door,
        purpose=row.purpose,
        subject=Ref(row.subject_kind, row.subject_id),
        organization_id=row.organization_id,
        person_id=row.person_id,
        payload=row.payload,
    )
