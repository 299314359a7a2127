"""An answer by link whose thanks were lost on the way."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.care.models import Answer
from kith.core import clock
from kith.core.models import Event
from kith.post.terms import LinkPurpose
from tests.factories.care import CareTown, a_care_town, an_ask
from tests.promises.seats import link_to, press
from tests.web.answer.sent_again import sent_again_after_a_cut

pytestmark = pytest.mark.django_db
ANSWERS = ["yes", "full", "not_for_us", "closed_until", "phone_me"]


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_sent_again_is_thanked_for_and_counts_once(care: CareTown, answer: str) -> None:
    address = link_to(care, an_ask(care), LinkPurpose.ANSWER_ASK)
    day = (clock.now() + timedelta(days=9)).date().isoformat()

    lost, again = sent_again_after_a_cut(Client(), address, answer=answer, closed_until=day)

    assert (again.status_code, again["Location"]) == (302, f"/thanks/{answer.replace('_', '-')}/")
    assert lost["Location"] == again["Location"]
    assert Answer.objects.count() <= 1
    assert Event.objects.filter(kind="post.link_used").count() <= 1


def test_a_pause_sent_again_is_one_pause(care: CareTown) -> None:
    address = link_to(care, an_ask(care), LinkPurpose.ANSWER_ASK)

    lost, again = sent_again_after_a_cut(Client(), address, answer="pause")

    assert (lost["Location"], again["Location"]) == ("/thanks/pause/", "/thanks/pause-again/")
    assert Event.objects.filter(kind="partnerships.asks_paused").count() == 1


def test_another_form_does_not_pass_for_the_one_that_was_answered(care: CareTown) -> None:
    address, phone = link_to(care, an_ask(care), LinkPurpose.ANSWER_ASK), Client()
    press(phone, address, answer="yes")

    answer = press(phone, address, answer="yes")

    assert answer.status_code == 410


def test_the_key_of_an_answer_opens_no_other_link(care: CareTown) -> None:
    referral_id = an_ask(care)
    used = link_to(care, referral_id, LinkPurpose.ANSWER_ASK)
    form = {"key": "01a222b4-1f18-7e00-9696-a508af8b3d73", "answer": "yes"}
    Client().post(used, form)

    answers = [
        Client().post(place, form).status_code
        for place in ("/a/made-up/", used.replace("/a/", "/h/"), used.replace("/a/", "/n/"))
    ]

    assert answers == [404, 404, 404]


def test_another_answer_with_the_same_key_is_not_thanked_for(care: CareTown) -> None:
    address = link_to(care, an_ask(care), LinkPurpose.ANSWER_ASK)
    form = {"key": "01a222b4-1f18-7e00-9696-a508af8b3d73", "answer": "yes"}
    Client().post(address, form)

    for answer in ("full", "//elsewhere"):
        assert Client().post(address, {**form, "answer": answer}).status_code == 410


def test_who_opens_a_used_link_reads_that_we_have_the_answer(care: CareTown) -> None:
    address = link_to(care, an_ask(care), LinkPurpose.ANSWER_ASK)
    press(Client(), address, answer="yes")

    page = Client().get(address)

    assert page.status_code == 410
    assert b"We have your answer." in page.content
