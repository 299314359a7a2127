"""Where something is missing: no way to be reached, no law, a rule that breaks, a preview that is not a yes."""

import logging
from dataclasses import replace

import pytest

from kith.consent.facts import Discloser, PartnersWord
from kith.consent.law.express_consent import PACK
from kith.consent.law.rules import forbids
from kith.consent.terms import ASK_KINDS, NAME_KINDS, Kind, Outcome, Stage
from kith.core.ids import uuid7
from kith.core.listening import recorded
from kith.disclosure.actions.keep_in_ledger import keep_in_ledger
from kith.disclosure.circumstances import Parties, as_if_agreed, decide_item, gather, permitted
from kith.disclosure.contact_words import contact_words
from kith.disclosure.errors import ConsentMissing
from kith.disclosure.listeners.stop_what_was_excluded import stop_what_was_excluded
from kith.disclosure.models import Disclosure
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.take_in import take_in
from tests.factories.consent import a_site
from tests.factories.disclosure import (
    SYSTEM,
    TEXTS_ONLY,
    a_referral,
    a_town,
    asked,
    named,
    previewed,
    said_yes,
    told_all,
)
from tests.factories.partnerships import events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def circumstances(town):
    parties = Parties(
        person_id=town.person_id,
        holder_id=town.holder_id,
        recipient_id=town.recipient_id,
        contact_id=town.contact_id,
        about=town.about,
    )
    return gather(parties, discloser=Discloser.HOLDS_THE_RECORD)


def test_someone_with_an_alias_and_no_way_to_be_reached_is_told_by_the_alias_alone(town):
    person_id = take_in(town.navigator, alias="Robin", languages=[], rough_area="", times="", access_needs="")
    plain = replace(town, person_id=person_id)
    said_yes(plain)
    about = town.about

    ask = what_was_shared(town.coordinator, disclosure_id=asked(plain, about=about))
    name = what_was_shared(town.coordinator, disclosure_id=named(plain, about=about))

    assert [item.kind for item in ask.items] == [Kind.NEED]
    assert [(item.kind, item.text) for item in name.items] == [(Kind.NAME, "Robin")]
    assert name.contact is None


def test_a_rule_that_opens_no_way_tells_no_way(town):
    closed = replace(TEXTS_ONLY, may_text=False)
    set_how_to_reach(town.navigator, person_id=town.person_id, rule=closed)

    items = previewed(town).goes_after_yes
    assert [item.kind for item in items] == [Kind.NAME, Kind.CONTACT]
    assert items[1].text == "Not known yet"


def test_hours_and_a_sentence_that_are_not_there_are_not_said():
    words = contact_words(replace(TEXTS_ONLY, days={}, say=""))

    assert words == "Text messages only: +44 7700 900142."


def test_without_a_jurisdiction_the_preview_says_why_everything_stays(town):
    a_site(host_id=town.holder_id, jurisdiction="")

    preview = previewed(town)

    assert preview.goes_now == preview.goes_after_yes == []
    assert all("whose law" in item.why for item in preview.stays)


def test_supposing_a_yes_for_a_preview_never_writes_anything(town):
    supposed = as_if_agreed(circumstances(town), ASK_KINDS | NAME_KINDS)
    word = PartnersWord.NOT_YET
    decisions = permitted(supposed, [Kind.NEED], stage=Stage.ASK, partners_word=word)
    assert decisions[Kind.NEED].outcome is Outcome.PERMIT

    with pytest.raises(ConsentMissing):
        keep_in_ledger(
            town.navigator,
            at=supposed,
            about=a_referral(),
            stage=Stage.ASK,
            items={Kind.NEED: "canary"},
            decisions=decisions,
        )
    assert not Disclosure.objects.exists()


def test_a_rule_that_breaks_hides_what_was_told_and_is_logged_without_a_fact(town, monkeypatch, caplog):
    ask, *_ = told_all(town)
    broken = forbids("test.broken", "nobody", "Broken.", lambda facts: facts.no_such_fact)
    packs = {PACK.id: replace(PACK, rules=(*PACK.rules, broken))}
    monkeypatch.setattr("kith.consent.decide.PACKS", packs)

    with caplog.at_level(logging.ERROR):
        page = what_was_shared(town.coordinator, disclosure_id=ask)

    assert page.is_stopped
    assert "kith.K4" in caplog.text
    assert str(town.person_id) not in caplog.text


def test_an_exclusion_of_nobody_stops_nothing(town):
    told_all(town)
    event = recorded(events_of_kind("consent.given")[0])

    stop_what_was_excluded(SYSTEM, replace(event, person_id=None))

    assert Disclosure.objects.filter(stopped_at=None).count() == 2


def test_a_decision_without_a_yes_to_anyone_needs_one(town):
    stranger = replace(town, person_id=town.person_id, contact_id=uuid7())

    decision = decide_item(
        circumstances(stranger), kind=Kind.NEED, stage=Stage.ASK, partners_word=PartnersWord.NOT_YET
    )

    assert decision.outcome is Outcome.NEEDS_CONSENT
