"""A name that is written down after a question went out: hidden at once, and put before the owner."""

from dataclasses import replace
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.terms import NextStep
from kith.core.models import Event
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.post.terms import LinkPurpose
from tests.factories.care import CareTown, a_need, link, persons_yes, the_referral, work_off
from tests.factories.disclosure import NAME, TEXTS_ONLY
from tests.promises.seats import browser_of, link_to, press

pytestmark = pytest.mark.django_db
WORDS = "Amina needs company"
FOUND = "care.name_found_in_ask"


@pytest.fixture
def unnamed(care: CareTown) -> UUID:
    """Somebody whose name nobody has written down; their ask is out, with the name in it."""
    return take_in(care.navigator, alias="Z1", languages=["ar"], rough_area="", times="", access_needs="")


def an_ask_for(care: CareTown, person_id: UUID, *, words: str = WORDS) -> UUID:
    need_id = a_need(care.navigator, person_id, ask_words=words)
    draft_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    referral_id = ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())
    work_off()
    return referral_id


def shows_words(care: CareTown, referral_id: UUID) -> list[bool]:
    """By link, signed in at the partner, and in the letter."""
    pages = [
        Client().get(link_to(care, referral_id, LinkPurpose.ANSWER_ASK)),
        browser_of(care.coordinator).get(f"/inbox/{referral_id}/"),
        browser_of(care.navigator).get(f"/referrals/{referral_id}/letter/"),
    ]
    assert {page.status_code for page in pages} == {200}
    return [WORDS in unescape(page.content.decode()) for page in pages]


def test_a_name_written_down_later_is_gone_from_the_ask_at_once_and_the_owner_is_told(
    care: CareTown, unnamed: UUID
) -> None:
    referral_id = an_ask_for(care, unnamed)
    worker = browser_of(care.navigator)
    assert shows_words(care, referral_id) == [True] * 3

    answer = press(worker, f"/people/{unnamed}/name/", name=NAME)
    at_once = shows_words(care, referral_id)
    said = worker.get(answer["Location"]).content.decode()
    work_off()

    assert at_once == [False] * 3
    assert "A question that is out holds this name" in said
    assert the_referral(referral_id).next_step == NextStep.PHONE_THEM
    assert Event.objects.filter(kind=FOUND, subject_id=referral_id).count() == 1
    page = worker.get(f"/referrals/{referral_id}/").content.decode()
    assert "Words that we sent them hold the name" in page


def test_a_number_written_down_later_does_the_same(care: CareTown, unnamed: UUID) -> None:
    referral_id = an_ask_for(care, unnamed, words="Call 0 77 00 90 01 42, company")
    before = the_referral(referral_id).next_step

    set_how_to_reach(care.navigator, person_id=unnamed, rule=TEXTS_ONLY)
    work_off()

    assert before == NextStep.WAIT_FOR_ANSWER
    assert the_referral(referral_id).next_step == NextStep.PHONE_THEM


def test_a_name_that_stands_in_no_ask_moves_nothing(care: CareTown, unnamed: UUID) -> None:
    referral_id = an_ask_for(care, unnamed, words="Company in the evening")

    set_name(care.navigator, person_id=unnamed, name=NAME)
    set_how_to_reach(care.navigator, person_id=unnamed, rule=replace(TEXTS_ONLY, say="tea"))
    work_off()

    assert the_referral(referral_id).next_step == NextStep.WAIT_FOR_ANSWER
    assert not Event.objects.filter(kind=FOUND).exists()
    assert (
        "Words that we sent them"
        not in browser_of(care.navigator).get(f"/referrals/{referral_id}/").content.decode()
    )


def test_a_partner_that_knows_the_name_by_now_is_not_phoned_about_it(care: CareTown, unnamed: UUID) -> None:
    referral_id = an_ask_for(care, unnamed)
    accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
    choose_partner(care.navigator, referral_id=referral_id)

    set_name(care.navigator, person_id=unnamed, name=NAME)
    work_off()

    assert the_referral(referral_id).next_step == NextStep.WAIT_TO_MEET
    assert shows_words(care, referral_id) == [False] * 3


@pytest.mark.parametrize(
    ("words", "notice"),
    [
        (WORDS, "The words above hold the name"),
        ("\u0623\u0645\u064a\u0646\u0629 needs company", "written in other letters"),
        ("Company in the evening", ""),
    ],
)
def test_before_the_ask_the_worker_reads_what_to_look_for(care: CareTown, words: str, notice: str) -> None:
    need_id = a_need(care.navigator, care.town.person_id, ask_words=words)
    draft_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)

    page = browser_of(care.navigator).get(f"/referrals/{draft_id}/ask/").content.decode()

    found = [one for one in ("The words above hold the name", "written in other letters") if one in page]
    assert found == ([notice] if notice else [])
