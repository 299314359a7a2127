"""Errors and events across all rooms: one code each, and nothing in an event that a chain cannot forget."""

import dataclasses
import typing
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from importlib import import_module
from uuid import UUID

from kith.core.errors import KithError
from kith.core.events import DomainEvent
from kith.core.ids import Ref
from tests.architecture.house import ROOMS, program

COUNTED = (bool, int, UUID, date, datetime, StrEnum, Ref, type(None))
# Text that is never a name, an address or someone's words: how the name of a field of type str must end.
CODED = {
    *(
        "code",
        "codes",
        "kind",
        "kinds",
        "status",
        "state",
        "was",
        "role",
        "grade",
        "reason",
        "ids",
        "parties",
        "parts",
    ),
    *(
        "pack",
        "packs",
        "rules",
        "version",
        "country",
        "jurisdiction",
        "language",
        "timezone",
        "digest",
        "digests",
        "hash",
    ),
}
SHARED = {field.name for field in dataclasses.fields(DomainEvent)}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Talkative(DomainEvent):
    kind = "care.planted"
    words: str
    ending_code: str
    at: datetime
    whom: list[UUID]
    anything: object


def classes_of(name: str, base: type) -> Iterator[type]:
    """The classes of this kind that the rooms define in their files `name` and `…_name`."""
    for one in program():
        if one.room in ROOMS and f"_{one.name}".endswith(f"_{name}"):
            module = import_module(".".join(one.parts))
            for value in vars(module).values():
                if (
                    isinstance(value, type)
                    and issubclass(value, base)
                    and value.__module__ == module.__name__
                ):
                    yield value


def loose_fields(event: type[DomainEvent]) -> list[str]:
    hints = typing.get_type_hints(event)
    own = [field.name for field in dataclasses.fields(event) if field.name not in SHARED]
    return [name for name in own if not _is_safe(name, hints[name])]


def _is_safe(name: str, kind: object) -> bool:
    parts = typing.get_args(kind)
    if parts:
        return all(part is Ellipsis or _is_safe(name, part) for part in parts)
    if kind is str:
        return name.rsplit("_", maxsplit=1)[-1] in CODED
    return isinstance(kind, type) and issubclass(kind, COUNTED)


def test_every_error_has_a_code_of_its_own() -> None:
    errors = list(classes_of("errors", KithError))
    codes = [vars(error).get("code") for error in errors]

    assert None not in codes, [error for error in errors if "code" not in vars(error)]
    assert len(set(codes)) == len(codes), sorted(map(str, codes))


def test_every_error_explains_itself() -> None:
    assert not [error for error in classes_of("errors", KithError) if not error.__doc__]


def test_every_event_is_named_after_its_room_and_only_once() -> None:
    events = [event for event in classes_of("events", DomainEvent) if event is not DomainEvent]
    kinds = [event.kind for event in events]  # type: ignore[attr-defined]

    assert len(set(kinds)) == len(kinds)
    assert not [e for e in events if e.kind.split(".")[0] != e.__module__.split(".")[1]]  # type: ignore[attr-defined]


def test_events_are_frozen_and_slotted() -> None:
    events = [event for event in classes_of("events", DomainEvent) if event is not DomainEvent]

    assert not [e for e in events if not e.__dataclass_params__.frozen or "__slots__" not in vars(e)]  # type: ignore[attr-defined]


def test_no_event_can_hold_a_name_an_address_or_someones_words() -> None:
    loose = {event.__qualname__: loose_fields(event) for event in classes_of("events", DomainEvent)}

    assert not {name: fields for name, fields in loose.items() if fields}


def test_a_planted_talkative_event_is_found() -> None:
    assert loose_fields(Talkative) == ["words", "anything"]
