"""The worker is slower than people: a letter that comes too late is not written."""

import pytest
from django.core import mail

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.terms import NextStep
from kith.post.models import SinglePurposeLink
from tests.factories.care import CareTown, a_name_told, an_ask, link, the_referral, work_off

pytestmark = pytest.mark.django_db


def links_that_open(referral_id: object) -> list[str]:
    rows = SinglePurposeLink.objects.filter(about_id=referral_id, closed_at=None)
    return list(rows.values_list("purpose", flat=True))


def test_a_name_told_and_stopped_before_the_worker_came_opens_no_page(care: CareTown) -> None:
    referral_id = a_name_told(care)
    withdraw_referral(care.navigator, referral_id=referral_id)

    work_off()

    assert links_that_open(referral_id) == []
    assert not any("/n/" in message.body for message in mail.outbox)
    assert the_referral(referral_id).next_step == NextStep.NOTHING.value


def test_an_ask_answered_before_the_worker_came_asks_nobody(care: CareTown) -> None:
    referral_id = an_ask(care)
    accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())

    work_off()

    assert links_that_open(referral_id) == []
    assert mail.outbox == []
    assert the_referral(referral_id).next_step == NextStep.CHOOSE.value
