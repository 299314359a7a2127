"""Background work: the system runs it, the host's admin may look and try again."""

from collections.abc import Callable
from enum import StrEnum

from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from kith.core.models import IdempotencyKey, ScheduledJob, WorkerHeartbeat
from kith.core.policies import site_profile
from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Viewer

TaskRow = DBTaskResult[[], None]


class May(StrEnum):
    """What one may do with background work."""

    READ = "read"
    RETRY = "retry"
    RUN = "run"


def _system(viewer: Viewer) -> Q:
    return ALL if viewer.is_system else NOTHING


def _site_admin(viewer: Viewer) -> Q:
    is_admin = viewer.is_system or site_profile.site_profiles(viewer, site_profile.May.CHANGE).exists()
    return ALL if is_admin else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _site_admin,
    May.RETRY: _site_admin,
    May.RUN: _system,
}


def may_touch(viewer: Viewer, may: May) -> bool:
    """True if the viewer may do this with background work at all."""
    return POLICY[may](viewer) != NOTHING


def tasks(viewer: Viewer, may: May) -> DBTaskResultQuerySet:
    """The tasks that `viewer` may `may`."""
    return DBTaskResult.objects.filter(POLICY[may](viewer))


def heartbeats(viewer: Viewer, may: May) -> QuerySet[WorkerHeartbeat]:
    """The workers that `viewer` may see."""
    return narrowed(WorkerHeartbeat.objects.all(), POLICY, viewer, may)


def scheduled_jobs(viewer: Viewer, may: May) -> QuerySet[ScheduledJob]:
    """The repeated jobs that `viewer` may see."""
    return narrowed(ScheduledJob.objects.all(), POLICY, viewer, may)


def old_keys(viewer: Viewer) -> QuerySet[IdempotencyKey]:
    """Everybody's form keys, for the system to forget."""
    return narrowed(IdempotencyKey.objects.all(), POLICY, viewer, May.RUN)
