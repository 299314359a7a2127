"""The HSDS records about reaching a service: when, where, in which language."""

from dataclasses import dataclass
from datetime import date

from kith.directory.records.tags import Tagged
from kith.directory.terms import LocationType


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRecord(Tagged):
    """HSDS schedule. Hours stand as they were written: `HH:MM` first, then what the source put after it."""

    key: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    dtstart: date | None = None
    timezone: float | None = None
    until: date | None = None
    count: int | None = None
    freq: str = ""
    interval: int | None = None
    wkst: str = ""
    byday: str = ""
    byweekno: str = ""
    bymonthday: str = ""
    byyearday: str = ""
    opens_at: str = ""
    closes_at: str = ""
    description: str = ""
    schedule_link: str = ""
    attending_type: str = ""
    notes: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRecord(Tagged):
    """HSDS language."""

    key: str = ""
    code: str = ""
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRecord(Tagged):
    """HSDS phone."""

    key: str = ""
    number: str
    extension: str = ""
    type: str = ""
    description: str = ""
    is_dialable: bool = True
    languages: tuple[LanguageRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecord(Tagged):
    """HSDS contact."""

    key: str = ""
    name: str = ""
    title: str = ""
    department: str = ""
    email: str = ""
    phones: tuple[PhoneRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRecord(Tagged):
    """HSDS service_area."""

    key: str = ""
    name: str = ""
    description: str = ""
    extent: str = ""
    extent_type: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityRecord(Tagged):
    """HSDS accessibility."""

    key: str = ""
    description: str = ""
    details: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRecord(Tagged):
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
