"""Writing the services of a batch."""

from uuid import UUID

from kith.directory.importing.batch import Batch, values
from kith.directory.importing.hanging import Hanging, Owner
from kith.directory.importing.ledger import Taken
from kith.directory.models import Service, ServiceAtLocation
from kith.directory.records import PlaceRecord, ServiceRecord
from kith.directory.terms import RecordKind

DETAIL_FIELDS = (
    "alternate_name",
    "url",
    "email",
    "status",
    "interpretation_services",
    "application_process",
    "fees_description",
    "wait_time",
    "fees",
    "accreditations",
    "licenses",
    "eligibility_description",
    "minimum_age",
    "maximum_age",
    "assured_on",
    "assurer_email",
    "last_modified",
    "alert",
    "papers",
)
WRITTEN = ("name", "description", "topics", "organization", "program", "changed_at", *DETAIL_FIELDS)
Todo = list[tuple[Taken, ServiceRecord]]


def write_services(batch: Batch, todo: Todo) -> None:
    """The services; what people here wrote of them (places, confirmation) stays."""
    batch.upsert(Service, [_service(batch, taken, one) for taken, one in todo], WRITTEN)


def _service(batch: Batch, taken: Taken, record: ServiceRecord) -> Service:
    program = record.details.program
    return Service(
        id=taken.our_id,
        source_id=batch.source_id,
        organization_id=batch.ledger.our_id(RecordKind.ORGANIZATION, record.organization.key),
        program_id=batch.ledger.our_id(RecordKind.PROGRAM, program.key) if program else None,
        name=record.name,
        description=record.description,
        topics=sorted(record.topics),
        shows_places=record.details.shows_places,
        changed_at=batch.at,
        **values(record.details, DETAIL_FIELDS),
    )


def hang_on_service(batch: Batch, hanging: Hanging, taken: Taken, record: ServiceRecord) -> None:
    """Rows for all that hangs on one service, its places among them."""
    owner = Owner("service", taken.our_id, None, taken.our_id, batch.source_id)
    hanging.hang(owner, record.languages)
    hanging.hang_on(owner, record.details)
    once = {one.location.key: one for one in reversed(record.details.places)}
    for position, place in enumerate(reversed(once.values())):
        hang_place(batch, hanging, owner, position, place)


def hang_place(batch: Batch, hanging: Hanging, owner: Owner, position: int, place: PlaceRecord) -> None:
    """A row for one place of a service, and what hangs on it; a location once, however often it is named."""
    location_id = batch.ledger.our_id(RecordKind.LOCATION, place.location.key)
    row_id = hanging.new_id(owner, "ServiceAtLocation", place.key or str(position))
    hanging.keep(place_row(row_id, owner.id, location_id, position, place))
    hanging.hang_on(Owner("service_at_location", row_id, location_id, owner.root, owner.source_id), place)


def place_row(
    row_id: UUID, service_id: UUID, location_id: UUID, position: int, place: PlaceRecord
) -> ServiceAtLocation:
    """That a service is given at a location."""
    return ServiceAtLocation(
        id=row_id,
        hsds_id=row_id,
        service_id=service_id,
        location_id=location_id,
        source_id=place.key,
        position=position,
        description=place.description,
    )
