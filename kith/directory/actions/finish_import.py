"""Close an import run: count, and mark what the source no longer lists."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Count

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.errors import ImportIsOver
from kith.directory.events import ImportFinished
from kith.directory.gone import gone_from
from kith.directory.models import ImportRun, Location, ServiceAtLocation
from kith.directory.policies.source import finished_runs, one_import_run, rows_to_import, source_records
from kith.directory.search_documents import write_search_documents
from kith.directory.searching.records import next_sequence
from kith.directory.terms import RecordKind, RunStatus

MOST_SENTENCES = 1000
CROWD = 5
AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A record that was not taken, where it stands in the file, and why in a sentence."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What the batches did."""

    added: int
    changed: int
    unchanged: int


@transaction.atomic
def finish_import(
    viewer: Viewer,
    *,
    run_id: UUID,
    counts: ImportCounts,
    seen: Collection[str] | None,
    not_taken: Sequence[NotTaken],
) -> int:
    """Write the run's record; returns how many known services the file no longer has.

    `seen` are the service ids in the file; None where some could not be read: then nothing counts as
    gone. Nor does it where over half would: a file cut short is no deletion. What has gone is marked,
    never deleted. Raises Denied, NotFound, or ImportIsOver.
    """
    run = one_import_run(viewer, run_id)
    if run.status != RunStatus.RUNNING:
        raise ImportIsOver
    run.gone = 0 if seen is None else _mark_gone(viewer, run, seen)
    run.added, run.changed, run.unchanged = counts.added, counts.changed, counts.unchanged
    run.not_taken = len(not_taken)
    run.not_taken_why = [{"line": one.line, "why": one.why} for one in not_taken[:MOST_SENTENCES]]
    run.status, run.finished_at = RunStatus.FINISHED, clock.now()
    run.save()
    _distrust_crowded_points(viewer, run.source_id)
    record(
        viewer,
        ImportFinished(
            subject=Ref("import_run", run.id),
            added=run.added,
            changed=run.changed,
            unchanged=run.unchanged,
            gone=run.gone,
            not_taken=run.not_taken,
        ),
    )
    return run.gone


def _mark_gone(viewer: Viewer, run: ImportRun, seen: Collection[str]) -> int:
    known = source_records(viewer).filter(
        source_id=run.source_id, kind=RecordKind.SERVICE, gone_at__isnull=True
    )
    missing = gone_from(known.values_list("pk", "source_key"), seen)
    last_seen = finished_runs(viewer).filter(source_id=run.source_id).order_by("-finished_at").first()
    for start in range(0, len(missing), 500):
        known.filter(pk__in=missing[start : start + 500]).update(
            gone_at=clock.now(), last_seen_at=last_seen.finished_at if last_seen else None
        )
    return len(missing)


def _distrust_crowded_points(viewer: Viewer, source_id: UUID) -> None:
    """More than five of a source's places on one point: a stand-in, of no use for distances.

    The search is told of the services there, a part at a time, once every place is written; then a number is
    drawn for places without services.
    """
    ids: set[UUID] = set()
    are_any = False
    trusted = rows_to_import(viewer, Location).filter(source_id=source_id, is_point_trusted=True)
    points = trusted.filter(latitude__isnull=False).values("latitude", "longitude")
    for point in points.annotate(places=Count("id")).filter(places__gt=CROWD).order_by("latitude"):
        places = trusted.filter(latitude=point["latitude"], longitude=point["longitude"])
        links = rows_to_import(viewer, ServiceAtLocation).filter(location__in=places.values("pk"))
        ids |= set(links.values_list("service_id", flat=True))
        are_any |= places.update(is_point_trusted=False) > 0
    told = sorted(ids)
    for start in range(0, len(told), AT_ONCE):
        write_search_documents(told[start : start + AT_ONCE])
    if are_any:
        next_sequence()
