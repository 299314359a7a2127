"""A whole listing: service, organisation and where it is given."""

from dataclasses import dataclass, field
from datetime import date

from kith.directory.records.costs import (
    CostRecord,
    DocumentRecord,
    FundingRecord,
    IdentifierRecord,
    ProgramRecord,
    UrlRecord,
)
from kith.directory.records.parts import (
    AccessibilityRecord,
    AddressRecord,
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
)
from kith.directory.records.record import Record
from kith.directory.records.tags import CapacityRecord, Tagged
from kith.directory.terms import LocationType, ServiceStatus, Topic

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationRecord(Tagged):
    """HSDS location with what hangs on it."""

    key: str = ""
    digest: str = ""
    location_type: LocationType = LocationType.PHYSICAL
    name: str = ""
    alternate_name: str = ""
    description: str = ""
    transportation: str = ""
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    external_identifier: str = ""
    external_identifier_type: str = ""
    timezone: str = ""
    is_point_trusted: bool = True
    is_confidential: bool = False
    addresses: tuple[AddressRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    languages: tuple[LanguageRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    accessibility: tuple[AccessibilityRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord(Tagged):
    """HSDS service_at_location."""

    key: str = ""
    location: LocationRecord
    description: str = ""
    areas: tuple[AreaRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRecord(Tagged):
    """HSDS organization with what hangs on it. `locations` and `programs` are those its own record names."""

    key: str
    digest: str
    name: str
    alternate_name: str = ""
    description: str = ""
    email: str = ""
    website: str = ""
    logo: str = ""
    uri: str = ""
    parent_key: str = ""
    tax_status: str = ""
    tax_id: str = ""
    legal_status: str = ""
    year_incorporated: int | None = None
    phones: tuple[PhoneRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    urls: tuple[UrlRecord, ...] = ()
    funding: tuple[FundingRecord, ...] = ()
    identifiers: tuple[IdentifierRecord, ...] = ()
    locations: tuple[LocationRecord, ...] = ()
    programs: tuple[ProgramRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDetails(Tagged):
    """What a listing may say of a service besides its name: HSDS fields and Kith's own."""

    alternate_name: str = ""
    url: str = ""
    email: str = ""
    status: ServiceStatus = ServiceStatus.ACTIVE
    interpretation_services: str = ""
    application_process: str = ""
    fees_description: str = ""
    wait_time: str = ""
    fees: str = ""
    accreditations: str = ""
    licenses: str = ""
    eligibility_description: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_on: date | None = None
    assurer_email: str = ""
    last_modified: str = ""
    alert: str = ""
    papers: str = ""
    what_to_expect: str = ""
    timezone: str = ""
    shows_places: bool = True
    program: ProgramRecord | None = None
    phones: tuple[PhoneRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    urls: tuple[UrlRecord, ...] = ()
    areas: tuple[AreaRecord, ...] = ()
    capacities: tuple[CapacityRecord, ...] = ()
    funding: tuple[FundingRecord, ...] = ()
    costs: tuple[CostRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRecord(Record):
    """HSDS service, nested as it came. `raw` is the whole record."""

    key: str
    digest: str
    raw: dict[str, Json]
    organization: OrganizationRecord
    name: str
    description: str
    languages: tuple[LanguageRecord, ...]
    topics: frozenset[Topic]
    details: ServiceDetails = field(default_factory=ServiceDetails)
