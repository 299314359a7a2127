"""What is missing, unknown or broken means no; a restriction never opens anything."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.consent.decide import decide, decide_by
from kith.consent.facts import (
    UNKNOWN,
    Channel,
    Contact,
    Discloser,
    Excluded,
    Facts,
    Label,
    Named,
    PartnersWord,
    Recipient,
    Subject,
)
from kith.consent.law import NEEDED, PACKS
from kith.consent.law.express_consent import PACK
from kith.consent.law.rules import forbids, permits
from kith.consent.terms import ConsentState, LegalStatus, Outcome, PackStatus
from tests.consent.facts import EXPIRED, GOOD_ASK, GOOD_NAME, MISSING, VALUES, fact_names

PERMIT_ALL = permits("hostile.permit_all", "nobody", "Everything goes.", lambda _: True, duties=frozenset())
HOSTILE = {PACK.id: replace(PACK, rules=(PERMIT_ALL,))}
GOOD = {"ask": GOOD_ASK, "name": GOOD_NAME}


def break_down(facts: Facts) -> Never:
    raise KeyError("a fact that nobody has")


@pytest.mark.parametrize("name", fact_names())
@pytest.mark.parametrize("good", GOOD)
def test_a_fact_that_is_not_there_means_no(good: str, name: str) -> None:
    facts = copy(GOOD[good])
    object.__delattr__(facts, name)

    assert decide(facts).outcome is Outcome.FORBID
    assert decide_by(facts, packs=HOSTILE, needed=NEEDED).outcome is Outcome.FORBID


@pytest.mark.parametrize("value", [UNKNOWN, None, "yes", "live", 1, Named], ids=repr)
@pytest.mark.parametrize("name", [name for name in fact_names() if name != "jurisdiction"])
def test_a_fact_that_is_unknown_or_of_another_kind_means_no(name: str, value: object) -> None:
    for good in GOOD.values():
        facts = replace(good, **{name: value})

        assert decide(facts).outcome is Outcome.FORBID
        assert decide_by(facts, packs=HOSTILE, needed=NEEDED).outcome is Outcome.FORBID


@pytest.mark.parametrize(
    "place", ["", "unknown", "any", "gb", "GBR", "GB-", "GB-ENGL", "Northgate", UNKNOWN, None]
)
def test_a_place_that_is_none_means_no(place: str) -> None:
    facts = replace(GOOD_ASK, jurisdiction=place)

    assert decide(facts).outcome is Outcome.FORBID


@pytest.mark.parametrize("status", [status for status in LegalStatus if status is not LegalStatus.ORDINARY])
def test_an_organisation_under_a_law_that_kith_lacks_tells_nothing(status: LegalStatus) -> None:
    decision = decide(replace(GOOD_ASK, legal_status=status))

    assert decision.outcome is Outcome.FORBID
    assert [reason.rule_id for reason in decision.reasons] == ["kith.K3"]


def test_without_any_pack_nothing_leaves() -> None:
    assert decide_by(GOOD_ASK, packs={}, needed=NEEDED).outcome is Outcome.FORBID
    assert decide_by(GOOD_ASK, packs=PACKS, needed={}).outcome is Outcome.FORBID


def test_a_pack_whose_adoption_nobody_knows_means_no() -> None:
    assert decide(replace(GOOD_ASK, packs={})).outcome is Outcome.FORBID
    assert decide(replace(GOOD_ASK, packs={PACK.id: UNKNOWN})).outcome is Outcome.FORBID


def test_a_pack_of_another_place_means_no() -> None:
    packs = {PACK.id: replace(PACK, jurisdictions=frozenset({"US-OR"}))}

    assert decide_by(GOOD_ASK, packs=packs, needed=NEEDED).outcome is Outcome.FORBID
    here = replace(GOOD_ASK, jurisdiction="US-OR")
    assert decide_by(here, packs=packs, needed=NEEDED).outcome is Outcome.PERMIT


def test_a_rule_that_breaks_means_no_and_someone_is_told() -> None:
    broken = forbids("test.broken", "nobody", "Broken.", break_down)
    packs = {PACK.id: replace(PACK, rules=(*PACK.rules, broken))}

    decision = decide_by(GOOD_ASK, packs=packs, needed=NEEDED)

    assert decision.outcome is Outcome.FORBID
    assert decision.is_broken


def test_a_rule_that_answers_with_anything_but_yes_or_no_means_no() -> None:
    vague = permits("test.vague", "nobody", "Vague.", lambda _: "yes", duties=frozenset())  # type: ignore[arg-type, return-value]
    packs = {PACK.id: replace(PACK, rules=(vague,))}

    assert decide_by(GOOD_ASK, packs=packs, needed=NEEDED).is_broken


def test_when_no_rule_speaks_nothing_leaves() -> None:
    packs = {PACK.id: replace(PACK, rules=())}

    decision = decide_by(GOOD_ASK, packs=packs, needed=NEEDED)

    assert decision.outcome is Outcome.FORBID
    assert [reason.rule_id for reason in decision.reasons] == ["kith.K5"]


def test_a_second_law_forbids_what_the_first_permits() -> None:
    second = replace(PACK, id="second", rules=(forbids("second.1", "Act 2", "No.", lambda _: True),))
    facts = replace(GOOD_ASK, packs={PACK.id: PackStatus.ADOPTED, "second": PackStatus.ADOPTED})

    decision = decide_by(
        facts,
        packs={PACK.id: PACK, "second": second},
        needed={LegalStatus.ORDINARY: (PACK.id, "second")},
    )

    assert decision.outcome is Outcome.FORBID
    assert decision.packs == ("express_consent@1", "second@1")


RESTRICTIONS: dict[str, Callable[[Facts], Facts]] = {
    "the yes is taken back": lambda f: replace(f, consent=ConsentState.WITHDRAWN),
    "the yes is paused": lambda f: replace(f, consent=ConsentState.PAUSED),
    "the yes is over": lambda f: replace(f, consent=ConsentState.EXPIRED),
    "the yes is deficient": lambda f: replace(f, consent=ConsentState.DEFICIENT),
    "the yes loses the partner": lambda f: replace(f, consent_names_recipient=Named.NO),
    "the yes loses the human": lambda f: replace(f, consent_names_contact=Named.NO),
    "the yes loses the purpose": lambda f: replace(f, consent_names_purpose=Named.NO),
    "the yes loses the kind": lambda f: replace(f, consent_names_kind=Named.NO),
    "the agreement ends": lambda f: replace(f, recipient=Recipient.WITHOUT_AGREEMENT),
    "the agreement loses the kind": lambda f: replace(f, agreement_names_kind=Named.NO),
    "the partner is excluded": lambda f: replace(f, excluded=Excluded.THE_ORGANISATION),
    "the human is excluded": lambda f: replace(f, excluded=Excluded.SOMEONE_THERE),
    "nobody is named": lambda f: replace(f, contact=Contact.NOBODY_NAMED),
    "the partner has not answered": lambda f: replace(f, partners_word=PartnersWord.NOT_YET),
    "a special law applies": lambda f: replace(f, label=Label.SUBSTANCE_USE),
    "someone else decides": lambda f: replace(f, subject=Subject.IS_REPRESENTED),
    "another organisation tells": lambda f: replace(f, discloser=Discloser.DOES_NOT_HOLD_IT),
    "it goes in the open": lambda f: replace(f, channel=Channel.OPEN_MESSAGE),
    "the law runs out": lambda f: replace(f, packs=EXPIRED),
    "the law is not adopted": lambda f: replace(f, packs=MISSING),
    "the place is not known": lambda f: replace(f, jurisdiction=""),
    "the organisation comes under another law": lambda f: replace(f, legal_status=LegalStatus.SCHOOL),
}


@st.composite
def facts_near_good(draw: st.DrawFn) -> Facts:
    """A good case in which any number of facts was changed."""
    facts = draw(st.sampled_from(list(GOOD.values())))
    for name in draw(st.lists(st.sampled_from(list(VALUES)), max_size=6, unique=True)):
        facts = replace(facts, **{name: draw(st.sampled_from(VALUES[name]))})
    return facts


@pytest.mark.parametrize("restriction", RESTRICTIONS)
@settings(max_examples=200, deadline=None)
@given(facts=facts_near_good())
def test_a_restriction_never_turns_no_into_yes(restriction: str, facts: Facts) -> None:
    before = decide(facts).is_permitted
    after = decide(RESTRICTIONS[restriction](facts)).is_permitted

    assert before or not after
