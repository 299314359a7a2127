"""Recording what happened, and telling the listeners, in the action's own transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from django.db import connection

from kith.core import clock
from kith.core.ids import Ref
from kith.core.models import Event, EventWaiting
from kith.core.viewer import Viewer

type_of_payload = str | int | bool | None | list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainEvent:
    """What an action says happened. Own fields of a kind are ids, codes, counts, dates and digests only.

    `subject` is the record, `organization_id` whom it concerns, `person_id` whose record it is.
    """

    kind: ClassVar[str]
    subject: Ref
    organization_id: UUID | None = None
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as a listener gets it."""

    id: UUID
    kind: str
    at: datetime
    subject: Ref
    organization_id: UUID | None
    person_id: UUID | None
    payload: Mapping[str, type_of_payload]


Listener = Callable[[Viewer, Recorded], None]
LISTENERS: dict[str, dict[str, Listener]] = {}


def listens_to(*kinds: type[DomainEvent]) -> Callable[[Listener], Listener]:
    """Register a listener of these kinds. It must do the same when told twice."""

    def register(listener: Listener) -> Listener:
        name = f"{listener.__module__}.{listener.__qualname__}"
        for kind in kinds:
            LISTENERS.setdefault(kind.kind, {})[name] = listener
        return listener

    return register


def record(viewer: Viewer, event: DomainEvent) -> UUID:
    """Write the event and enqueue one delivery a listener. Returns the event's id.

    Raises RuntimeError outside a transaction: an effect and its event are kept together or not at all.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{event.kind} was recorded outside a transaction.")
    row = Event.objects.create(
        at=clock.now(),
        kind=event.kind,
        user_id=viewer.user_id,
        acting_organization_id=viewer.organization_id,
        roles=",".join(sorted(viewer.roles)),
        door=viewer.door.value,
        purpose=viewer.purpose.value,
        subject_kind=event.subject.kind,
        subject_id=event.subject.id,
        organization_id=event.organization_id,
        person_id=event.person_id,
        payload=payload_of(event),
    )
    EventWaiting.objects.create(event_id=row.id)
    for listener in LISTENERS.get(event.kind, {}):
        _enqueue(row.id, listener)
    return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfileChanged(DomainEvent):
    """The site's name, host, lines, law or clock were set."""

    kind: ClassVar[str] = "core.site_profile_changed"
    duty_user_id: UUID | None
    country: str
    jurisdiction: str
    timezone: str
    is_demo: bool


def payload_of(event: DomainEvent) -> dict[str, type_of_payload]:
    """The event's own fields as plain JSON values."""
    shared = {field.name for field in fields(DomainEvent)}
    return {f.name: _plain(getattr(event, f.name)) for f in fields(event) if f.name not in shared}


def recorded(row: Event) -> Recorded:
    """A stored row as listeners and queries read it."""
    return Recorded(
        id=row.id,
        kind=row.kind,
        at=row.at,
        subject=Ref(row.subject_kind, row.subject_id),
        organization_id=row.organization_id,
        person_id=row.person_id,
        payload=row.payload,
    )


def _enqueue(event_id: UUID, listener: str) -> None:
    from kith.core.tasks import deliver  # noqa: PLC0415 (the task needs the registry above)

    deliver.enqueue(str(event_id), listener)


def _plain(value: object) -> type_of_payload:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, (tuple, list, frozenset)):
        return sorted(str(item) for item in value)
    if value is None or isinstance(value, (bool, int)):
        return value
    return str(value)
