"""The verdict is met only where every promise was measured and kept, and every set was right."""

import pytest

from bench.searching.asked import Kind
from bench.searching.rounds import Checked, Timed
from bench.searching.told import judgements
from bench.searching.verdict import (
    IN_FULL,
    KITH,
    POSTGRES,
    TANTIVY,
    TARGET_SIZE,
    TIMES_SLOWER,
    Asked,
    exit_code,
    judged,
)


def _asked(
    kind: Kind, *, others: dict[str, float], kith: float = 0.5, full: float = 0.5, wrong: int = 0
) -> Asked:
    times = [Timed(KITH, [[kith] * 10] * 5)]
    times += [Timed(name, [[ms] * 10] * 5) for name, ms in others.items()]
    apart = [Timed(KITH, [[kith] * 10] * 5), Timed(IN_FULL, [[full] * 10] * 5)]
    return Asked(kind, is_nationwide=False, times=times, checked=Checked(40, {POSTGRES: wrong}), apart=apart)


def _measured(**changed: float) -> list[Asked]:
    others = {POSTGRES: changed.get("postgres", 9.0), TANTIVY: changed.get("tantivy", 9.0)}
    kith, full = changed.get("kith", 0.5), changed.get("full", 0.5)
    return [
        _asked(kind, others=others, kith=kith, full=full, wrong=int(changed.get("wrong", 0))) for kind in Kind
    ]


def test_all_kept_is_met() -> None:
    found = judged(TARGET_SIZE, _measured())

    assert exit_code(found) == 0
    assert list(judgements(found))[-1] == "Verdict: met"


@pytest.mark.parametrize(
    "changed",
    [{"postgres": 4.9}, {"tantivy": 4.9}, {"kith": 5.1, "postgres": 90.0, "tantivy": 90.0}, {"wrong": 1}],
)
def test_one_that_is_missed_is_missed(changed: dict[str, float]) -> None:
    found = judged(TARGET_SIZE, _measured(**changed))

    assert exit_code(found) == 1
    assert list(judgements(found))[-1] == "Verdict: MISSED"


def test_what_was_not_measured_is_not_met() -> None:
    alone = [_asked(kind, others={TANTIVY: 9.0}) for kind in Kind]

    found = judged(TARGET_SIZE, alone)

    assert exit_code(found) == 1
    assert [one.said for one in found if one.is_met is None] == [
        f"match: {POSTGRES} by Kith, mean not measured, at least 10",
        f"search: {POSTGRES} by Kith, mean not measured, at least 10",
    ]


def test_the_run_in_the_middle_counts() -> None:
    one = _asked(Kind.MATCH, others={TANTIVY: 9.0})
    uneven = Timed(POSTGRES, [[1.0], [1.0], [6.0], [7.0], [8.0]])
    kith = Timed(KITH, [[0.5]] * 5)
    rest = _measured()[:1] + _measured()[2:]

    found = judged(TARGET_SIZE, [*rest, Asked(one.kind, False, [kith, uneven], one.checked, one.apart)])

    assert exit_code(found) == 0


def test_of_other_sizes_only_right_sets_are_asked() -> None:
    assert judged(1_000, _measured(postgres=0.1, tantivy=0.1)) == []
    assert exit_code(judged(1_000, _measured(wrong=2))) == 1


def test_the_whole_country_is_not_judged() -> None:
    slow = Asked(Kind.MATCH, True, [Timed(KITH, [[99.0]])], Checked(40, {}), [])

    assert exit_code(judged(TARGET_SIZE, [*_measured(), slow])) == 0


def test_facets_and_reasons_may_cost_so_much_and_no_more() -> None:
    for kind, most in TIMES_SLOWER:
        found = judged(TARGET_SIZE, _measured(full=0.5 * most * 1.01))

        assert any(str(kind) in one.said and one.is_met is False for one in found)
