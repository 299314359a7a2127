"""The tests of a search: each says of slots which of them pass."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import numpy as np

from kith.matching.bits import HAS_PLACES, SHIFTS, is_one
from kith.matching.facts import GroupBits
from kith.matching.generation import Generation
from kith.matching.layout import I8, LANGUAGE_BITS, U1, U2, U8, Arrays, Bools
from kith.matching.opening import is_open
from kith.matching.questions import Decide, Filters
from kith.matching.spans import parts_of, spread

Column = U1 | U2 | U8
Passes = Callable[[I8], Bools]
OLDEST_ASKED = 255
CODES, LANGUAGES, AGE, OPEN, PLACES = "codes", "languages", "age", "open", "places"


@dataclass(frozen=True, slots=True)
class Check:
    """One test, by the name of its group of facets."""

    name: str
    passes: Passes


def checks_of(generation: Generation, filters: Filters) -> list[Check]:
    """The tests that these filters ask for, one by one; but OPEN, which may ask others."""
    return [Check(name, _passes(generation, wants)) for name, wants in _tests(generation, filters)]


def at_once(generation: Generation, filters: Filters) -> list[Passes]:
    """The same tests, with those that only want bits as one."""
    bits, others = 0, list[Passes]()
    for _name, wants in _tests(generation, filters):
        if isinstance(wants, int):
            bits |= wants
        else:
            others.append(wants)
    return [partial(_have, generation.bits, bits), *others] if bits else others


def open_check(generation: Generation, filters: Filters, decide: Decide | None) -> list[Check]:
    """Whether it is open, where that is asked."""
    if filters.open_at is None:
        return []
    return [Check(OPEN, is_open(generation, filters.open_at, decide))]


def _passes(generation: Generation, wants: int | Passes) -> Passes:
    return partial(_have, generation.bits, wants) if isinstance(wants, int) else wants


def _have(bits: U8, wanted: int, slots: I8) -> Bools:
    asked = np.array(wanted, np.uint64)  # as an array, for NumPy compares with it faster
    found: Bools = (bits.take(slots) & asked) == asked
    return found


def _tests(generation: Generation, filters: Filters) -> Iterator[tuple[str, int | Passes]]:
    """Each test by its name; a number where it only wants these of the generation's bits, all of them."""
    if filters.age is not None:
        yield AGE, _age(generation, filters.age)
    if filters.has_places:
        yield PLACES, HAS_PLACES
    if filters.languages:
        yield LANGUAGES, _languages(generation, filters.languages)
    yield from [(name, _facts(generation, name, codes)) for name, codes in filters.facts.items() if codes]
    if filters.codes:
        yield CODES, _codes(generation, filters.codes)


def _age(generation: Generation, age: int) -> Passes:
    arrays, asked = generation.arrays, np.array(min(max(age, 0), OLDEST_ASKED), np.uint8)

    def passes(slots: I8) -> Bools:
        return (arrays.amin.take(slots) <= asked) & (arrays.amax.take(slots) >= asked)

    return passes


def _facts(generation: Generation, name: str, codes: tuple[str, ...]) -> int | Passes:
    own = generation.groups.get(name)
    mask = own.asked(codes) if own else 0
    if own is None or not mask:
        return _nothing
    is_any, shift = own.group.is_any and not is_one(mask), SHIFTS.get(own.group.column)
    if shift is not None and not is_any:
        return mask << shift
    column = column_of(generation, own)
    asked = column.dtype.type(mask)
    if is_any:
        return lambda slots: (column.take(slots) & asked) != 0
    return lambda slots: (column.take(slots) & asked) == asked


def column_of(generation: Generation, own: GroupBits) -> Column:
    """The array in which a group's bits lie."""
    arrays = generation.arrays
    columns: dict[str, Column] = {
        "costs": arrays.ins,
        "flags": arrays.flags,
        "genders": arrays.gender,
        "facts": arrays.facts,
    }
    return columns[own.group.column]


def _nothing(slots: I8) -> Bools:
    return np.zeros(len(slots), np.bool_)


def places_left(generation: Generation) -> Passes:
    """Known to have places, and not paused."""
    return _passes(generation, HAS_PLACES)


def _languages(generation: Generation, languages: tuple[str, ...]) -> int | Passes:
    mask, rare = 0, list[int]()
    for language in languages:
        number = generation.numbers.languages.get(language)
        if number is not None and number < LANGUAGE_BITS:
            mask |= 1 << number
        elif number is not None:
            rare.append(number - LANGUAGE_BITS)
    if is_one(mask) and not rare:
        return mask
    return _any_language(generation.arrays, np.uint32(mask), rare)


def _any_language(arrays: Arrays, mask: np.uint32, rare: list[int]) -> Passes:
    lists = [arrays.rareslot[arrays.rarestart[one] : arrays.rarestart[one + 1]] for one in rare]

    def passes(slots: I8) -> Bools:
        found: Bools = (arrays.langs.take(slots) & mask) != 0
        for own in lists:
            found |= own.take(own.searchsorted(slots.astype(np.int32)), mode="clip") == slots
        return found

    return passes


def _codes(generation: Generation, codes: Collection[str]) -> Passes:
    arrays = generation.arrays
    wanted = np.zeros(len(generation.names.codes) + 1, np.bool_)  # the last for -1: no code
    for code in codes:
        number = generation.numbers.codes.get(code)
        if number is not None:
            wanted[number] = True

    def passes(slots: I8) -> Bools:
        found = wanted.take(arrays.t0.take(slots))
        for column in (arrays.t1, arrays.t2, arrays.t3):
            found |= wanted.take(column.take(slots))
        if len(arrays.xcode):
            which, at = spread(*parts_of(arrays.xstart, slots))
            found[which[wanted.take(arrays.xcode.take(at))]] = True
        return found

    return passes


def among(generation: Generation, ids: Collection[UUID]) -> Bools:
    """For each service, by ordinal, whether it is one of these."""
    found = np.zeros(generation.count, np.bool_)
    found[generation.ordinals(ids)] = True
    return found
