"""Who may take listings in from a source, and read what came of it."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from kith.core.errors import Denied, NotFound
from kith.core.viewer import Role, Viewer
from kith.directory.models import CrawledRecord, ImportRun, Source, SourceRecord
from kith.directory.policies.who import is_of_host

RowT = TypeVar("RowT", bound=Model)


def check_may_import(viewer: Viewer) -> None:
    """Raises Denied unless the viewer may take listings in."""
    if not (viewer.is_system or is_of_host(viewer, Role.CURATOR, Role.ADMIN)):
        raise Denied


def rows_to_import(viewer: Viewer, kind: type[RowT]) -> QuerySet[RowT]:
    """The rows of one directory table, for the import to write. Raises Denied."""
    check_may_import(viewer)
    rows: QuerySet[RowT] = QuerySet(kind)
    return rows


def sources(_viewer: Viewer) -> QuerySet[Source]:
    """Every source: where a listing comes from is public."""
    return Source.objects.all()


def source_records(_viewer: Viewer) -> QuerySet[SourceRecord]:
    """When a source last listed a record: public, as the listing is."""
    return SourceRecord.objects.defer("record")


def import_runs(viewer: Viewer) -> QuerySet[ImportRun]:
    """The import runs, for those who may import. Raises Denied."""
    check_may_import(viewer)
    return ImportRun.objects.all()


def crawled_records(viewer: Viewer) -> QuerySet[CrawledRecord]:
    """What crawls under way have fetched, for those who may import. Raises Denied."""
    return rows_to_import(viewer, CrawledRecord)


def finished_runs(_viewer: Viewer) -> QuerySet[ImportRun]:
    """When each source was last read to its end: public."""
    return ImportRun.objects.filter(finished_at__isnull=False).only("source_id", "finished_at")


def one_import_run(viewer: Viewer, run_id: UUID) -> ImportRun:
    """One run. Raises Denied or NotFound."""
    run = import_runs(viewer).filter(pk=run_id).first()
    if run is None:
        raise NotFound
    return run
