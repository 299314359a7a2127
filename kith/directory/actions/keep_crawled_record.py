"""Keep a record that a crawl has fetched."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.errors import ImportIsOver
from kith.directory.models import CrawledRecord
from kith.directory.policies.source import one_import_run, rows_to_import
from kith.directory.terms import RunStatus


@transaction.atomic
def keep_crawled_record(viewer: Viewer, *, run_id: UUID, source_key: str, record: str) -> None:
    """Keep its JSON until the run is finished: a crawl that is killed does not fetch it again.

    Raises Denied, NotFound, or ImportIsOver.
    """
    run = one_import_run(viewer, run_id)
    if run.status != RunStatus.RUNNING:
        raise ImportIsOver
    kept = CrawledRecord(run=run, source_key=source_key, record=record)
    rows_to_import(viewer, CrawledRecord).bulk_create([kept], ignore_conflicts=True)
