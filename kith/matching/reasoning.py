"""What each test says of one slot, in the order in which people are told."""

from collections.abc import Callable, Iterator

from kith.matching.answers import Reason, Test, Verdict
from kith.matching.asking import Asked, Fact
from kith.matching.documents import NOT_KNOWN, OLDEST, YOUNGEST
from kith.matching.layout import NO_WEEK
from kith.matching.stating import Slot, codes_stated, is_within, meet, speaks

SOFT = frozenset({Test.WISH})


def reasons(slot: Slot, asked: Asked) -> tuple[Reason, ...]:
    """Every test that was asked, or that matters although nothing was asked."""
    return tuple(reason for test in TESTS for reason in test(slot, asked))


def verdict_of(said: tuple[Reason, ...]) -> Verdict:
    """No where a test says no, maybe where one does not know, else probably; wishes have no say."""
    all_say = {one.speaks for one in said if one.test not in SOFT}
    if False in all_say:
        return Verdict.NO
    return Verdict.MAYBE if None in all_say else Verdict.PROBABLY


def _need(slot: Slot, asked: Asked) -> Iterator[Reason]:
    wanted = tuple(code for code in asked.need.codes if code in slot.codes)
    near = tuple(code for code in asked.need.near_codes if code in slot.codes)
    if wanted:
        yield Reason(Test.NEED, True, wanted)
    else:
        yield Reason(Test.NEED, None if near else False, near)


def _place(slot: Slot, asked: Asked) -> Iterator[Reason]:
    is_in = is_within(slot, asked)
    if asked.need.where.shape is not None or not is_in:
        yield Reason(Test.PLACE, is_in)


def _times(slot: Slot, asked: Asked) -> Iterator[Reason]:
    if not asked.slots:
        return
    arrays = slot.generation.arrays
    week = int(arrays.week[slot.at])
    if week == NO_WEEK:
        yield Reason(Test.TIMES, None)
    elif not int(arrays.sched[slot.at]) & asked.slots:
        yield Reason(Test.TIMES, False)
    else:
        yield Reason(Test.TIMES, True if arrays.wexact[week] else None)


def _languages(slot: Slot, asked: Asked) -> Iterator[Reason]:
    if not asked.need.languages:
        return
    common = tuple(code for code in asked.need.languages if speaks(slot, code))
    is_known = int(slot.generation.arrays.langs[slot.at]) != 0
    yield Reason(Test.LANGUAGE, bool(common) if is_known else None, common)


def _costs(slot: Slot, asked: Asked) -> Iterator[Reason]:
    if asked.costs:
        common = _common(slot, asked.need.costs, "costs")
        yield Reason(Test.COST, bool(common) if slot.facts.costs else None, common)


def _ages(slot: Slot, asked: Asked) -> Iterator[Reason]:
    arrays, age = slot.generation.arrays, asked.need.age
    youngest, oldest = int(arrays.amin[slot.at]), int(arrays.amax[slot.at])
    if youngest > YOUNGEST:
        yield Reason(Test.TOO_YOUNG, None if age is None else age >= youngest)
    if oldest < OLDEST:
        yield Reason(Test.TOO_OLD, None if age is None else age <= oldest)


def _genders(slot: Slot, asked: Asked) -> Iterator[Reason]:
    """Whom it is for, where that is not everybody: its own codes where none was asked."""
    stated = slot.facts.genders
    if not stated or stated == asked.every_gender:
        return
    if asked.genders:
        common = _common(slot, asked.need.genders, "genders")
        yield Reason(Test.GENDER, bool(common), common)
        return
    yield Reason(Test.GENDER, None, tuple(sorted(codes_stated(slot, "genders"))))


def _common(slot: Slot, asked: tuple[str, ...], column: str) -> tuple[str, ...]:
    own = codes_stated(slot, column)
    return tuple(code for code in asked if code in own)


def _musts(slot: Slot, asked: Asked) -> Iterator[Reason]:
    return _three_ways(slot, asked.musts, Test.ACCESS)


def _wishes(slot: Slot, asked: Asked) -> Iterator[Reason]:
    return _three_ways(slot, asked.wishes, Test.WISH)


def _three_ways(slot: Slot, facts: tuple[Fact, ...], test: Test) -> Iterator[Reason]:
    has = [one.code for one in facts if meet(slot.facts, one.bits)]
    rest = [one for one in facts if one.code not in has]
    lacks = [one.code for one in rest if meet(slot.facts, one.denied)]
    unknown = [one.code for one in rest if one.code not in lacks]
    for says, codes in ((True, has), (False, lacks), (None, unknown)):
        if codes:
            yield Reason(test, says, tuple(codes))


def _places(slot: Slot, _asked: Asked) -> Iterator[Reason]:
    arrays = slot.generation.arrays
    left = int(arrays.cap[slot.at])
    yield Reason(Test.PLACES, None if left == NOT_KNOWN else left > 0)
    if arrays.paused[slot.at]:
        yield Reason(Test.PAUSED, False)


def _avoided(slot: Slot, asked: Asked) -> Iterator[Reason]:
    if meet(slot.facts, asked.avoid):
        own = codes_stated(slot)
        yield Reason(Test.AVOID, False, tuple(code for code in asked.need.avoid if code in own))


def _excluded(slot: Slot, asked: Asked) -> Iterator[Reason]:
    if len(asked.without) and int(slot.generation.arrays.svc[slot.at]) in asked.without:
        yield Reason(Test.EXCLUDED, False)


TESTS: tuple[Callable[[Slot, Asked], Iterator[Reason]], ...] = (
    _need,
    _place,
    _times,
    _languages,
    _costs,
    _ages,
    _genders,
    _musts,
    _places,
    _wishes,
    _avoided,
    _excluded,
)
