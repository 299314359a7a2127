"""Listings, made by actions; viewers who look after them; HSDS records as a source would send them."""

from collections.abc import Collection
from pathlib import Path
from uuid import UUID, uuid5

from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.add_service import add_service
from kith.directory.actions.finish_import import ImportCounts, finish_import
from kith.directory.actions.import_batch import BatchResult, import_batch
from kith.directory.actions.load_taxonomies import load_taxonomies
from kith.directory.actions.start_import import start_import
from kith.directory.records import (
    AddressRecord,
    Json,
    LocationRecord,
    PlaceRecord,
    ScheduleRecord,
    ServiceDetails,
)
from kith.directory.terms import OrganizationKind, Topic
from kith.exchange.hsds.from_service import from_service
from tests.factories.core import staff
from tests.factories.remembered import remembered

SYSTEM = Viewer.system(Door.COMMAND)
NOBODY = Viewer.nobody(Door.PUBLIC)
SOURCE_IDS = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
REAL_LISTINGS = Path(__file__).parents[3] / "shared/data/haarrrvest-cc0"


@remembered
def an_organization(
    name: str = "Harbour House", *, kind: OrganizationKind = OrganizationKind.COMMUNITY, description: str = ""
) -> UUID:
    return add_organization(
        SYSTEM, name=name, description=description, email="hello@harbour.example", website="", kind=kind
    )


@remembered
def a_service(
    name: str = "Listening café",
    *,
    organization_id: UUID | None = None,
    description: str = "",
    languages: Collection[str] = (),
    topics: Collection[Topic] = (),
    details: ServiceDetails | None = None,
) -> UUID:
    return add_service(
        SYSTEM,
        organization_id=organization_id or an_organization(),
        name=name,
        description=description,
        languages=languages,
        topics=topics,
        details=details or ServiceDetails(),
    )


def a_place(
    latitude: float | None = 52.95,
    longitude: float | None = -1.15,
    *,
    city: str = "Northgate",
    postal_code: str = "NG1 5AA",
    state: str = "",
    is_confidential: bool = False,
    is_point_trusted: bool = True,
) -> PlaceRecord:
    return PlaceRecord(
        location=LocationRecord(
            name="Mill Lane hall",
            latitude=latitude,
            longitude=longitude,
            is_confidential=is_confidential,
            is_point_trusted=is_point_trusted,
            addresses=(
                AddressRecord(
                    address_1="12 Mill Lane", city=city, postal_code=postal_code, state_province=state
                ),
            ),
        )
    )


def at(*places: PlaceRecord) -> ServiceDetails:
    return ServiceDetails(places=places)


def weekly(byday: str, opens_at: str, closes_at: str) -> ScheduleRecord:
    return ScheduleRecord(freq="WEEKLY", byday=byday, opens_at=opens_at, closes_at=closes_at)


@remembered
def own_taxonomies() -> None:
    """Those that every site begins with."""
    load_taxonomies(SYSTEM)


@remembered
def a_host() -> UUID:
    """The organisation that runs the site."""
    host = an_organization("Northgate Together")
    set_site_profile(
        SYSTEM,
        name="Northgate",
        host_organization_id=host,
        duty_user_id=None,
        country="GB",
        emergency_number="999",
        talk_line="116 123",
        talk_line_words="",
        jurisdiction="",
        timezone="UTC",
        is_demo=False,
    )
    return host


def curator() -> Viewer:
    """Someone who looks after the whole directory."""
    return staff(Role.CURATOR, organization_id=a_host())


def coordinator_of(organization_id: UUID) -> Viewer:
    return staff(Role.COORDINATOR, organization_id=organization_id)


def source_id(name: str) -> str:
    """The id that an invented source gives something."""
    return str(uuid5(SOURCE_IDS, name))


def hsds_service(name: str = "Food pantry", **changes: Json) -> dict[str, Json]:
    """One HSDS 3.1 service as a source would send it."""
    service: dict[str, Json] = {
        "id": source_id(name),
        "name": name,
        "status": "active",
        "organization": {
            "id": source_id("Riverside Trust"),
            "name": "Riverside Trust",
            "description": "Neighbours (listed by Riverside List)",
        },
    }
    return {**service, **changes}


def taken_in(*bodies: dict[str, Json], source: str = "Riverside List") -> BatchResult:
    """These records, taken in as one whole run."""
    run_id = start_import(SYSTEM, source_name=source, file_name="list.ndjson")
    records = [from_service(body) for body in bodies]
    result = import_batch(SYSTEM, run_id=run_id, records=records, alone=[])
    finish_import(
        SYSTEM,
        run_id=run_id,
        counts=ImportCounts(result.added, result.changed, result.unchanged),
        seen={one.key for one in records},
        not_taken=[],
    )
    return result
