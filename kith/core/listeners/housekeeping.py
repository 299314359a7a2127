"""Hourly and daily work of the core."""

from django.core.management import call_command

from kith.core.actions.make_checkpoint import make_checkpoint
from kith.core.actions.prune_work import prune_work
from kith.core.schedule import every
from kith.core.viewer import Viewer

HOUR = 3600


@every(seconds=HOUR)
def keep_checkpoint(viewer: Viewer) -> None:
    """Sign where the chain stands, into the checkpoints folder."""
    make_checkpoint(viewer, to=None)


@every(seconds=24 * HOUR)
def forget_old_work(viewer: Viewer) -> None:
    """Delete finished tasks and old form keys."""
    prune_work(viewer)


@every(seconds=24 * HOUR)
def forget_old_sessions(_viewer: Viewer) -> None:
    """Delete sessions that have run out."""
    call_command("clearsessions")
