"""What is shown of an event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kith.core.domain_event import type_of_payload
from kith.core.ids import Ref
from kith.core.models import Event
from kith.core.policies.event import is_kept_by_others
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class EventLine:
    """Who did or saw what, when, and for which organisation.

    A partner's officer, who reads it from the other end, gets no person, no payload, and no user of another
    organisation: nothing by which two asks for one person could be laid beside each other (promise 1).
    """

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
    partner_organization_id: UUID | None
    person_id: UUID | None
    payload: Mapping[str, type_of_payload]


def event_line(viewer: Viewer, row: Event) -> EventLine:
    """The event as plain values, as far as this viewer may read it."""
    line = _whole(row)
    if not is_kept_by_others(viewer, row):
        return line
    is_ours = row.acting_organization_id == viewer.organization_id
    return replace(line, user_id=row.user_id if is_ours else None, person_id=None, payload={})


def _whole(row: Event) -> EventLine:
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
        partner_organization_id=row.partner_organization_id,
        person_id=row.person_id,
        payload=row.payload,
    )
