"""The arithmetic of the event chain: what a seal is the hash of. Pure."""

import hashlib
import json
from datetime import UTC, datetime
from uuid import UUID

FIRST_PREVIOUS = "0" * 64
EVENT_FIELDS = (
    "id",
    "at",
    "kind",
    "user_id",
    "acting_organization_id",
    "roles",
    "door",
    "purpose",
    "subject_kind",
    "subject_id",
    "organization_id",
    "partner_organization_id",
    "person_id",
    "payload",
)

EventValues = tuple[object, ...]


def seal_hash(previous: str, seq: int, event: EventValues) -> str:
    """SHA-256 of the seal before, the number and the event's canonical JSON (RFC 8785 in spirit).

    `event` holds the values of EVENT_FIELDS, in that order, as the database gives them.
    """
    text = f"{previous}\n{seq}\n{_canonical(event)}"
    return hashlib.sha256(text.encode()).hexdigest()


def made_at_ms(event_id: UUID) -> int | None:
    """When the id was made, Unix milliseconds; None if it is not a UUIDv7."""
    return event_id.int >> 80 if event_id.version == 7 else None  # noqa: PLR2004 (the version's own name)


def _canonical(event: EventValues) -> str:
    named = dict(zip(EVENT_FIELDS, event, strict=True))
    return json.dumps(named, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)
