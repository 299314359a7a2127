"""Which fields of a listing can be kept by hand, under the names HSDS has for them."""

from dataclasses import dataclass
from enum import StrEnum

from kith.directory.terms import ListingKind, ServiceStatus

LONGEST_TEXT = 10_000


class Shape(StrEnum):
    """How a field is written."""

    LINE = "line"
    TEXT = "text"
    MAIL = "mail"
    LINK = "link"
    AGE = "age"
    STATUS = "status"
    PHONES = "phones"
    LANGUAGES = "languages"
    HOURS = "hours"


LISTS = frozenset({Shape.PHONES, Shape.LANGUAGES, Shape.HOURS})


@dataclass(frozen=True, slots=True)
class ListingField:
    """One field. `is_standard`: HSDS has it: its history is served. `is_only_ours`: no source has a say."""

    name: str
    shape: Shape
    longest: int = LONGEST_TEXT
    is_standard: bool = True
    is_needed: bool = False
    is_only_ours: bool = False


FIELDS: dict[ListingKind, tuple[ListingField, ...]] = {
    ListingKind.SERVICE: (
        ListingField("name", Shape.LINE, 300, is_needed=True),
        ListingField("alternate_name", Shape.LINE, 300),
        ListingField("description", Shape.TEXT),
        ListingField("alert", Shape.TEXT),
        ListingField("status", Shape.STATUS),
        ListingField("phones", Shape.PHONES),
        ListingField("email", Shape.MAIL, 254),
        ListingField("url", Shape.LINK, 1000),
        ListingField("schedules", Shape.HOURS),
        ListingField("languages", Shape.LANGUAGES),
        ListingField("interpretation_services", Shape.TEXT),
        ListingField("eligibility_description", Shape.TEXT),
        ListingField("minimum_age", Shape.AGE),
        ListingField("maximum_age", Shape.AGE),
        ListingField("application_process", Shape.TEXT),
        ListingField("fees_description", Shape.TEXT),
        ListingField("papers", Shape.TEXT, is_standard=False),
        ListingField("what_to_expect", Shape.TEXT, is_standard=False, is_only_ours=True),
    ),
    ListingKind.ORGANIZATION: (
        ListingField("name", Shape.LINE, 300, is_needed=True),
        ListingField("alternate_name", Shape.LINE, 300),
        ListingField("description", Shape.TEXT),
        ListingField("phones", Shape.PHONES),
        ListingField("email", Shape.MAIL, 254),
        ListingField("website", Shape.LINK, 1000),
    ),
}


def field_named(kind: ListingKind, name: str) -> ListingField | None:
    """The field of this name; None where it cannot be kept by hand."""
    return next((field for field in FIELDS[kind] if field.name == name), None)


def value_of(shape: Shape, text: str) -> object:
    """What the column of a plain field holds for this text."""
    if shape is Shape.AGE:
        return int(text) if text else None
    return ServiceStatus(text) if shape is Shape.STATUS else text
