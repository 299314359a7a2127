"""Net 4: queries answer with frozen, slotted dataclasses or plain values, never with rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Generic, TypeVar
from uuid import UUID

import pytest
from django.db.models import QuerySet

from kith.accounts.models import Membership
from tests.architecture.answers import loose_answers
from tests.architecture.house import in_room_folders, program

PartT = TypeVar("PartT")


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    names: tuple[str, ...]


@dataclass
class Open:
    id: UUID


@dataclass(frozen=True)
class Unslotted:
    id: UUID


@dataclass(frozen=True, slots=True)
class About(Generic[PartT]):
    part: PartT


@dataclass(frozen=True, slots=True)
class HoldsARow:
    lines: list[Membership]


def good() -> dict[UUID, list[Line] | None]: ...


def good_about() -> About[Line] | None: ...


def a_row_about() -> About[Membership]: ...


def a_row() -> Membership: ...


def rows() -> QuerySet[Membership]: ...


def a_list_of_rows() -> list[Membership]: ...


def an_open_dataclass() -> list[Open]: ...


def an_unslotted_dataclass() -> Unslotted | None: ...


def a_row_within() -> HoldsARow: ...


def an_iterator() -> Iterator[Line]: ...


def anything() -> object: ...


def unsaid():  # type: ignore[no-untyped-def]
    ...


def test_every_query_answers_with_frozen_slotted_values() -> None:
    faults = [
        f"{one.path}: {sentence}"
        for one in in_room_folders(program(), "queries")
        for sentence in loose_answers(getattr(import_module(".".join(one.parts)), one.name))
    ]

    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize(
    "planted",
    [
        a_row,
        a_row_about,
        rows,
        a_list_of_rows,
        an_open_dataclass,
        an_unslotted_dataclass,
        a_row_within,
        an_iterator,
        anything,
        unsaid,
    ],
)
def test_a_planted_answer_is_found(planted: object) -> None:
    assert callable(planted)
    assert loose_answers(planted)


def test_a_good_answer_passes() -> None:
    assert not loose_answers(good)
    assert not loose_answers(good_about)
