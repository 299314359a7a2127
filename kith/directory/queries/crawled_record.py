"""A record that a crawl has fetched already."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.source import crawled_records


def crawled_record(viewer: Viewer, *, run_id: UUID, source_key: str) -> str | None:
    """The record's JSON; None if this run has not fetched it. Raises Denied."""
    rows = crawled_records(viewer).filter(run_id=run_id, source_key=source_key)
    return rows.values_list("record", flat=True).first()
