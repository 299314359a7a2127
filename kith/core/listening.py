"""Who wants to know what happened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.domain_event import DomainEvent, type_of_payload
from kith.core.ids import Ref
from kith.core.models import Event
from kith.core.viewer import Viewer


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


def recorded(row: Event) -> Recorded:
    """A stored row as listeners read it."""
    return Recorded(
        id=row.id,
        kind=row.kind,
        at=row.at,
        subject=Ref(row.subject_kind, row.subject_id),
        organization_id=row.organization_id,
        person_id=row.person_id,
        payload=row.payload,
    )
