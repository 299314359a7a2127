"""The changes since a generation, in memory: the newest few thousand of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from kith.core import clock
from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Door, Viewer
from kith.directory.policies.search_record import search_records
from kith.directory.searching.stored import from_text
from kith.matching.documents import Document

MOST = 5_000
ANYBODY = Viewer.nobody(Door.PUBLIC)
NONE: Mapping[UUID, tuple[int, Document | None]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Delta:
    """By service: the number of its last change, and what it says now; None where it is gone.

    `gap`: the highest number of a change that was left out, for there were too many; 0 where none was.
    """

    changes: Mapping[UUID, tuple[int, Document | None]] = field(default_factory=lambda: NONE)
    gap: int = 0

    def __len__(self) -> int:
        return len(self.changes)

    @property
    def sequence(self) -> int:
        """The highest number of all; 0 where there are none."""
        return max((number for number, _ in self.changes.values()), default=0)

    def documents(self) -> Iterator[Document]:
        """The services that say something else."""
        return (one for _, one in self.changes.values() if one is not None)

    def gone(self) -> set[UUID]:
        """The services that are not to be found any more."""
        return {service_id for service_id, (_, one) in self.changes.items() if one is None}

    def after(self, sequence: int) -> "Delta":
        """Only what changed after that number."""
        kept = {one: change for one, change in self.changes.items() if change[0] > sequence}
        return Delta(MappingProxyType(kept), self.gap if self.gap > sequence else 0)


def changes_since(sequence: int, delta: Delta) -> Delta:
    """The delta with every change after that number; of too many, the newest. One statement, or two."""
    rows = search_records(ANYBODY).filter(sequence__gt=sequence).order_by("-sequence", "service_id")
    columns = rows.values_list("service_id", "sequence", "is_gone", "places", "document")
    fresh = list(columns[: MOST + 1])
    if not fresh:
        return delta
    today = clock.today(site_timezone(ANYBODY))
    changes = dict(delta.changes)
    for service_id, number, is_gone, places, text in fresh[:MOST]:
        told = None if is_gone else from_text(service_id, text, places=places, today=today)
        changes[service_id] = (number, told)
    return _cut(changes, max(delta.gap, fresh[MOST][1] if len(fresh) > MOST else 0))


def changed_since(sequence: int) -> set[UUID]:
    """Every service that changed after that number, by its id alone. One statement."""
    rows = search_records(ANYBODY).filter(sequence__gt=sequence)
    return set(rows.values_list("service_id", flat=True))


def _cut(changes: dict[UUID, tuple[int, Document | None]], gap: int) -> Delta:
    """The newest ones; that a service is gone is never left out."""
    if len(changes) <= MOST:
        return Delta(MappingProxyType(changes), gap)
    newest = sorted(changes, key=lambda one: changes[one][0], reverse=True)
    left_out = [one for one in newest[MOST:] if changes[one][1] is not None]
    gap = max([gap, *(changes[one][0] for one in left_out)])
    for one in left_out:
        del changes[one]
    return Delta(MappingProxyType(changes), gap)
