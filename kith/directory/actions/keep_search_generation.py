"""Keep a generation of the search index that is good enough."""

from kith.core.viewer import Viewer
from kith.directory.actions.rebuild_search_index import rebuild_search_index
from kith.directory.generations import build, needs_building, state_now
from kith.directory.policies.source import check_may_import


def keep_search_generation(viewer: Viewer) -> bool:
    """Build one where it is missing, a day old, far behind, of other facts, or holds words to be forgotten.

    Tells the search of every service first, where that was never done. Returns whether one was built: never
    while another builder on this machine works. Raises Denied.
    """
    check_may_import(viewer)
    if not state_now().is_filled:
        rebuild_search_index(viewer)
    state = state_now()
    return needs_building(state) and build(state)
