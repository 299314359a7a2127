"""The worker: runs tasks and repeated jobs, seals events, and looks after the work of dead workers."""

import logging
from threading import Event as Flag
from threading import Thread

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from kith.core.actions.beat_worker import beat_worker
from kith.core.actions.run_due_jobs import run_due_jobs
from kith.core.actions.run_next_task import run_next_task
from kith.core.actions.seal_events import seal_events
from kith.core.actions.start_worker import start_worker
from kith.core.actions.stop_worker import stop_worker
from kith.core.actions.take_back_tasks import take_back_tasks
from kith.core.viewer import Door, Viewer

PAUSE_SECONDS = 0.25
SEAL_SECONDS = 0.5
BEAT_SECONDS = 5.0
AFTER_TROUBLE_SECONDS = 2.0
logger = logging.getLogger("kith.worker")


def run_worker(stop: Flag) -> None:
    """Work until `stop` is set; the task at hand is finished first.

    A database that goes away ends one life of the worker, not the worker: it begins again under a new id,
    and what it had in hand is taken back.
    """
    while not stop.is_set():
        try:
            _live(stop)
        except (DatabaseError, InterfaceError) as error:
            logger.warning("The database failed (%s). Trying again.", type(error).__name__)
            connection.close()
            stop.wait(AFTER_TROUBLE_SECONDS)


def work_off() -> int:
    """Run every task that is due, one after the other, and seal what was recorded. Returns how many ran."""
    viewer = Viewer.system(Door.WORKER)
    worker_id = start_worker(viewer)
    count = 0
    while run_next_task(viewer, worker_id=worker_id):
        count += 1
    stop_worker(viewer, worker_id=worker_id)
    seal_events(viewer)
    return count


def _live(stop: Flag) -> None:
    viewer = Viewer.system(Door.WORKER)
    worker_id = start_worker(viewer)
    given_up = Flag()
    upkeep = Thread(target=_keep_up, args=(viewer, worker_id, given_up), daemon=True)
    take_back_tasks(viewer)
    upkeep.start()
    logger.info("Worker %s works.", worker_id)
    try:
        _work(viewer, worker_id, stop, given_up)
    finally:
        given_up.set()
        upkeep.join()
        stop_worker(viewer, worker_id=worker_id)
    logger.info("Worker %s has stopped.", worker_id)


def _work(viewer: Viewer, worker_id: str, stop: Flag, given_up: Flag) -> None:
    while not stop.is_set() and not given_up.is_set():
        close_old_connections()
        run_due_jobs(viewer)
        if not run_next_task(viewer, worker_id=worker_id):
            stop.wait(PAUSE_SECONDS)


def _keep_up(viewer: Viewer, worker_id: str, given_up: Flag) -> None:
    """Heartbeat, seals and taking back, beside the work: a long task must not look like a dead worker."""
    ticks = 0
    while not given_up.wait(SEAL_SECONDS):
        ticks += 1
        try:
            seal_events(viewer)
            if ticks * SEAL_SECONDS % BEAT_SECONDS == 0 and not _beat(viewer, worker_id):
                given_up.set()
        except (DatabaseError, InterfaceError) as error:
            logger.warning("Upkeep waits for the database (%s).", type(error).__name__)
            connection.close()
    connection.close()


def _beat(viewer: Viewer, worker_id: str) -> bool:
    is_known = beat_worker(viewer, worker_id=worker_id)
    take_back_tasks(viewer)
    return is_known
