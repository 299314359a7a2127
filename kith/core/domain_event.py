"""What an action says happened."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from kith.core.ids import Ref

type_of_payload = str | int | bool | None | list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainEvent:
    """What an action says happened. Own fields of a kind are ids, codes, counts, dates and digests only.

    `subject` is the record, `organization_id` whom it concerns, `person_id` whose record it is. Where there
    is a person, `organization_id` keeps that record; `partner_organization_id` is the partner at the other
    end, whose privacy officer may read that it happened, never about whom.
    """

    kind: ClassVar[str]
    subject: Ref
    organization_id: UUID | None = None
    person_id: UUID | None = None
    partner_organization_id: UUID | None = None


def payload_of(event: DomainEvent) -> dict[str, type_of_payload]:
    """The event's own fields as plain JSON values."""
    shared = {field.name for field in fields(DomainEvent)}
    return {f.name: _plain(getattr(event, f.name)) for f in fields(event) if f.name not in shared}


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
