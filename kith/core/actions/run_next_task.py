"""Run one piece of background work."""

import logging
from datetime import timedelta
from traceback import format_tb

from django.db import transaction
from django_tasks_db.compat import TaskResultStatus

from kith.core import clock
from kith.core.policies.work import May, TaskRow, tasks
from kith.core.viewer import Viewer

WAITS_SECONDS = (5, 30, 120, 600)
logger = logging.getLogger("kith.worker")


def run_next_task(viewer: Viewer, *, worker_id: str) -> bool:
    """Claim the task that is due first and run it. Returns False if none is due.

    A task that fails is tried again after 5 s, 30 s, 2 min and 10 min; after the fifth failure it is a
    dead letter. Its error is kept as a class and code lines, never as words: words may name a person.
    """
    task = _claim(viewer, worker_id)
    if task is None:
        return False
    error = _run(task)
    if error is None:
        _end(viewer, task, status=TaskResultStatus.SUCCESSFUL, finished_at=clock.now())
    else:
        _fail(viewer, task, error)
    return True


def _claim(viewer: Viewer, worker_id: str) -> TaskRow | None:
    """A look first: on SQLite an empty queue must not cost a write lock."""
    ready = tasks(viewer, May.RUN).ready()
    if not ready.exists():
        return None
    with transaction.atomic():
        task = ready.get_locked()
        if task is not None:
            task.claim(worker_id)
        return task


def _run(row: TaskRow) -> Exception | None:
    try:
        row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
    except Exception as error:  # noqa: BLE001 (whatever a task raises is a failed try, and is recorded)
        return error
    return None


def _fail(viewer: Viewer, task: TaskRow, error: Exception) -> None:
    tries = len(task.worker_ids)
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    kept = {"exception_class_path": name, "traceback": "".join(format_tb(error.__traceback__))}
    if tries > len(WAITS_SECONDS):
        logger.error("Task %s (%s) is a dead letter: %s.", task.pk, task.task_path, name)
        _end(viewer, task, status=TaskResultStatus.FAILED, finished_at=clock.now(), **kept)
        return
    wait = WAITS_SECONDS[tries - 1]
    logger.warning("Task %s (%s) failed: %s. Next try in %d s.", task.pk, task.task_path, name, wait)
    again_at = clock.now() + timedelta(seconds=wait)
    _end(viewer, task, status=TaskResultStatus.READY, run_after=again_at, **kept)


def _end(viewer: Viewer, task: TaskRow, **changes: object) -> None:
    """Write how the run ended, unless the task was taken back meanwhile: then another run counts."""
    tasks(viewer, May.RUN).running().filter(pk=task.pk, started_at=task.started_at).update(**changes)
