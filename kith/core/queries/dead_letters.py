"""Background work that failed for good."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.policies.work import May, TaskRow, tasks
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One task that ran out of tries: what it was to do, how often it began, and the class of its error.

    `arguments` are ids and names of listeners, never personal facts.
    """

    id: UUID
    task: str
    arguments: tuple[str, ...]
    tries: int
    failed_at: datetime | None
    error: str


def dead_letters(viewer: Viewer, *, limit: int) -> list[DeadLetter]:
    """The newest `limit` dead letters, newest first; for the system and the host's admin."""
    return [_line(task) for task in tasks(viewer, May.READ).failed().order_by("-finished_at")[:limit]]


def _line(task: TaskRow) -> DeadLetter:
    return DeadLetter(
        id=task.pk,
        task=task.task_path,
        arguments=tuple(str(argument) for argument in task.args_kwargs["args"]),
        tries=len(task.worker_ids),
        failed_at=task.finished_at,
        error=task.exception_class_path,
    )
