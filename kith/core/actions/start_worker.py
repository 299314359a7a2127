"""A worker begins."""

import os

from kith.core import clock
from kith.core.actions.keep_canary import keep_canary
from kith.core.errors import Denied
from kith.core.ids import uuid7
from kith.core.models import WorkerHeartbeat
from kith.core.policies.work import May, may_touch
from kith.core.processes import process_mark, this_host
from kith.core.viewer import Viewer


def start_worker(viewer: Viewer) -> str:
    """Write this process's first heartbeat. Returns the worker's id. Raises Denied for all but the system."""
    if not may_touch(viewer, May.RUN):
        raise Denied
    keep_canary(viewer)
    moment = clock.now()
    row = WorkerHeartbeat.objects.create(
        worker_id=str(uuid7()),
        host=this_host(),
        process_number=os.getpid(),
        process_mark=process_mark(os.getpid()) or "",
        started_at=moment,
        seen_at=moment,
    )
    return row.worker_id
