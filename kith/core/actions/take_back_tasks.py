"""Free the work of dead workers."""

from datetime import timedelta

from django.db import transaction
from django_tasks_db.compat import TaskResultStatus

from kith.core import clock
from kith.core.locks import hold_lock
from kith.core.models import WorkerHeartbeat
from kith.core.policies.work import May, TaskRow, heartbeats, tasks
from kith.core.processes import process_mark, this_host
from kith.core.viewer import Viewer

SILENT_SECONDS = 30
MOST_STARTS = 20


def take_back_tasks(viewer: Viewer) -> int:
    """Put back what a dead worker left running; it runs again at once. Returns how many.

    Dead: its process is gone from this host, or it has been silent for 30 s. A task begun 20 times
    without an end goes to the dead letters: it may be what kills the workers.
    """
    if not tasks(viewer, May.RUN).running().exists() and not _dead(viewer):
        return 0
    return _take_back(viewer)


@transaction.atomic
def _take_back(viewer: Viewer) -> int:
    hold_lock("core.take_back_tasks")
    dead = _dead(viewer)
    heartbeats(viewer, May.RUN).filter(worker_id__in=dead).delete()
    living = set(heartbeats(viewer, May.RUN).values_list("worker_id", flat=True))
    left = [
        task for task in tasks(viewer, May.RUN).running() if not living.intersection(task.worker_ids[-1:])
    ]
    for task in left:
        _free(viewer, task)
    return len(left)


def _dead(viewer: Viewer) -> list[str]:
    return [row.worker_id for row in heartbeats(viewer, May.RUN) if _is_dead(row)]


def _is_dead(row: WorkerHeartbeat) -> bool:
    if row.seen_at < clock.now() - timedelta(seconds=SILENT_SECONDS):
        return True
    return row.host == this_host() and process_mark(row.process_number) != row.process_mark


def _free(viewer: Viewer, task: TaskRow) -> None:
    """Only if it is still the run that was looked at: its worker may just have ended it."""
    same_run = tasks(viewer, May.RUN).running().filter(pk=task.pk, started_at=task.started_at)
    if len(task.worker_ids) >= MOST_STARTS:
        same_run.update(
            status=TaskResultStatus.FAILED,
            finished_at=clock.now(),
            exception_class_path="kith.core.WorkerDied",
        )
        return
    same_run.update(status=TaskResultStatus.READY, started_at=None, run_after=clock.now())
