"""What taking records in would change."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.core.viewer import Viewer
from kith.directory.changed_fields import changed_fields
from kith.directory.policies.source import check_may_import, source_records
from kith.directory.records import ServiceRecord
from kith.directory.terms import RecordKind


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """How many services are new or as before; of each that changed, the names of the fields that did.

    A changed service without a name of a field comes back: the source had left it out before.
    """

    added: int
    unchanged: int
    changed: tuple[tuple[str, ...], ...]


def import_preview(viewer: Viewer, *, source_name: str, records: Sequence[ServiceRecord]) -> ImportPreview:
    """What `import_batch` would do with the records; nothing is written. Raises Denied."""
    check_may_import(viewer)
    known = source_records(viewer).filter(
        source__name=source_name.strip(),
        kind=RecordKind.SERVICE,
        source_key__in=[record.key for record in records],
    )
    before = {row.source_key: row for row in known.defer(None)}
    changed, unchanged = [], 0
    for record in records:
        row = before.get(record.key)
        if row is None:
            continue
        if row.digest == record.digest and row.gone_at is None:
            unchanged += 1
            continue
        changed.append(tuple(changed_fields(row.record, record.raw)))
    return ImportPreview(len(records) - len(changed) - unchanged, unchanged, tuple(changed))
