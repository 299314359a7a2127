"""Forget what background work has left behind."""

from datetime import timedelta

from kith.core import clock
from kith.core.policies.work import May, old_keys, tasks
from kith.core.viewer import Viewer

DONE_DAYS = 14
DEAD_DAYS = 180
KEY_DAYS = 30


def prune_work(viewer: Viewer) -> int:
    """Delete tasks done 14 days ago, dead letters of 180 days and form keys of 30. Returns how many rows."""
    moment = clock.now()
    done = tasks(viewer, May.RUN).successful().filter(finished_at__lte=moment - timedelta(days=DONE_DAYS))
    dead = tasks(viewer, May.RUN).failed().filter(finished_at__lte=moment - timedelta(days=DEAD_DAYS))
    keys = old_keys(viewer).filter(at__lte=moment - timedelta(days=KEY_DAYS))
    return sum(rows.delete()[0] for rows in (done, dead, keys))
