"""A worker still lives."""

from kith.core import clock
from kith.core.policies.work import May, heartbeats
from kith.core.viewer import Viewer


def beat_worker(viewer: Viewer, *, worker_id: str) -> bool:
    """Say so. Returns False if others have given this worker up: it must begin again under a new id."""
    return heartbeats(viewer, May.RUN).filter(worker_id=worker_id).update(seen_at=clock.now()) == 1
