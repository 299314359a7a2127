"""Every record of a list, some at a time: however many there are, few are held."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from kith.directory.records import Json

AT_ONCE = 200

NextIds = Callable[[UUID | None, int], list[UUID]]
Bodies = Callable[[Sequence[UUID]], list[Json]]


def every(next_ids: NextIds, bodies: Bodies) -> Iterator[Json]:
    """The body of each id, in the order of ids; what is added meanwhile is neither missed nor given twice."""
    after: UUID | None = None
    while ids := next_ids(after, AT_ONCE):
        yield from bodies(ids)
        after = ids[-1]
