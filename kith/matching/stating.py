"""What one slot states, in words and bits: the slow way, for the few that people read about."""

from dataclasses import dataclass

import numpy as np

from kith.matching.asking import Asked
from kith.matching.facts import Packed
from kith.matching.generation import Generation
from kith.matching.layout import LANGUAGE_BITS
from kith.matching.places import distances, in_box
from kith.matching.questions import Box


@dataclass(frozen=True, slots=True)
class Slot:
    """One service at one place, in words and bits. `km` is NaN without a place or a circle."""

    generation: Generation
    at: int
    codes: frozenset[str]
    facts: Packed
    km: float


def slot_of(generation: Generation, at: int, km: float) -> Slot:
    """What the arrays hold of a slot that is so far away."""
    arrays = generation.arrays
    numbers = [int(column[at]) for column in (arrays.t0, arrays.t1, arrays.t2, arrays.t3)]
    numbers += arrays.xcode[arrays.xstart[at] : arrays.xstart[at + 1]].tolist()
    names = generation.names.codes
    return Slot(
        generation,
        at,
        frozenset(names[number] for number in numbers if number >= 0),
        Packed(int(arrays.ins[at]), int(arrays.flags[at]), int(arrays.gender[at]), int(arrays.facts[at])),
        km,
    )


def km_to(generation: Generation, at: int, asked: Asked) -> float:
    """How far a slot is from the place asked; NaN without a place or a circle."""
    if asked.point is None or at >= generation.shape.mapped:
        return float("nan")
    arrays = generation.arrays
    return float(distances(asked.point, arrays.lat[at : at + 1], arrays.lon[at : at + 1])[0])


def is_within(slot: Slot, asked: Asked) -> bool:
    """Whether it lies in the place asked, or serves it where it has no place."""
    where = asked.need.where
    if slot.at >= slot.generation.shape.mapped:
        return where.is_placeless_in and _serves(slot, asked)
    if isinstance(where.shape, Box):
        arrays, at = slot.generation.arrays, slice(slot.at, slot.at + 1)
        return bool(in_box(where.shape, arrays.lat[at], arrays.lon[at])[0])
    return where.shape is None or slot.km <= asked.km


def _serves(slot: Slot, asked: Asked) -> bool:
    where, shape, arrays = asked.need.where, slot.generation.shape, slot.generation.arrays
    if slot.at < shape.anywhere or (where.shape is None and not where.areas):
        return True
    first = slot.at - shape.anywhere
    served = arrays.akey[arrays.astart[first] : arrays.astart[first + 1]]
    return bool(np.isin(served, asked.areas).any())


def speaks(slot: Slot, code: str) -> bool:
    """Whether it says that it speaks this language."""
    arrays = slot.generation.arrays
    number = slot.generation.numbers.languages.get(code)
    if number is None:
        return False
    if number < LANGUAGE_BITS:
        return bool(int(arrays.langs[slot.at]) >> number & 1)
    rare = number - LANGUAGE_BITS
    speakers = arrays.rareslot[arrays.rarestart[rare] : arrays.rarestart[rare + 1]]
    return bool((speakers == slot.at).any())


def codes_stated(slot: Slot, column: str | None = None) -> frozenset[str]:
    """The codes that the slot states, in one column or in all."""
    return frozenset(
        code
        for one in slot.generation.groups.values()
        if column in (None, one.group.column)
        for code, bit in one.bits.items()
        if bit & _bits(slot.facts, one.group.column)
    )


def _bits(facts: Packed, column: str) -> int:
    return {"costs": facts.costs, "flags": facts.flags, "genders": facts.genders}.get(column, facts.facts)


def meet(stated: Packed, asked: Packed) -> bool:
    """Whether one of these facts is stated."""
    return bool(
        stated.costs & asked.costs
        or stated.flags & asked.flags
        or stated.genders & asked.genders
        or stated.facts & asked.facts
    )
