"""Recording what happened, and telling the listeners, in the action's own transaction."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.db import connection

from kith.core import clock
from kith.core.domain_event import DomainEvent, payload_of, type_of_payload
from kith.core.listening import LISTENERS, Listener, Recorded, listens_to
from kith.core.models import Event, EventWaiting
from kith.core.tasks import deliver
from kith.core.viewer import Viewer

__all__ = [
    "LISTENERS",
    "DomainEvent",
    "KeysRotated",
    "Listener",
    "PageReviewed",
    "PublicFaceChanged",
    "Recorded",
    "SiteProfileChanged",
    "TaskRetried",
    "listens_to",
    "payload_of",
    "record",
    "type_of_payload",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteProfileChanged(DomainEvent):
    """The site's name, host, lines, law or clock were set."""

    kind: ClassVar[str] = "core.site_profile_changed"
    duty_user_id: UUID | None
    country: str
    jurisdiction: str
    timezone: str
    is_demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFaceChanged(DomainEvent):
    """What visitors see of the site was set: its name in windows, more lines, pages left out."""

    kind: ClassVar[str] = "core.public_face_changed"
    is_discreet: bool
    left_out_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReviewed(DomainEvent):
    """A named human found a public page right in one language."""

    kind: ClassVar[str] = "core.page_reviewed"
    page_code: str
    language: str
    words_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRetried(DomainEvent):
    """Someone put a dead letter back."""

    kind: ClassVar[str] = "core.task_retried"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysRotated(DomainEvent):
    """Private text was sealed anew with another key."""

    kind: ClassVar[str] = "core.keys_rotated"
    key_code: str
    texts: int
    files: int
    unreadable: int


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
        partner_organization_id=event.partner_organization_id,
        person_id=event.person_id,
        payload=payload_of(event),
    )
    EventWaiting.objects.create(event_id=row.id)
    for listener in LISTENERS.get(event.kind, {}):
        deliver.enqueue(str(row.id), listener)
    return row.id
