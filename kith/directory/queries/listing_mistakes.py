"""What people found wrong in listings that the viewer may mend."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.mistakes import MistakeKind
from kith.directory.models import ListingMistake
from kith.directory.policies.listing_mistake import May
from kith.directory.policies.listing_mistake import listing_mistakes as notes

MOST = 50


@dataclass(frozen=True, slots=True)
class MistakeLine:
    """One open note. `service_name` is the listing's."""

    id: UUID
    service_id: UUID
    service_name: str
    kind: MistakeKind
    words: str
    reported_at: datetime


def listing_mistakes(viewer: Viewer) -> list[MistakeLine]:
    """The notes not yet settled, oldest first, at most 50. One statement."""
    rows = notes(viewer, May.READ).filter(settled_at__isnull=True).select_related("service")
    return [_line(row) for row in rows.order_by("reported_at", "id")[:MOST]]


def _line(row: ListingMistake) -> MistakeLine:
    return MistakeLine(
        id=row.id,
        service_id=row.service_id,
        service_name=row.service.name,
        kind=MistakeKind(row.kind),
        words=row.words,
        reported_at=row.reported_at,
    )
