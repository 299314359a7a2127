"""The HSDS records that hang on a service, an organisation or a location."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRecord:
    """HSDS schedule."""

    key: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    freq: str = ""
    interval: int | None = None
    wkst: str = ""
    byday: str = ""
    bymonthday: str = ""
    opens_at: str = ""
    closes_at: str = ""
    description: str = ""
    notes: str = ""
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRecord:
    """HSDS phone."""

    key: str = ""
    number: str
    extension: str = ""
    type: str = ""
    description: str = ""
    is_dialable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRecord:
    """HSDS language."""

    key: str = ""
    code: str = ""
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecord:
    """HSDS contact."""

    key: str = ""
    name: str = ""
    title: str = ""
    department: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlRecord:
    """HSDS url."""

    key: str = ""
    label: str = ""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRecord:
    """HSDS service_area."""

    key: str = ""
    name: str = ""
    description: str = ""
    extent: str = ""
    extent_type: str = ""
    uri: str = ""
