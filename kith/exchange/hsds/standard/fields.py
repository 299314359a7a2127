"""What the HSDS 3.1 standard says of one object: its fields, which are needed, and its table's file."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What stands in a field."""

    TEXT = "text"
    NUMBER = "number"
    ONE = "one"
    MANY = "many"


class Shape(StrEnum):
    """How a text is written; the standard checks the first four, days and clock times it only names."""

    UUID = "uuid"
    EMAIL = "email"
    URI = "uri"
    MOMENT = "date-time"
    DAY = "date"
    CLOCK = "time"
    FREE = ""


CHECKED_BY_THE_STANDARD = frozenset({Shape.UUID, Shape.EMAIL, Shape.URI, Shape.MOMENT})
PARTS_OF_AN_ADDRESS = ("address_1", "city", "state_province", "postal_code", "country")
MAY_BE_EMPTY = frozenset({"description", *PARTS_OF_AN_ADDRESS, "previous_value", "replacement_value"})
"""Needed texts that can truly be nothing, or not known: many countries have no postal codes or provinces.
The standard wants the field and takes it empty; a name or a number that is empty makes its object useless."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `of` names the object that is nested in it; `choices` is a closed list."""

    name: str
    kind: Kind
    shape: Shape = Shape.FREE
    of: str = ""
    choices: tuple[str, ...] = ()

    @property
    def is_nested(self) -> bool:
        """True where another object, or a list of them, stands in the field."""
        return self.kind in {Kind.ONE, Kind.MANY}


@dataclass(frozen=True, slots=True)
class HsdsObject:
    """One object of the standard.

    `needed`: fields no object may lack; `needed_in_table`: those that its CSV table needs besides, since
    nothing is nested there. `table` is the file's name in a tabular package.
    """

    name: str
    table: str
    needed: tuple[str, ...]
    fields: tuple[Field, ...]
    needed_in_table: tuple[str, ...] = ()

    def field(self, name: str) -> Field | None:
        """The field of this name; None where the standard knows none."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def may_be_empty(self) -> frozenset[str]:
        """The needed fields that may be empty."""
        return MAY_BE_EMPTY.intersection(self.needed)

    @property
    def columns(self) -> tuple[Field, ...]:
        """The fields that stand in its table: all that are not nested."""
        return tuple(field for field in self.fields if not field.is_nested)


def text(name: str) -> Field:
    """A free text."""
    return Field(name, Kind.TEXT)


def uuid(name: str) -> Field:
    """An identifier."""
    return Field(name, Kind.TEXT, Shape.UUID)


def email(name: str) -> Field:
    """A mail address."""
    return Field(name, Kind.TEXT, Shape.EMAIL)


def uri(name: str) -> Field:
    """A web address."""
    return Field(name, Kind.TEXT, Shape.URI)


def moment(name: str) -> Field:
    """A day and a time with its offset, as RFC 3339 writes it."""
    return Field(name, Kind.TEXT, Shape.MOMENT)


def day(name: str) -> Field:
    """A day like 2026-05-31."""
    return Field(name, Kind.TEXT, Shape.DAY)


def clock(name: str) -> Field:
    """A time of day with its offset, like 09:30Z."""
    return Field(name, Kind.TEXT, Shape.CLOCK)


def choice(name: str, *choices: str) -> Field:
    """One word of a closed list."""
    return Field(name, Kind.TEXT, choices=choices)


def number(name: str) -> Field:
    """A number."""
    return Field(name, Kind.NUMBER)


def one(name: str, of: str) -> Field:
    """One nested object."""
    return Field(name, Kind.ONE, of=of)


def many(name: str, of: str) -> Field:
    """A list of nested objects."""
    return Field(name, Kind.MANY, of=of)
