"""How many services would count as gone from a source."""

from collections.abc import Collection

from kith.core.viewer import Viewer
from kith.directory.gone import gone_from
from kith.directory.policies.source import check_may_import, source_records
from kith.directory.terms import RecordKind


def services_gone(viewer: Viewer, *, source_name: str, seen: Collection[str] | None) -> int:
    """What `finish_import` would mark when it has seen these; nothing is written. Raises Denied."""
    check_may_import(viewer)
    if seen is None:
        return 0
    known = source_records(viewer).filter(
        source__name=source_name.strip(), kind=RecordKind.SERVICE, gone_at__isnull=True
    )
    return len(gone_from(known.values_list("pk", "source_key"), seen))
