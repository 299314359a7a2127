"""When a yes is over, what was told by it is stopped."""

from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.disclosure.actions.stop_expired import stop_expired


@every(seconds=300)
def stop_what_has_run_out(viewer: Viewer) -> None:
    """Stop it in the ledger and the post. Reads have hidden it since the last moment of the yes."""
    stop_expired(viewer)
