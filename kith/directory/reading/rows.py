"""What is read of the rows that hang on a listing: only columns that somebody uses, for each one costs."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from kith.directory.models import Detail
from kith.directory.views_of import LanguageLine

DetailT = TypeVar("DetailT", bound=Detail)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a listing or a place."""

    taxonomy_term_id: UUID | None
    link_type: str
    shown_as: str


@dataclass(frozen=True, slots=True)
class HoursRow:
    """Opening hours as published: a rule that comes back, or plain words."""

    service_id: UUID | None
    location_id: UUID | None
    opens_at: str
    closes_at: str
    freq: str
    interval: int | None
    wkst: str
    byday: str
    bymonthday: str
    byweekno: str
    byyearday: str
    count: int | None
    dtstart: date | None
    until: date | None
    valid_from: date | None
    valid_to: date | None
    description: str
    notes: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A telephone number as published, and what it hangs on."""

    service_id: UUID | None
    location_id: UUID | None
    organization_id: UUID | None
    number: str
    extension: str
    description: str
    is_dialable: bool


@dataclass(frozen=True, slots=True)
class SignalRow:
    """How a service stands to the partnership."""

    tier: str
    expected_wait_days: int | None
    agreed_routes: int
    as_of: datetime


RowT = TypeVar("RowT", Tag, HoursRow, PhoneRow, LanguageLine, SignalRow)


def read_by(rows: QuerySet[DetailT], holder: str, kind: type[RowT]) -> dict[UUID, list[RowT]]:
    """The rows as `kind` by the id of what they hang on, `service_id` say, in their order. One statement."""
    found: dict[UUID, list[RowT]] = {}
    for holder_id, *columns in rows.values_list(holder, *columns_of(kind)):
        found.setdefault(holder_id, []).append(kind(*columns))
    return found


def columns_of(kind: type[RowT]) -> Collection[str]:
    """The columns that it is made of, in their order."""
    return [one.name for one in fields(kind)]
