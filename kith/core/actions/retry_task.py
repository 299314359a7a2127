"""Try a dead letter again."""

from uuid import UUID

from django.db import transaction
from django_tasks_db.compat import TaskResultStatus

from kith.core import clock
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.events import TaskRetried, record
from kith.core.ids import Ref
from kith.core.policies.work import May, may_touch, tasks
from kith.core.viewer import Viewer


@transaction.atomic
def retry_task(viewer: Viewer, *, task_id: UUID) -> None:
    """Put the task back with five fresh tries.

    Raises Denied for all but the system and the host's admin, NotFound for an unknown task, StatusConflict if
    it is not a dead letter.
    """
    if not may_touch(viewer, May.RETRY):
        raise Denied
    task = tasks(viewer, May.RETRY).filter(pk=task_id)
    if not task.exists():
        raise NotFound
    again = {
        "status": TaskResultStatus.READY,
        "worker_ids": [],
        "run_after": clock.now(),
        "finished_at": None,
    }
    if not task.failed().update(**again):
        raise StatusConflict
    record(viewer, TaskRetried(subject=Ref("task", task_id)))
