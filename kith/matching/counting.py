"""Facets: for each group, how many services there would be with each code, all other groups as asked.

A candidate counts for a group where it fails no test, or fails this group's alone. Where one choice of a
group is enough its own test does not count; where all are wanted it does, for each more narrows.
"""

from collections.abc import Callable, Iterable

import numpy as np

from kith.matching.facts import GroupBits
from kith.matching.generation import Generation
from kith.matching.layout import I2, I8, LANGUAGE_BITS, U4, Bools
from kith.matching.opening import is_open
from kith.matching.questions import Search
from kith.matching.spans import parts_of, spread
from kith.matching.testing import (
    CODES,
    LANGUAGES,
    OPEN,
    PLACES,
    Check,
    Column,
    column_of,
    places_left,
)

Counts = dict[str, dict[str, int]]
YES = "yes"
MASKS: I8 = np.arange(256)[:, None] >> np.arange(8) & 1
"""For each byte, its bits."""


def counted(generation: Generation, question: Search, slots: I8, checks: list[Check]) -> tuple[Bools, Counts]:
    """Which of the slots pass every test, and the counts of all groups."""
    failed = {check.name: ~check.passes(slots) for check in checks if check.name != OPEN}
    sums = np.zeros(len(slots), np.int16)
    for own in failed.values():
        sums += own
    for check in checks:
        if check.name == OPEN:  # asks others: only about those that can still count
            failed[OPEN] = ~_open_where(check, slots, sums <= 1)
            sums += failed[OPEN]
    counter = _Counter(generation, slots, failed, sums)
    return sums == 0, counter.counts(question)


def _open_where(check: Check, slots: I8, where: Bools) -> Bools:
    found = np.zeros(len(slots), np.bool_)
    found[where] = check.passes(slots[where])
    return found


class _Counter:
    """Counts services, not slots."""

    def __init__(self, generation: Generation, slots: I8, failed: dict[str, Bools], sums: I2) -> None:
        self._generation, self._slots = generation, slots
        self._failed, self._sums = failed, sums
        if not generation.is_one_place_each:
            order = generation.arrays.svc.take(slots).argsort(kind="stable")
            self._slots, self._sums = slots.take(order), sums.take(order)
            self._failed = {name: own.take(order) for name, own in failed.items()}

    def counts(self, question: Search) -> Counts:
        """Every group's counts; codes that nobody has are left out."""
        found = {CODES: self._codes(), LANGUAGES: self._languages()}
        found |= {name: self._facts(own) for name, own in self._generation.groups.items()}
        found[PLACES] = self._having(PLACES, places_left(self._generation))
        moment = question.filters.open_at or question.moment
        if moment is not None:
            found[OPEN] = self._having(OPEN, is_open(self._generation, moment, question.decide))
        return found

    def _others(self, name: str, *, with_own: bool = False) -> I8:
        """Slots that pass all other groups; grouped by service."""
        own = None if with_own else self._failed.get(name)
        passing: Bools = self._sums == (0 if own is None else own)
        return self._slots[passing]

    def _firsts(self, slots: I8) -> I8:
        """Where each service begins among these."""
        svc = self._generation.arrays.svc[slots]
        is_first = np.ones(len(slots), np.bool_)
        is_first[1:] = svc[1:] != svc[:-1]
        return np.flatnonzero(is_first)

    def _each(self, name: str) -> I8:
        slots = self._others(name)
        return slots if self._generation.is_one_place_each else slots[self._firsts(slots)]

    def _codes(self) -> dict[str, int]:
        arrays, names = self._generation.arrays, self._generation.names.codes
        slots = self._each(CODES)
        sums = np.zeros(len(names) + 1, np.int64)
        for column in (arrays.t0, arrays.t1, arrays.t2, arrays.t3):
            sums += np.bincount(column.take(slots) + 1, minlength=len(sums))
        if len(arrays.xcode):
            _which, at = spread(*parts_of(arrays.xstart, slots))
            sums[1:] += np.bincount(arrays.xcode[at], minlength=len(names))
        at = sums[1:].nonzero()[0]
        return {names[code]: count for code, count in zip(at.tolist(), sums[1:][at].tolist(), strict=True)}

    def _languages(self) -> dict[str, int]:
        arrays, names = self._generation.arrays, self._generation.names.languages
        slots = self._each(LANGUAGES)
        known = range(min(len(names), LANGUAGE_BITS))
        return _named(names, [*_bit_counts(arrays.langs.take(slots), known), *self._rare(slots)])

    def _rare(self, slots: I8) -> list[int]:
        """How many of these speak each language without a bit."""
        arrays = self._generation.arrays
        if not len(arrays.rareslot):
            return []
        language = np.repeat(np.arange(len(arrays.rarestart) - 1), np.diff(arrays.rarestart))
        found: I8 = np.bincount(language[np.isin(arrays.rareslot, slots)])
        return [int(count) for count in found]

    def _facts(self, own: GroupBits) -> dict[str, int]:
        slots = self._others(own.group.name, with_own=not own.group.is_any)
        bits = column_of(self._generation, own).take(slots)
        if not self._generation.is_one_place_each and len(slots):
            bits = np.bitwise_or.reduceat(bits, self._firsts(slots))
        return _named(own.bits, _bit_counts(bits, own.places))

    def _having(self, name: str, check: Callable[[I8], Bools]) -> dict[str, int]:
        slots = self._others(name)
        svc = self._generation.arrays.svc[slots[check(slots)]]
        count = len(svc) if self._generation.is_one_place_each else len(np.unique(svc))
        return {YES: count} if count else {}


def _bit_counts(bits: Column | U4, which: range) -> list[int]:
    """How often each of these bits, counted from the lowest, is set; bytes with none of them are not read."""
    if not len(which):
        return []
    first = which.start // 8
    columns = np.ascontiguousarray(bits).view(np.uint8).reshape(len(bits), bits.itemsize)
    read = columns.T[first : (which.stop + 7) // 8]
    sums = [count for column in read for count in (np.bincount(column, minlength=256) @ MASKS).tolist()]
    return sums[which.start - 8 * first : which.stop - 8 * first]


def _named(names: Iterable[str], sums: Iterable[int]) -> dict[str, int]:
    return {name: count for name, count in zip(names, sums, strict=False) if count}
