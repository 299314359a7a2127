"""Places that are not for everybody: an import may hide one, and never shows one again."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from kith.directory.importing.batch import Batch
from kith.directory.models import Location, Service, ServiceAtLocation
from kith.directory.policies.source import rows_to_import
from kith.directory.records import LocationRecord
from kith.directory.terms import RecordKind

Owned = tuple[LocationRecord, UUID | None]
Holders = Mapping[UUID, UUID | None]


def hide(batch: Batch, records: Sequence[Owned]) -> list[UUID]:
    """Hide the places that these records say are confidential; returns those that were public until now.

    From now on such a place is known to the organisation that says so, and not to others that are there too.
    """
    told = {
        batch.ledger.our_id(RecordKind.LOCATION, one.key): organization_id
        for one, organization_id in reversed(records)
        if one.is_confidential
    }
    shown = rows_to_import(batch.viewer, Location).filter(pk__in=told, is_confidential=False)
    rows = list(shown)
    for row in rows:
        row.is_confidential = True
        row.organization_id = told[row.id] or row.organization_id
        row.save(update_fields=["is_confidential", "organization"])
    return [row.id for row in rows]


def hidden_already(batch: Batch, records: Sequence[Owned]) -> Holders:
    """Those of the places that are confidential here, with the organisation that may know each.

    Such a place stays so, and that organisation's, whatever a record says that knows nothing of it: what is
    known to need hiding is shown again only by a person.
    """
    ids = {batch.ledger.our_id(RecordKind.LOCATION, one.key) for one, _ in records}
    rows = rows_to_import(batch.viewer, Location).filter(pk__in=ids, is_confidential=True)
    return dict(rows.values_list("pk", "organization_id"))


def mark_changed(batch: Batch, hidden_now: Collection[UUID]) -> None:
    """The services at places hidden just now changed: whoever keeps a copy must fetch it again."""
    if not hidden_now:
        return
    links = rows_to_import(batch.viewer, ServiceAtLocation).filter(location__in=hidden_now)
    ids = set(links.values_list("service_id", flat=True))
    rows_to_import(batch.viewer, Service).filter(pk__in=ids).update(changed_at=batch.at)
