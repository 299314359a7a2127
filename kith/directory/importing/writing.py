"""Writing one batch of records in the order in which rows refer to one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.directory.importing.batch import Batch, Found
from kith.directory.importing.hanging import Hanging, Owner
from kith.directory.importing.hiding import hidden_already, mark_changed
from kith.directory.importing.ledger import Taken
from kith.directory.importing.references import references_of
from kith.directory.importing.rows import clear, write_hung
from kith.directory.importing.services import Todo, hang_on_service, write_services
from kith.directory.importing.shared import (
    Written,
    mark_listed,
    write_locations,
    write_organizations,
    write_programs,
    write_taxonomies,
    write_terms,
    write_units,
)
from kith.directory.importing.touched import services_touched
from kith.directory.keeping.changing import keep_history_back
from kith.directory.keeping.over_import import (
    keep_what_was_typed_of_organizations,
    keep_what_was_typed_of_services,
)
from kith.directory.policies.place import services_of_those_at
from kith.directory.records import (
    LocationRecord,
    OrganizationRecord,
    ProgramRecord,
    Record,
    ServiceRecord,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)
from kith.directory.terms import RecordKind


@dataclass(frozen=True, slots=True)
class Touched:
    """Services, of this source or another, that the search must be told of, though they are not in the batch.

    `forgetting`: they are given at a place that is not for everybody, or are of those there or who hold it:
    what they say in another language may not be found any more. `sharing`: their organisation or a
    place of theirs says something else.
    """

    forgetting: set[UUID]
    sharing: set[UUID]


def write_listings(batch: Batch, todo: Todo, others: Sequence[Record]) -> Touched:
    """The services in `todo`, and other records that stand alone, with everything they hold."""
    todo = keep_what_was_typed_of_services(batch, todo)
    services = [one for _, one in todo]
    found = Found([*services, *others])
    organizations = keep_what_was_typed_of_organizations(batch, found.of(OrganizationRecord))
    written = write_organizations(batch, organizations)
    told = _locations(batch, services, organizations, others)
    places, hidden_now = write_locations(batch, told)
    programs = write_programs(batch, _programs(batch, services, organizations))
    mark_listed(batch, written)
    tags = _write_tags(batch, found)
    write_services(batch, todo)
    hanging = Hanging(references_of(batch, found))
    shared = [*programs, *tags]
    _clear(batch, todo, written, places, shared)
    for taken, one in written:
        hanging.hang_on(Owner("organization", taken.our_id, None, taken.our_id, batch.source_id), one)
    for taken, one in places:
        owner = Owner("location", taken.our_id, taken.our_id, taken.our_id, batch.source_id)
        hanging.hang_on(owner, one)
    for taken, one in shared:
        hanging.hang_on(Owner("", taken.our_id, None, taken.our_id, batch.source_id), one)
    for taken, service in todo:
        hang_on_service(batch, hanging, taken, service)
    write_hung(hanging)
    mark_changed(batch, hidden_now)
    hidden = hidden_already(batch, told)
    keep_history_back(batch.viewer, hidden)
    forgetting = services_of_those_at(hidden)
    return Touched(forgetting, services_touched(batch, written, places))


def _locations(
    batch: Batch,
    services: Sequence[ServiceRecord],
    organizations: Sequence[OrganizationRecord],
    others: Sequence[Record],
) -> list[tuple[LocationRecord, UUID | None]]:
    """Every place once or more, with its organisation; a hidden one is hidden wherever it stands."""
    of_organizations = [
        (place, _organization(batch, one)) for one in organizations for place in one.locations
    ]
    of_services = [
        (place.location, _organization(batch, one.organization))
        for one in services
        for place in one.details.places
    ]
    alone = [(one, None) for one in others if isinstance(one, LocationRecord)]
    return sorted([*of_services, *of_organizations, *alone], key=lambda pair: not pair[0].is_confidential)


def _organization(batch: Batch, record: OrganizationRecord) -> UUID:
    return batch.ledger.our_id(RecordKind.ORGANIZATION, record.key)


def _programs(
    batch: Batch, services: Sequence[ServiceRecord], organizations: Sequence[OrganizationRecord]
) -> list[tuple[ProgramRecord, UUID]]:
    named = [(one, _organization(batch, holder)) for holder in organizations for one in holder.programs]
    used = [
        (one.details.program, _organization(batch, one.organization))
        for one in services
        if one.details.program
    ]
    return [*named, *used]


def _write_tags(batch: Batch, found: Found) -> Written:
    taxonomies = write_taxonomies(batch, found.of(TaxonomyRecord))
    terms = write_terms(batch, found.of(TermRecord))
    return [*taxonomies, *terms, *write_units(batch, found.of(UnitRecord))]


def _clear(batch: Batch, todo: Todo, organizations: Written, locations: Written, shared: Written) -> None:
    services = _changed(taken for taken, _ in todo)
    holders = _changed(taken for taken, _ in organizations)
    places = _changed(taken for taken, _ in locations)
    roots = [*services, *holders, *places, *_changed(taken for taken, _ in shared)]
    if roots:
        clear(batch.viewer, roots=roots, services=services, locations=places)


def _changed(taken: Iterable[Taken]) -> list[UUID]:
    return [one.our_id for one in taken if one.is_changed]
