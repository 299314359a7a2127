"""Which candidates no test turns down, which each test did, and how well a slot fits."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kith.matching.answering import Candidates
from kith.matching.answers import Test
from kith.matching.asking import Asked
from kith.matching.facts import Packed
from kith.matching.layout import F8, I8, NO_WEEK, U1, U2, U8, Arrays, Bools
from kith.matching.spans import parts_of, spread
from kith.matching.weights import MILLION, WEIGHTS

TESTS = (
    Test.NEED,
    Test.PLACE,
    Test.TIMES,
    Test.LANGUAGE,
    Test.COST,
    Test.TOO_YOUNG,
    Test.TOO_OLD,
    Test.GENDER,
    Test.ACCESS,
    Test.AVOID,
    Test.EXCLUDED,
    Test.PLACES,
    Test.PAUSED,
)
"""In the order in which they are taken; what falls, falls to the first that says no."""

SaysNo = Callable[[Arrays, I8, Asked], Bools]
CODES: F8 = np.array(
    [WEIGHTS.codes * min(n, WEIGHTS.codes_enough) / WEIGHTS.codes_enough for n in range(256)]
)
QUALITY: F8 = np.array([WEIGHTS.quality * n / 255 for n in range(256)])
PLACES: F8 = np.array([WEIGHTS.places * n / WEIGHTS.places_enough for n in range(WEIGHTS.places_enough + 1)])


@dataclass(frozen=True, slots=True)
class Fitting:
    """What no test turned down, and the slots that each test did: the first no counts."""

    left: Candidates
    fell: tuple[tuple[Test, I8], ...]


def fitting(arrays: Arrays, found: Candidates, asked: Asked) -> Fitting:
    """Take the tests one by one, in their order."""
    fell = []
    for test, says_no in _tests(asked):
        turned = says_no(arrays, found.slots, asked)
        if turned.any():
            fell.append((test, found.slots[turned]))
            found = found.only(~turned)
    return Fitting(found, tuple(fell))


def _tests(asked: Asked) -> list[tuple[Test, SaysNo]]:
    """Those that were asked, in the order of TESTS."""
    need = asked.need
    tests: tuple[tuple[bool, Test, SaysNo], ...] = (
        (asked.slots > 0, Test.TIMES, _is_closed_then),
        (bool(need.languages), Test.LANGUAGE, _speaks_other_languages),
        (asked.costs > 0, Test.COST, _costs_otherwise),
        (need.age is not None, Test.TOO_YOUNG, _is_for_older),
        (need.age is not None, Test.TOO_OLD, _is_for_younger),
        (asked.genders > 0, Test.GENDER, _is_for_others),
        (any(one.denied != Packed() for one in asked.musts), Test.ACCESS, _denies_a_must),
        (asked.avoid != Packed(), Test.AVOID, _is_to_be_avoided),
        (len(asked.without) > 0, Test.EXCLUDED, _is_excluded),
    )
    return [(test, says_no) for is_asked, test, says_no in tests if is_asked]


def _is_closed_then(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    found: Bools = ((arrays.sched.take(slots) & np.uint32(asked.slots)) == 0) & (
        arrays.week.take(slots) != NO_WEEK
    )
    return found


def _speaks_other_languages(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    spoken = arrays.langs.take(slots)
    found: Bools = (spoken != 0) & ((spoken & np.uint32(asked.languages)) == 0)
    return found & ~_speaks_rare(arrays, slots, asked) if asked.rare_languages else found


def _speaks_rare(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    """Which of the slots speak a language asked for that has no bit."""
    _which, at = spread(*parts_of(arrays.rarestart, np.array(asked.rare_languages, np.int64)))
    return np.isin(slots, arrays.rareslot[at])


def _costs_otherwise(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    costs = arrays.ins.take(slots)
    found: Bools = (costs != 0) & ((costs & np.uint16(asked.costs)) == 0)
    return found


def _is_for_older(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    found: Bools = arrays.amin.take(slots) > asked.age
    return found


def _is_for_younger(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    found: Bools = arrays.amax.take(slots) < asked.age
    return found


def _is_for_others(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    genders = arrays.gender.take(slots)
    found: Bools = (genders != 0) & ((genders & np.uint8(asked.genders)) == 0)
    return found


def _denies_a_must(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    found = np.zeros(len(slots), np.bool_)
    for must in asked.musts:
        found |= states(arrays, slots, must.denied) & ~states(arrays, slots, must.bits)
    return found


def _is_to_be_avoided(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    return states(arrays, slots, asked.avoid)


def _is_excluded(arrays: Arrays, slots: I8, asked: Asked) -> Bools:
    return np.isin(arrays.svc.take(slots), asked.without)


def states(arrays: Arrays, slots: I8, facts: Packed) -> Bools:
    """Which of the slots state at least one of these facts."""
    found = np.zeros(len(slots), np.bool_)
    for column, bits in _columns(arrays, facts):
        found |= (column.take(slots) & column.dtype.type(bits)) != 0
    return found


def _columns(arrays: Arrays, facts: Packed) -> list[tuple[U1 | U2 | U8, int]]:
    columns: tuple[tuple[U1 | U2 | U8, int], ...] = (
        (arrays.ins, facts.costs),
        (arrays.flags, facts.flags),
        (arrays.gender, facts.genders),
        (arrays.facts, facts.facts),
    )
    return [(column, bits) for column, bits in columns if bits]


def scores(arrays: Arrays, found: Candidates, asked: Asked) -> I8:
    """How well each slot fits, in millionths: see Weights."""
    slots = found.slots
    share = CODES[found.overlaps]
    share += _nearness(found.km, asked)
    share += _times(arrays, slots, asked)
    share += QUALITY[arrays.quality.take(slots)]
    share += PLACES[arrays.cap.take(slots).clip(0, WEIGHTS.places_enough)]
    if asked.near is not None:
        share += WEIGHTS.near_codes * (found.overlaps == 0)
    if asked.wishes:
        share += _wishes(arrays, slots, asked)
    return np.rint(MILLION * share).astype(np.int64)


def _nearness(km: F8, asked: Asked) -> F8:
    if asked.point is None:
        return np.zeros(len(km))
    if asked.km <= 0:
        return np.where(km == 0, WEIGHTS.nearness, 0.0)
    return np.where(np.isnan(km), 0.0, WEIGHTS.nearness * (1 - km / asked.km))


def _times(arrays: Arrays, slots: I8, asked: Asked) -> F8:
    count = max(asked.slots.bit_count(), 1)
    shares: F8 = np.array([WEIGHTS.times * both / count for both in range(count + 1)])
    found: F8 = shares[np.bitwise_count(arrays.sched.take(slots) & np.uint32(asked.slots))]
    return found


def _wishes(arrays: Arrays, slots: I8, asked: Asked) -> F8:
    met = np.zeros(len(slots), np.int64)
    for wish in asked.wishes:
        met += states(arrays, slots, wish.bits)
    found: F8 = WEIGHTS.wishes * met / len(asked.wishes)
    return found
