"""Throw away what a crawl has fetched, once it is taken in."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.policies.source import crawled_records, one_import_run


@transaction.atomic
def forget_crawled_records(viewer: Viewer, *, run_id: UUID) -> None:
    """Nothing of the run is kept beside what was taken in. Raises Denied or NotFound."""
    run = one_import_run(viewer, run_id)
    crawled_records(viewer).filter(run=run).delete()
