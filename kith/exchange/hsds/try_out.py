"""Trying out an import: what would come of it, with nothing written."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kith.core.viewer import Viewer
from kith.directory.actions.finish_import import NotTaken
from kith.directory.queries.import_preview import import_preview
from kith.directory.queries.services_gone import services_gone
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.reading import Reading, batches

AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Trial:
    """What an import would do. `fields`: each changed field with the number of services, most first."""

    added: int
    changed: int
    unchanged: int
    gone: int
    not_taken: tuple[NotTaken, ...]
    fields: tuple[tuple[str, int], ...]


def try_out(
    viewer: Viewer, *, records: Iterable[RawRecord], source_name: str, progress: Callable[[int], None]
) -> Trial:
    """What `take_in_records` would do with the records. Raises Denied."""
    reading, fields = Reading(), Counter[str]()
    added = changed = unchanged = 0
    for batch in batches(records, reading, progress, AT_ONCE):
        found = import_preview(viewer, source_name=source_name, records=batch)
        added, unchanged = added + found.added, unchanged + found.unchanged
        changed += len(found.changed)
        fields.update(name for names in found.changed for name in names)
    return Trial(
        added=added,
        changed=changed,
        unchanged=unchanged,
        gone=services_gone(viewer, source_name=source_name, seen=reading.seen),
        not_taken=tuple(reading.not_taken),
        fields=tuple(sorted(fields.items(), key=lambda one: (-one[1], one[0]))),
    )
