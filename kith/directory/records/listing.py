"""A whole listing: service, organisation and where it is given."""

from dataclasses import dataclass, field
from datetime import date

from kith.directory.records.parts import (
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
    UrlRecord,
)
from kith.directory.records.tags import AttributeRecord, CapacityRecord
from kith.directory.terms import LocationType, ServiceStatus, Topic

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRecord:
    """HSDS address."""

    key: str = ""
    address_1: str
    address_2: str = ""
    attention: str = ""
    city: str = ""
    region: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = ""
    address_type: LocationType = LocationType.PHYSICAL


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationRecord:
    """HSDS location with what hangs on it."""

    key: str = ""
    digest: str = ""
    location_type: LocationType = LocationType.PHYSICAL
    name: str = ""
    description: str = ""
    transportation: str = ""
    url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    timezone: str = ""
    is_point_trusted: bool = True
    is_confidential: bool = False
    addresses: tuple[AddressRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    languages: tuple[LanguageRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """HSDS service_at_location."""

    key: str = ""
    location: LocationRecord
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationRecord:
    """HSDS organization with what hangs on it."""

    key: str
    digest: str
    name: str
    alternate_name: str = ""
    description: str = ""
    email: str = ""
    website: str = ""
    legal_status: str = ""
    year_incorporated: int | None = None
    phones: tuple[PhoneRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    urls: tuple[UrlRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDetails:
    """What a listing may say of a service besides its name: HSDS fields and Kith's own."""

    alternate_name: str = ""
    url: str = ""
    email: str = ""
    status: ServiceStatus = ServiceStatus.ACTIVE
    interpretation_services: str = ""
    application_process: str = ""
    fees_description: str = ""
    eligibility_description: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_on: date | None = None
    alert: str = ""
    papers: str = ""
    what_to_expect: str = ""
    timezone: str = ""
    shows_places: bool = True
    phones: tuple[PhoneRecord, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    attributes: tuple[AttributeRecord, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    urls: tuple[UrlRecord, ...] = ()
    areas: tuple[AreaRecord, ...] = ()
    capacities: tuple[CapacityRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRecord:
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
