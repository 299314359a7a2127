"""Every law against its plain words: combinations, left-out rules, hostile permits."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kith.consent.decide import Decision, decide, decide_by
from kith.consent.facts import Facts
from kith.consent.law import NEEDED, PACKS
from kith.consent.law.express_consent import PACK
from kith.consent.law.rules import Forbids, Pack, Rule, permits
from kith.consent.terms import Duty, Outcome
from tests.consent.facts import COMBINATIONS, GOOD_ASK, GOOD_NAME, spread, with_few_changes
from tests.consent.oracle import verdict
from tests.environment import TEST_SCALE

SPREAD = 150_000 if TEST_SCALE < 1 else 5_000_000
PERMIT_ALL = permits("hostile.permit_all", "nobody", "Everything goes.", lambda _: True, duties=frozenset())


def by_rules(facts: Facts, rules: Iterable[Rule]) -> Decision:
    return decide_by(facts, packs={**PACKS, PACK.id: with_rules(rules)}, needed=NEEDED)


def with_rules(rules: Iterable[Rule]) -> Pack:
    return replace(PACK, rules=tuple(rules))


def agrees(facts: Facts, decision: Decision) -> bool:
    expected = verdict(facts)
    return decision.outcome == expected.outcome and set(decision.missing) == expected.missing


def test_the_numbers_of_combinations_are_walked_without_repeating() -> None:
    assert COMBINATIONS % 1_000_003 != 0
    assert len({step * 1_000_003 % COMBINATIONS for step in range(1000)}) == 1000


def test_every_case_up_to_three_changes_from_good_agrees_with_the_plain_words() -> None:
    wrong = [facts for facts in with_few_changes(most=3) if not agrees(facts, decide(facts))]

    assert wrong == []


@pytest.mark.heavy
def test_combinations_all_over_agree_with_the_plain_words() -> None:
    wrong = [facts for facts in spread(SPREAD) if not agrees(facts, decide(facts))]

    assert wrong == []


def test_a_question_goes_with_no_duties_and_a_name_with_three() -> None:
    assert decide(GOOD_ASK).outcome is Outcome.PERMIT
    assert decide(GOOD_ASK).duties == ()
    assert decide(GOOD_NAME).outcome is Outcome.PERMIT_WITH_DUTIES
    assert set(decide(GOOD_NAME).duties) == set(Duty)


@pytest.mark.parametrize("left_out", PACK.rules, ids=lambda rule: rule.id)
def test_leaving_out_a_rule_is_noticed(left_out: Rule) -> None:
    rules = [rule for rule in PACK.rules if rule is not left_out]
    extra = [PERMIT_ALL] if isinstance(left_out.effect, Forbids) else []

    noticed = any(
        by_rules(facts, [*rules, *extra]).outcome is not by_rules(facts, [*PACK.rules, *extra]).outcome
        or by_rules(facts, [*rules, *extra]).missing != by_rules(facts, [*PACK.rules, *extra]).missing
        for facts in with_few_changes(most=2)
    )

    assert noticed


@pytest.mark.parametrize(
    "forbid", [rule for rule in PACK.rules if isinstance(rule.effect, Forbids)], ids=lambda rule: rule.id
)
def test_a_forbid_holds_against_a_permit_of_everything(forbid: Rule) -> None:
    met = 0
    for facts in with_few_changes(most=2):
        if forbid.applies(facts):
            met += 1
            assert by_rules(facts, [PERMIT_ALL, *PACK.rules]).outcome is Outcome.FORBID

    assert met > 0
