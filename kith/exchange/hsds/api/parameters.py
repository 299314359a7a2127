"""What a program may ask for, as the standard names it, read strictly."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import NoReturn, TypeVar
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.hsds.api.shapes_asked import BOX, CLOCK, DAYS, LANGUAGES, MOST_YEARS

PER_PAGE = 50
MOST_PER_PAGE = 500
MOST_PAGES = 10_000_000
LONGEST = 1000
MOST_METRES = 500_000
TRUE, FALSE = {"true", "1", "yes"}, {"false", "0", "no", ""}
EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
FORMATS = ("json", "ndjson")
ReadT = TypeVar("ReadT")


class BadParameter(BadInput):
    """A parameter cannot be used; the sentence names it and says what it may be."""

    status = 400
    code = "bad-parameter"


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of one request, by their names in the standard."""

    given: Mapping[str, str]

    def text(self, name: str) -> str:
        """A text; empty if it was not given."""
        value = self.given.get(name, "")
        if len(value) > LONGEST or "\x00" in value:
            refuse(name, _("is too long: %(most)s signs at most.") % {"most": LONGEST})
        return value.strip()

    def flag(self, name: str) -> bool:
        """True or false; false if it was not given."""
        value = self.text(name).lower()
        if value not in TRUE | FALSE:
            refuse(name, _("must be true or false."))
        return value in TRUE

    def whole(self, name: str, *, default: int, most: int) -> int:
        """A whole number from 1."""
        value = self.text(name)
        if not value:
            return default
        digits = value.lstrip("0") if value.isascii() and value.isdigit() else ""
        if not digits or len(digits) > len(str(most)) or int(digits) > most:
            refuse(name, _("must be a whole number from 1 to %(most)s.") % {"most": most})
        return int(digits)

    def metres(self, name: str) -> float | None:
        """A distance; None if it was not given."""
        value = self.text(name)
        if not value:
            return None
        number = _read(name, value, float, _("must be a number of metres."))
        if not 0 <= number <= MOST_METRES:
            refuse(name, _("must be a number of metres."))
        return number

    def id(self, name: str) -> UUID | None:
        """The id of a record; None if it was not given."""
        value = self.text(name)
        return _read(name, value, UUID, _("must be a UUID.")) if value else None

    def moment(self, name: str) -> datetime | None:
        """A day, or a day and time; without an offset it is meant in UTC."""
        value = self.text(name)
        if not value:
            return None
        why = _("must be a date like 2026-05-31 or 2026-05-31T09:30:00Z.")
        return _in_utc(_read(name, value.replace(" ", "+"), _moment, why))

    def years(self, name: str) -> float | None:
        """An age; None if it was not given."""
        value = self.text(name)
        if not value:
            return None
        why = _("must be an age in years.")
        number = _read(name, value, float, why)
        if not 0 <= number <= MOST_YEARS:
            refuse(name, why)
        return number

    def clock(self, name: str) -> time | None:
        """A time of day; None if it was not given."""
        value = self._like(CLOCK, name, _("must be a time of day like 09:30."))
        return time.fromisoformat(value) if value else None

    def day(self, name: str) -> str:
        """A day of the week, as the standard writes it; empty if it was not given."""
        value = self.text(name).upper()
        if value and value not in DAYS:
            refuse(name, _("must be one of %(days)s.") % {"days": ", ".join(DAYS)})
        return value

    def languages(self, name: str) -> tuple[str, ...]:
        """Codes of languages; none if it was not given."""
        value = self._like(LANGUAGES, name, _("must be codes of languages, like ar or ar,fa."))
        return tuple(value.split(",")) if value else ()

    def box(self, name: str) -> Sequence[float]:
        """West, south, east and north; empty if it was not given."""
        value = self._like(BOX, name, _("must be west,south,east,north in degrees."))
        return [float(edge) for edge in value.split(",")] if value else []

    @property
    def page(self) -> int:
        """Which page, from 1."""
        return self.whole("page", default=1, most=MOST_PAGES)

    @property
    def per_page(self) -> int:
        """How many on a page."""
        return self.whole("per_page", default=PER_PAGE, most=MOST_PER_PAGE)

    @property
    def is_stream(self) -> bool:
        """True if everything is wanted, one record a line."""
        value = self.text("format").lower() or FORMATS[0]
        if value not in FORMATS:
            refuse("format", _("must be json or ndjson."))
        return value == "ndjson"

    def _like(self, pattern: str, name: str, why: str) -> str:
        value = self.text(name)
        if value and not re.fullmatch(pattern, value, re.ASCII):
            refuse(name, why)
        return value


def refuse(name: str, why: str) -> NoReturn:
    """Raises BadParameter, naming the parameter."""
    raise BadParameter(f"{name}: {why}", field=name)


def _read(name: str, value: str, reader: Callable[[str], ReadT], why: str) -> ReadT:
    try:
        return reader(value)
    except (ValueError, OverflowError):
        refuse(name, why)


def _moment(value: str) -> datetime:
    found = parse_datetime(value)
    if found is not None:
        return found
    day = parse_date(value)
    if day is None:
        raise ValueError
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _in_utc(moment: datetime) -> datetime:
    """The moment in UTC, where it means that without an offset; before all time, or after, the end of it."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return EARLIEST if moment.year == 1 else LATEST
