"""Each rule once where it decides and once where it does not, with its citation."""

from dataclasses import replace

import pytest

from kith.consent.decide import decide
from kith.consent.facts import (
    Channel,
    Contact,
    Discloser,
    Excluded,
    Facts,
    Label,
    Named,
    PartnersWord,
    Recipient,
)
from kith.consent.law.express_consent import PACK
from kith.consent.terms import ConsentState, Kind, Outcome
from tests.consent.facts import EXPIRED, GOOD_ASK, GOOD_NAME, MISSING

CASES: dict[str, tuple[str, list[Facts]]] = {
    "E1": ("promise 1", [GOOD_ASK, replace(GOOD_ASK, contact=Contact.NOBODY_NAMED)]),
    "E2": ("promise 1", [GOOD_NAME, replace(GOOD_NAME, kind=Kind.CONTACT)]),
    "E3": (
        "promise 4",
        [replace(GOOD_ASK, consent=state) for state in ConsentState if state is not ConsentState.LIVE],
    ),
    "E4": ("promise 2", [replace(GOOD_ASK, consent_names_recipient=Named.NO)]),
    "E5": ("informed consent", [replace(GOOD_ASK, consent_names_purpose=Named.NO)]),
    "E6": ("promise 2", [replace(GOOD_NAME, consent_names_contact=Named.NO)]),
    "E7": (
        "promise 2",
        [
            replace(GOOD_ASK, excluded=Excluded.THE_ORGANISATION),
            replace(GOOD_NAME, excluded=Excluded.SOMEONE_THERE),
        ],
    ),
    "E8": ("promise 1", [replace(GOOD_ASK, kind=Kind.NAME), replace(GOOD_ASK, kind=Kind.CONTACT)]),
    "E9": ("than is needed", [replace(GOOD_NAME, kind=Kind.ADDRESS), replace(GOOD_ASK, kind=Kind.FAMILY)]),
    "E10": ("informed consent", [replace(GOOD_ASK, consent_names_kind=Named.NO)]),
    "E11": ("the agreement", [replace(GOOD_ASK, recipient=Recipient.WITHOUT_AGREEMENT)]),
    "E12": ("the agreement", [replace(GOOD_ASK, agreement_names_kind=Named.NO)]),
    "E13": ("promise 2", [replace(GOOD_NAME, contact=Contact.NOBODY_NAMED)]),
    "E14": ("promise 1", [replace(GOOD_NAME, partners_word=PartnersWord.NOT_YET)]),
    "E15": ("promise 15", [replace(GOOD_ASK, channel=Channel.OPEN_MESSAGE)]),
    "E16": ("promise 8", [replace(GOOD_ASK, label=label) for label in Label if label is not Label.ORDINARY]),
    "E17": ("promise 2", [replace(GOOD_ASK, discloser=Discloser.DOES_NOT_HOLD_IT)]),
    "E18": ("promise 8", [replace(GOOD_NAME, packs=EXPIRED), replace(GOOD_NAME, packs=MISSING)]),
}


def ids_that_decide(facts: Facts) -> set[str]:
    return {reason.rule_id for reason in decide(facts).reasons}


@pytest.mark.parametrize("short", CASES)
def test_the_rule_decides_where_it_should(short: str) -> None:
    citation, cases = CASES[short]

    for facts in cases:
        assert f"express_consent.{short}" in ids_that_decide(facts)
        assert any(citation in reason.citation for reason in decide(facts).reasons)


@pytest.mark.parametrize("short", [short for short in CASES if short not in {"E1", "E2"}])
def test_the_rule_is_silent_in_the_good_cases(short: str) -> None:
    assert f"express_consent.{short}" not in ids_that_decide(GOOD_ASK) | ids_that_decide(GOOD_NAME)


def test_the_two_permits_do_not_stand_in_for_each_other() -> None:
    assert ids_that_decide(GOOD_ASK) == {"express_consent.E1"}
    assert ids_that_decide(GOOD_NAME) == {"express_consent.E2"}


def test_every_rule_of_the_pack_has_a_case_here() -> None:
    assert {rule.id for rule in PACK.rules} == {f"express_consent.{short}" for short in CASES}


def test_questions_without_a_name_go_on_when_the_law_has_run_out() -> None:
    assert decide(replace(GOOD_ASK, packs=EXPIRED)).outcome is Outcome.PERMIT
    assert decide(replace(GOOD_ASK, packs=MISSING)).outcome is Outcome.PERMIT


def test_a_question_needs_a_live_yes_even_when_the_law_has_run_out() -> None:
    facts = replace(GOOD_ASK, packs=EXPIRED, consent=ConsentState.EXPIRED)

    assert decide(facts).outcome is Outcome.NEEDS_CONSENT


def test_the_pack_says_who_reviewed_it_and_that_no_lawyer_did() -> None:
    assert "No lawyer" in PACK.reviewer
    assert PACK.reviewed_on < PACK.expires_on
