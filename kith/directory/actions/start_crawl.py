"""Begin to take in the listings at a web address, or go on where a crawl of it was broken off."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.importing.runs import LONGEST_FILE_NAME, named_source, open_run
from kith.directory.policies.source import crawled_records, import_runs
from kith.directory.terms import RunStatus

STALE_AFTER = timedelta(days=7)


@transaction.atomic
def start_crawl(viewer: Viewer, *, source_name: str, address: str, version: str, profile: str) -> UUID:
    """Open a run of this source, or take up one broken off within seven days; returns its id.

    What earlier runs of the source had fetched is thrown away. `version` and `profile` are what the source
    says of itself. Raises Denied, or BadInput if the source has no name or one over 100 characters.
    """
    runs = import_runs(viewer)
    source = named_source(viewer, source_name)
    address = address[-LONGEST_FILE_NAME:]
    run = (
        runs.filter(source=source, file_name=address, status=RunStatus.RUNNING)
        .filter(started_at__gt=clock.now() - STALE_AFTER)
        .order_by("-started_at")
        .first()
    ) or open_run(viewer, source, address)
    run.version, run.profile = version[:100], profile[:1000]
    run.save(update_fields=["version", "profile"])
    crawled_records(viewer).filter(run__source=source).exclude(run=run).delete()
    return run.id
