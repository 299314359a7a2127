"""A need in the numbers of one generation: codes, bits and ordinals instead of words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from kith.matching.documents import Schema
from kith.matching.facts import GroupBits, Packed
from kith.matching.generation import Generation
from kith.matching.layout import I8, ID_BYTES, LANGUAGE_BITS, U1, Ids
from kith.matching.places import Point, point_of
from kith.matching.questions import Circle, Need

ALL_QUARTERS = (1 << 28) - 1
NO_KM = -1.0
"""A radius that holds nothing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact asked for: its code, its bits, and the bits of the facts that deny it."""

    code: str
    bits: Packed
    denied: Packed


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A need, ready to be compared with arrays.

    `wanted`, `near`: 1 for each such code, and a last 0 that stands for "no code". `languages`: bits;
    `rare_languages`: numbers of those without a bit. `costs`, `genders`: bits, 0: not asked. `point` is None
    without a circle, or where its middle cannot be. `without`: ordinals.
    """

    need: Need
    wanted: U1
    near: U1 | None
    point: Point | None
    km: float
    areas: tuple[int, ...]
    languages: int
    rare_languages: tuple[int, ...]
    slots: int
    age: int
    costs: int
    genders: int
    every_gender: int
    musts: tuple[Fact, ...]
    avoid: Packed
    wishes: tuple[Fact, ...]
    without: I8


def asked_of(need: Need, generation: Generation) -> Asked:
    """The need in the numbers of a generation. Words that it does not know have none."""
    numbers, groups = generation.numbers, generation.groups
    circle = need.where.shape if isinstance(need.where.shape, Circle) else None
    spoken = {numbers.languages[code] for code in need.languages if code in numbers.languages}
    return Asked(
        need=need,
        wanted=_table(need.codes, numbers.codes),
        near=_table(need.near_codes, numbers.codes) if need.near_codes else None,
        point=point_of(circle) if circle else None,
        km=circle.km if circle and circle.km >= 0 else NO_KM,
        areas=tuple(numbers.areas[area] for area in set(need.where.areas) if area in numbers.areas),
        languages=sum(1 << number for number in spoken if number < LANGUAGE_BITS),
        rare_languages=tuple(number - LANGUAGE_BITS for number in spoken if number >= LANGUAGE_BITS),
        slots=need.slots & ALL_QUARTERS,
        age=need.age or 0,
        costs=packed(need.costs, groups).costs,
        genders=packed(need.genders, groups).genders,
        every_gender=generation.every_gender,
        musts=_facts(need.must, generation),
        avoid=packed(need.avoid, groups),
        wishes=_facts(need.wishes, generation),
        without=ordinals_of(need.without, generation.arrays.ids),
    )


def packed(codes: Collection[str], groups: Mapping[str, GroupBits]) -> Packed:
    """The bits of these codes in every column."""
    if not codes:
        return Packed()
    bits = dict.fromkeys(("costs", "flags", "genders", "facts"), 0)
    for one in groups.values():
        bits[one.group.column] |= one.mask(codes)
    return Packed(**bits)


def ordinals_of(services: Collection[UUID], ids: Ids) -> I8:
    """Where these stand among all ids, sorted; those that are not there have no place."""
    if not services or not len(ids):
        return np.empty(0, np.int64)
    asked = np.frombuffer(b"".join(sorted(one.bytes for one in services)), f"S{ID_BYTES}")
    at = np.minimum(ids.searchsorted(asked), len(ids) - 1)
    found: I8 = at[ids[at] == asked]
    return found


def _facts(codes: Iterable[str], generation: Generation) -> tuple[Fact, ...]:
    groups = generation.groups
    return tuple(
        Fact(code, packed((code,), groups), packed(_opposites(code, generation.schema), groups))
        for code in dict.fromkeys(codes)
    )


def _opposites(code: str, schema: Schema) -> tuple[str, ...]:
    pairs = (*schema.opposites, *((other, one) for one, other in schema.opposites))
    return tuple(other for one, other in pairs if one == code)


def _table(codes: Iterable[str], numbers: Mapping[str, int]) -> U1:
    table = np.zeros(len(numbers) + 1, np.uint8)
    table[[numbers[code] for code in codes if code in numbers]] = 1
    return table
