"""How background work stands."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.core import clock
from kith.core.policies import event_seal
from kith.core.policies.work import May, heartbeats, scheduled_jobs, tasks
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class JobLine:
    """One repeated job: when it runs next, when it last began and ended, and the class of its last error."""

    name: str
    due_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class WorkState:
    """Workers seen in the last 30 s, tasks due and dead, events without a seal, and the repeated jobs."""

    living_workers: int
    last_seen_at: datetime | None
    due: int
    running: int
    dead: int
    unsealed: int
    jobs: tuple[JobLine, ...]


def work_state(viewer: Viewer) -> WorkState:
    """How background work stands, for the system and the host's admin; jobs by name. Seven statements."""
    beats = heartbeats(viewer, May.READ)
    last = beats.order_by("-seen_at").first()
    held = tasks(viewer, May.READ)
    return WorkState(
        living_workers=beats.filter(seen_at__gte=clock.now() - timedelta(seconds=30)).count(),
        last_seen_at=last.seen_at if last is not None else None,
        due=held.ready().count(),
        running=held.running().count(),
        dead=held.failed().count(),
        unsealed=event_seal.waiting(viewer, event_seal.May.VERIFY).count(),
        jobs=tuple(
            JobLine(row.name, row.due_at, row.started_at, row.ended_at, row.error)
            for row in scheduled_jobs(viewer, May.READ).order_by("name")
        ),
    )
