"""What a program may ask for, as the standard names it, read strictly."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from kith.core.errors import BadInput

PER_PAGE = 50
MOST_PER_PAGE = 500
MOST_PAGES = 10_000_000
LONGEST = 1000
MOST_BODY = 65_536
MOST_METRES = 500_000
TRUE, FALSE = {"true", "1", "yes"}, {"false", "0", "no", ""}
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
        if not (value.isascii() and value.isdigit()) or not 1 <= int(value[:20]) <= most:
            refuse(name, _("must be a whole number from 1 to %(most)s.") % {"most": most})
        return int(value)

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
        found = _read(name, value.replace(" ", "+"), _moment, why)
        return found if found.tzinfo else found.replace(tzinfo=UTC)

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


def asked(request: HttpRequest) -> Asked:
    """The parameters of the address, and, where they are sent as a form or as JSON, those of the body."""
    given = {name: str(value) for name, value in request.GET.items()}
    if request.method != "POST":
        return Asked(given)
    if request.content_type == "application/json":
        return Asked({**given, **_from_json(request.body)})
    return Asked({**given, **{name: str(value) for name, value in request.POST.items()}})


def refuse(name: str, why: str) -> NoReturn:
    """Raises BadParameter, naming the parameter."""
    raise BadParameter(f"{name}: {why}", field=name)


def _from_json(body: bytes) -> dict[str, str]:
    try:
        found = json.loads(body[:MOST_BODY]) if body.strip() else {}
    except (ValueError, RecursionError):
        raise BadParameter(_("This is not JSON.")) from None
    if not isinstance(found, dict):
        raise BadParameter(_("This is not JSON."))
    return {name: _as_text(name, value) for name, value in found.items() if value is not None}


def _as_text(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return str(value)
    refuse(name, _("must be a single value."))


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
