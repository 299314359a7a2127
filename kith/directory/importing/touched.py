"""Services that are found otherwise because something changed that they share."""

from uuid import UUID

from kith.directory.importing.batch import Batch
from kith.directory.importing.shared import Written
from kith.directory.models import Service, ServiceAtLocation
from kith.directory.policies.source import rows_to_import


def services_touched(batch: Batch, organizations: Written, places: Written) -> set[UUID]:
    """Those of organisations, and at places, that were here before and say something else now.

    Two statements at most; none where all are new or as before.
    """
    holders = _changed(organizations)
    found: set[UUID] = set()
    if holders:
        rows = rows_to_import(batch.viewer, Service).filter(organization__in=holders)
        found |= set(rows.values_list("pk", flat=True))
    there = _changed(places)
    if there:
        links = rows_to_import(batch.viewer, ServiceAtLocation).filter(location__in=there)
        found |= set(links.values_list("service_id", flat=True))
    return found


def _changed(written: Written) -> list[UUID]:
    return [taken.our_id for taken, _ in written if taken.is_changed and not taken.is_new]
