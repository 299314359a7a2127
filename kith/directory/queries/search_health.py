"""How well the search follows the listings."""

from dataclasses import dataclass

from kith.core.viewer import Viewer
from kith.directory.generations import FAR_BEHIND, opened, state_now
from kith.directory.policies.search_record import search_records


@dataclass(frozen=True, slots=True)
class SearchHealth:
    """`behind`: changes that the index on disk has not seen, at most 2,001; None where there is no index.

    `is_filled`: the search was told of every service. `must_forget`: the index holds words that nobody may
    find any more.
    """

    services: int
    behind: int | None
    is_filled: bool
    must_forget: bool

    @property
    def is_far_behind(self) -> bool:
        """True if the next index should have been built."""
        return self.behind is not None and self.behind > FAR_BEHIND


def search_health(viewer: Viewer) -> SearchHealth:
    """What the records say, and the index on this machine's disk. Three statements."""
    state = state_now()
    base = opened(state)
    told = search_records(viewer).filter(is_gone=False).count()
    if base is None:
        return SearchHealth(told, None, state.is_filled, must_forget=False)
    later = search_records(viewer).filter(sequence__gt=base.sequence).values_list("pk", flat=True)
    return SearchHealth(
        told, len(later[: FAR_BEHIND + 1]), state.is_filled, must_forget=base.sequence < state.forgets_after
    )
