"""Run the repeated work that is due."""

import logging
from datetime import timedelta

from kith.core import clock
from kith.core.models import ScheduledJob
from kith.core.policies.work import May, scheduled_jobs
from kith.core.schedule import SCHEDULE, Repeated
from kith.core.viewer import Viewer

logger = logging.getLogger("kith.worker")


def run_due_jobs(viewer: Viewer) -> int:
    """Run each `@every` job whose time has come, one worker at a time. Returns how many ran.

    A job that fails runs again at its next time; its error is kept as a class, never as words.
    """
    due = _due(viewer)
    return sum(_run_if_first(viewer, job) for job in due)


def _due(viewer: Viewer) -> list[Repeated]:
    known = dict(scheduled_jobs(viewer, May.RUN).values_list("name", "due_at"))
    moment = clock.now()
    fresh = [ScheduledJob(name=name, due_at=moment, error="") for name in SCHEDULE if name not in known]
    if fresh:
        ScheduledJob.objects.bulk_create(fresh, ignore_conflicts=True)
    return [job for name, job in SCHEDULE.items() if known.get(name, moment) <= moment]


def _run_if_first(viewer: Viewer, job: Repeated) -> bool:
    """One conditional update decides which worker runs it."""
    moment = clock.now()
    row = scheduled_jobs(viewer, May.RUN).filter(name=job.name)
    later = moment + timedelta(seconds=job.seconds)
    if not row.filter(due_at__lte=moment).update(due_at=later, started_at=moment):
        return False
    row.update(ended_at=clock.now(), error=_error_of(viewer, job))
    return True


def _error_of(viewer: Viewer, job: Repeated) -> str:
    try:
        job.work(viewer)
    except Exception as error:  # noqa: BLE001 (one job's failure must not stop the others)
        name = f"{type(error).__module__}.{type(error).__qualname__}"
        logger.error("The job %s failed: %s.", job.name, name)
        return name[:200]
    return ""
