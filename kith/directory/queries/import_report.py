"""What one import run did."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.source import one_import_run
from kith.directory.terms import RunStatus


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of one run. `not_taken_why`: line and sentence, in the order of the file, at most 1,000."""

    file_name: str
    status: RunStatus
    added: int
    changed: int
    unchanged: int
    gone: int
    not_taken: int
    not_taken_why: tuple[tuple[int, str], ...]


def import_report(viewer: Viewer, *, run_id: UUID) -> ImportReport:
    """The run's own record. Raises Denied or NotFound."""
    run = one_import_run(viewer, run_id)
    return ImportReport(
        file_name=run.file_name,
        status=RunStatus(run.status),
        added=run.added,
        changed=run.changed,
        unchanged=run.unchanged,
        gone=run.gone,
        not_taken=run.not_taken,
        not_taken_why=tuple((one["line"], one["why"]) for one in run.not_taken_why),
    )
