"""The partnerships at whose tables the viewer's organisation sits."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partnership import May, partnerships
from kith.partnerships.policies.seat import seats

LONGEST = 200


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """One table: what it is about, and how many sit there."""

    id: UUID
    name: str
    issue: str
    seats: int


def partnerships_list(viewer: Viewer) -> list[PartnershipLine]:
    """By name; up to 200. Two statements."""
    rows = list(partnerships(viewer, May.READ).order_by("name", "pk")[:LONGEST])
    counts = Counter(seat.partnership_id for seat in seats(viewer, [row.pk for row in rows]))
    return [PartnershipLine(row.pk, row.name, row.issue, counts[row.pk]) for row in rows]
