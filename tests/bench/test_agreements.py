"""The made-up agreements, and when the reader of promises is too slow or asks too often."""

from bench.agreements import Measured, middle, missed, told
from bench.promises.made import plans
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import read_body


def measured(*, p95: float = 2.0, statements: int = 2) -> Measured:
    return Measured(
        database="SQLite",
        reader_p95=[p95 / 2, p95, p95 * 9],
        reference_p95=[0.1, 0.2, 0.3],
        reader_p50=[0.5, 0.6, 0.7],
        statements=statements,
        found=0.5,
    )


def test_the_same_agreements_are_made_each_time() -> None:
    assert list(plans(50, organizations=400)) == list(plans(50, organizations=400))


def test_each_has_two_to_seven_parties_about_six_clauses_and_terms_that_are_read() -> None:
    made = list(plans(400, organizations=400))

    assert {len(plan.parties) for plan in made} == set(range(2, 8))
    assert all(len(set(plan.parties)) == len(plan.parties) for plan in made)
    assert all(0 <= party < 400 for plan in made for party in plan.parties)
    assert all(len(plan.clauses) == 6 for plan in made)
    for plan in made:
        for kind, _owes, _service, terms in plan.clauses:
            read_body(ClauseKind(kind), terms)


def test_some_rest_have_ended_run_out_or_are_varied() -> None:
    made = list(plans(400, organizations=400))

    assert {plan.status for plan in made} == {"in_force", "ended", "suspended"}
    assert any(plan.ends_on for plan in made)
    assert 0 < sum(plan.varied for plan in made) < 200


def test_the_round_in_the_middle_counts() -> None:
    assert middle([9.0, 1.0, 2.0]) == 2.0
    assert missed(measured(p95=4.9)) == []
    assert len(missed(measured(p95=5.1))) == 1


def test_a_third_statement_misses_the_target() -> None:
    [said] = missed(measured(statements=3))

    assert "3 statements" in said


def test_a_line_tells_the_middle_and_the_spread() -> None:
    line = told(measured())

    assert "p95   2.00 (1.00-18.00)" in line
    assert "by reference  10.0 (10.0-60.0)" in line
