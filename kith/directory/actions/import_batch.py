"""Take in a batch of service records."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.errors import ImportIsOver
from kith.directory.events import ImportBatchWritten
from kith.directory.importing.batch import Batch, Found
from kith.directory.importing.keys import keys_of
from kith.directory.importing.ledger import Ledger
from kith.directory.importing.writing import write_listings
from kith.directory.policies.source import one_import_run
from kith.directory.records import (
    LocationRecord,
    OrganizationRecord,
    Record,
    ServiceRecord,
    TaxonomyRecord,
    TermRecord,
)
from kith.directory.records.alone import AloneRecord
from kith.directory.search_documents import write_search_documents
from kith.directory.searching.records import forget_built, next_sequence
from kith.directory.tasks import build_generation_soon
from kith.directory.terms import RecordKind, RunStatus

KINDS: dict[type[Record], RecordKind] = {
    OrganizationRecord: RecordKind.ORGANIZATION,
    LocationRecord: RecordKind.LOCATION,
    TaxonomyRecord: RecordKind.TAXONOMY,
    TermRecord: RecordKind.TAXONOMY_TERM,
}


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How many services of the batch were new, changed, or as before."""

    added: int
    changed: int
    unchanged: int


@transaction.atomic
def import_batch(
    viewer: Viewer, *, run_id: UUID, records: Sequence[ServiceRecord], alone: Sequence[AloneRecord]
) -> BatchResult:
    """Write the records that are new or changed; one transaction, one event, however many.

    Each record's key is once in `records`; `alone` is what comes without a service, and is not counted. What
    people here wrote stays. A batch in which nothing changed writes nothing.
    Raises Denied, NotFound, or ImportIsOver.
    """
    run = one_import_run(viewer, run_id)
    if run.status != RunStatus.RUNNING:
        raise ImportIsOver
    ledger = Ledger(viewer, source_id=run.source_id, keys=keys_of(Found([*records, *alone])), at=clock.now())
    fresh = [one for one in records if not ledger.is_same(RecordKind.SERVICE, one.key, one.digest)]
    others = [one for one in alone if not ledger.is_same(KINDS[type(one)], one.key, one.digest)]
    if not fresh and not others:
        return BatchResult(0, 0, len(records))
    added = _write(Batch(viewer, run.source_id, ledger, clock.now()), fresh, others)
    result = BatchResult(added, len(fresh) - added, len(records) - len(fresh))
    record(
        viewer,
        ImportBatchWritten(subject=Ref("import_run", run.id), added=result.added, changed=result.changed),
    )
    return result


def _write(batch: Batch, fresh: Sequence[ServiceRecord], alone: Sequence[AloneRecord]) -> int:
    """Write them; returns how many services are new.

    A number is drawn for places without services too: by it those see it who keep where towns lie.
    """
    todo = [(batch.ledger.take(RecordKind.SERVICE, one.key, one.digest, one.raw), one) for one in fresh]
    touched = write_listings(batch, todo, alone)
    batch.ledger.save()
    told = {taken.our_id for taken, _ in todo}
    write_search_documents(told | touched.forgetting | touched.sharing)
    if touched.forgetting:
        forget_built()
        build_generation_soon.enqueue()
    if alone:
        next_sequence()
    return sum(taken.is_new for taken, _ in todo)
