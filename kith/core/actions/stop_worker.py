"""A worker ends."""

from kith.core.policies.work import May, heartbeats
from kith.core.viewer import Viewer


def stop_worker(viewer: Viewer, *, worker_id: str) -> None:
    """Take its heartbeat away; what it left unfinished is free for others at once."""
    heartbeats(viewer, May.RUN).filter(worker_id=worker_id).delete()
