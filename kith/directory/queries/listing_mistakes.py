"""What people found wrong in listings that the viewer may mend."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Count, Max, Min, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from kith.core.viewer import Viewer
from kith.directory.mistakes import MistakeKind
from kith.directory.models import ListingMistake
from kith.directory.policies.listing_mistake import May, kept_back
from kith.directory.policies.listing_mistake import listing_mistakes as notes

SHOWN = 5
MOST_LISTINGS = 50
AFTER_SAFETY = Case(When(kind=MistakeKind.SAFETY, then=Value(0)), default=Value(1))


@dataclass(frozen=True, slots=True)
class MistakeLine:
    """One open note. `is_kept_back`: there are words, and this viewer may not read them."""

    id: UUID
    kind: MistakeKind
    words: str
    is_kept_back: bool
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class MistakesOfListing:
    """The open notes about one listing: at most five of them, and how many there are."""

    service_id: UUID
    service_name: str
    lines: tuple[MistakeLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MistakesFound:
    """The listings with open notes, at most 50. `total`: of all notes; `listings_total`: of all listings."""

    listings: tuple[MistakesOfListing, ...]
    listings_total: int
    total: int


def listing_mistakes(viewer: Viewer) -> MistakesFound:
    """The notes not yet settled: what was not safe first, then the newest; of each listing at most 5.

    Six statements, and five more for each listing with a hidden place that is not the viewer's own.
    """
    waiting = notes(viewer, May.READ).filter(settled_at__isnull=True)
    counted = waiting.values("service_id").annotate(
        total=Count("id"), first=Min(AFTER_SAFETY), newest=Max("reported_at")
    )
    totals = {row["service_id"]: row["total"] for row in counted.order_by("first", "-newest", "service_id")}
    shown = list(totals)[:MOST_LISTINGS]
    rows = _first_of_each(waiting, shown)
    back = kept_back(viewer, [row for some in rows.values() for row in some])
    return MistakesFound(
        listings=tuple(_listing(rows[one], total=totals[one], back=back) for one in shown if one in rows),
        listings_total=len(totals),
        total=sum(totals.values()),
    )


def _first_of_each(
    waiting: QuerySet[ListingMistake], service_ids: Collection[UUID]
) -> dict[UUID, list[ListingMistake]]:
    order = (AFTER_SAFETY.asc(), "-reported_at", "-id")
    nth = Window(RowNumber(), partition_by="service_id", order_by=order)
    rows = waiting.filter(service__in=service_ids).annotate(nth=nth).filter(nth__lte=SHOWN)
    found: dict[UUID, list[ListingMistake]] = defaultdict(list)
    for row in rows.select_related("service").order_by("service_id", "nth"):
        found[row.service_id].append(row)
    return found


def _listing(rows: list[ListingMistake], *, total: int, back: Collection[UUID]) -> MistakesOfListing:
    return MistakesOfListing(
        service_id=rows[0].service_id,
        service_name=rows[0].service.name,
        lines=tuple(_line(row, is_kept_back=row.id in back) for row in rows),
        total=total,
    )


def _line(row: ListingMistake, *, is_kept_back: bool) -> MistakeLine:
    return MistakeLine(
        id=row.id,
        kind=MistakeKind(row.kind),
        words="" if is_kept_back else row.words,
        is_kept_back=is_kept_back,
        reported_at=row.reported_at,
    )
