"""The tests of a search: each says of slots which of them pass."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np

from kith.matching.facts import GroupBits
from kith.matching.generation import Generation
from kith.matching.hours import clock, open_weeks
from kith.matching.layout import I8, LANGUAGE_BITS, U1, U2, U8, Bools
from kith.matching.questions import Decide, Filters
from kith.matching.spans import parts_of, spread

Column = U1 | U2 | U8
OLDEST_ASKED = 255
CODES, LANGUAGES, AGE, OPEN, PLACES = "codes", "languages", "age", "open", "places"


@dataclass(frozen=True, slots=True)
class Check:
    """One test, by the name of its group of facets."""

    name: str
    passes: Callable[[I8], Bools]


def checks_of(generation: Generation, filters: Filters, decide: Decide | None) -> list[Check]:
    """The tests that these filters ask for, the cheapest first; OPEN, which may ask others, is the last."""
    facts = [Check(name, _facts(generation, name, codes)) for name, codes in filters.facts.items() if codes]
    return [*_plain(generation, filters), *facts, *_dear(generation, filters, decide)]


def _plain(generation: Generation, filters: Filters) -> list[Check]:
    found: list[Check] = []
    if filters.age is not None:
        found.append(Check(AGE, _age(generation, filters.age)))
    if filters.has_places:
        found.append(Check(PLACES, places_left(generation)))
    if filters.languages:
        found.append(Check(LANGUAGES, _languages(generation, filters.languages)))
    return found


def _dear(generation: Generation, filters: Filters, decide: Decide | None) -> list[Check]:
    found: list[Check] = []
    if filters.codes:
        found.append(Check(CODES, _codes(generation, filters.codes)))
    if filters.open_at is not None:
        found.append(Check(OPEN, is_open(generation, filters.open_at, decide)))
    return found


def _age(generation: Generation, age: int) -> Callable[[I8], Bools]:
    arrays, asked = generation.arrays, np.uint8(min(max(age, 0), OLDEST_ASKED))

    def passes(slots: I8) -> Bools:
        return (arrays.amin.take(slots) <= asked) & (arrays.amax.take(slots) >= asked)

    return passes


def _facts(generation: Generation, name: str, codes: tuple[str, ...]) -> Callable[[I8], Bools]:
    own = generation.groups.get(name)
    if own is None or not own.is_answerable(codes):
        return _nothing
    mask = own.mask(codes)
    column = column_of(generation, own)
    asked = column.dtype.type(mask)
    if own.group.is_any:
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


def places_left(generation: Generation) -> Callable[[I8], Bools]:
    """Known to have places, and not paused."""
    arrays = generation.arrays
    return lambda slots: (arrays.cap.take(slots) > 0) & (arrays.paused.take(slots) == 0)


def _languages(generation: Generation, languages: Collection[str]) -> Callable[[I8], Bools]:
    arrays = generation.arrays
    numbers = [generation.numbers.languages.get(language, -1) for language in languages]
    mask = np.uint32(sum(1 << number for number in set(numbers) if 0 <= number < LANGUAGE_BITS))
    rare = [number - LANGUAGE_BITS for number in numbers if number >= LANGUAGE_BITS]
    lists = [arrays.rareslot[arrays.rarestart[one] : arrays.rarestart[one + 1]] for one in rare]

    def passes(slots: I8) -> Bools:
        found: Bools = (arrays.langs.take(slots) & mask) != 0
        for own in lists:
            found |= own.take(own.searchsorted(slots.astype(np.int32)), mode="clip") == slots
        return found

    return passes


def _codes(generation: Generation, codes: Collection[str]) -> Callable[[I8], Bools]:
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


def is_open(generation: Generation, moment: datetime, decide: Decide | None) -> Callable[[I8], Bools]:
    """Surely open at this moment: the bits propose, the ranges decide, and where a week cannot, `decide`."""
    arrays = generation.arrays
    now = clock(moment, generation.names.zones)

    def passes(slots: I8) -> Bools:
        week = arrays.week.take(slots)
        is_used = np.zeros(len(arrays.wexact) + 1, np.bool_)  # the last for -1: not known
        is_used[week] = True
        is_used[-1] = False
        weeks = is_used.nonzero()[0]
        is_used[weeks] = open_weeks(arrays, weeks, now)
        found = is_used.take(week)
        unsure = (
            (found & (arrays.wexact.take(week, mode="wrap") == 0)).nonzero()[0] if len(weeks) else week[:0]
        )
        if len(unsure):
            found[unsure] = decide is not None and _decided(generation, slots[unsure], moment, decide)
        return found

    return passes


def _decided(generation: Generation, slots: I8, moment: datetime, decide: Decide) -> Bools:
    ids = generation.ids_at(generation.arrays.svc[slots])
    yes = set(decide(list(dict.fromkeys(ids)), moment))
    return np.array([one in yes for one in ids], np.bool_)


def among(generation: Generation, ids: Collection[UUID]) -> Bools:
    """For each service, by ordinal, whether it is one of these."""
    found = np.zeros(generation.count, np.bool_)
    found[generation.ordinals(ids)] = True
    return found
