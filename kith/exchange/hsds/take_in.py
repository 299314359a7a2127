"""Taking in listings: read, map, write in batches, report."""

from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.core.viewer import Viewer
from kith.directory.actions.finish_import import ImportCounts, finish_import
from kith.directory.actions.import_batch import import_batch
from kith.directory.actions.start_import import start_import
from kith.exchange.hsds.read_file import RawRecord, read_file
from kith.exchange.hsds.reading import Reading, batches

AT_ONCE = 250


def take_in(viewer: Viewer, *, path: Path, source_name: str, progress: Callable[[int], None]) -> UUID:
    """Take in what can be used of an HSDS 3.1 file; returns the run's id for `import_report`.

    As `take_in_records`. Raises BadInput if the file cannot be opened, or Denied.
    """
    if not path.is_file():
        raise BadInput(_("There is no file “%(path)s”.") % {"path": path}, field="file")
    return take_in_records(
        viewer, records=read_file(path), file_name=path.name, source_name=source_name, progress=progress
    )


def take_in_records(
    viewer: Viewer,
    *,
    records: Iterable[RawRecord],
    file_name: str,
    source_name: str,
    progress: Callable[[int], None],
) -> UUID:
    """Take in what can be used of the records; returns the run's id for `import_report`.

    Each batch is one transaction: a run that was killed is done again and goes on from there. `progress`
    is told how many bytes were read. Raises BadInput if the source has no name, or Denied.
    """
    run_id = start_import(viewer, source_name=source_name, file_name=file_name)
    take_in_run(viewer, run_id=run_id, records=records, progress=progress)
    return run_id


def take_in_run(
    viewer: Viewer, *, run_id: UUID, records: Iterable[RawRecord], progress: Callable[[int], None]
) -> None:
    """Take in what can be used of the records in a run that is open, and close it.

    Raises Denied, NotFound, ImportIsOver, or what the reading of `records` raises: then the run stays open.
    """
    reading, added, changed, unchanged = Reading(), 0, 0, 0
    for batch in batches(records, reading, progress, AT_ONCE):
        done = import_batch(viewer, run_id=run_id, records=batch, alone=reading.hand_over_alone())
        added, changed = added + done.added, changed + done.changed
        unchanged += done.unchanged
    finish_import(
        viewer,
        run_id=run_id,
        counts=ImportCounts(added, changed, unchanged),
        seen=reading.seen,
        not_taken=reading.not_taken,
    )
