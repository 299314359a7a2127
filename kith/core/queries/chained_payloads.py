"""What the trail says of one sort of thing, for other rooms to compare with what they keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.core.domain_event import type_of_payload
from kith.core.errors import Denied
from kith.core.policies.event_seal import May, chained_events, may_touch
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ChainedPayload:
    """One event: which kind, of which thing, and its ids, codes, counts, dates and digests."""

    kind: str
    subject_id: UUID
    payload: Mapping[str, type_of_payload]


def chained_payloads(viewer: Viewer, *, subject_kind: str) -> list[ChainedPayload]:
    """Every event of things of this sort, in the order they were made. One statement.

    Whether the trail itself is whole says `verify_events`. Raises Denied for all but the system, admins and
    privacy officers.
    """
    if not may_touch(viewer, May.VERIFY):
        raise Denied
    rows = chained_events(viewer, May.VERIFY).filter(subject_kind=subject_kind).order_by("id")
    return [ChainedPayload(row.kind, row.subject_id, row.payload) for row in rows.iterator()]
