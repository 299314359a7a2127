"""Promise 16: the telephone counts.

Which way of telling fits whom: tests/care/actions/test_answers.py. A listing confirmed by phone:
tests/directory and tests/web/directory. Here: each thing a partner may say by phone, written down on the real
pages, with who, when and how we know, and one confirming line.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.http import HttpResponse
from django.utils.timezone import localtime

from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.models import Answer, ServiceReport
from kith.care.terms import Helped, NextStep, ReferralStatus
from kith.core import clock
from kith.core.models import Event
from tests.factories.care import CareTown, a_care_town, a_name_told, an_ask, status_of, the_referral, work_off
from tests.promises.seats import browser_of, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


def phoned(care: CareTown, referral_id: UUID, page: str, **said: str) -> HttpResponse:
    """What Fatima said half an hour ago, written down by the worker."""
    work_off()
    mail.outbox.clear()
    when = localtime(clock.now() - timedelta(minutes=30)).strftime("%Y-%m-%dT%H:%M")
    words = {"told_by": "Fatima", "told_at": when, **said}
    answer = press(browser_of(care.navigator), f"/referrals/{referral_id}/{page}/", **words)
    work_off()
    return answer


def story(care: CareTown, referral_id: UUID) -> str:
    return browser_of(care.navigator).get(f"/referrals/{referral_id}/").content.decode()


def evidence(row: Answer | ServiceReport) -> tuple[str, str, object]:
    return (row.via, row.told_by, row.recorded_by_id)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("yes", ReferralStatus.ACCEPTED),
        ("full", ReferralStatus.DECLINED),
        ("not_for_us", ReferralStatus.DECLINED),
    ],
)
def test_an_answer_by_phone_is_an_answer_with_its_own_evidence(
    care: CareTown, said: str, status: ReferralStatus
) -> None:
    referral_id = an_ask(care)

    phoned(care, referral_id, "answer", answer=said)

    [answer] = Answer.objects.all()
    assert status_of(referral_id) == status
    assert evidence(answer) == ("phone", "Fatima", care.navigator.user_id)
    assert timedelta(minutes=29) < clock.now() - answer.told_at < timedelta(minutes=32)
    assert "told by phone" in story(care, referral_id)
    assert "Fatima" in story(care, referral_id)


@pytest.mark.parametrize("happened", ["met", "not_yet", "not_reached"])
def test_what_happened_may_be_told_by_phone(care: CareTown, happened: str) -> None:
    referral_id = a_name_told(care)

    phoned(care, referral_id, "happened", happened=happened, happened_on=clock.now().date().isoformat())

    [report] = ServiceReport.objects.all()
    assert report.happened == happened
    assert evidence(report) == ("phone", "Fatima", care.navigator.user_id)
    assert "told by phone" in story(care, referral_id)


def test_a_loop_closes_on_telephone_alone(care: CareTown) -> None:
    referral_id, navigator = an_ask(care), browser_of(care.navigator)
    phoned(care, referral_id, "answer", answer="yes")
    press(navigator, f"/referrals/{referral_id}/choose/")
    phoned(care, referral_id, "happened", happened="met", happened_on=clock.now().date().isoformat())
    say_how_it_went(care.navigator, referral_id=referral_id, helped=Helped.YES, words="")

    press(navigator, f"/referrals/{referral_id}/close/")

    assert status_of(referral_id) == ReferralStatus.COMPLETED


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("answer", {"answer": "yes"}),
        ("answer", {"answer": "full"}),
        ("happened", {"happened": "met"}),
        ("happened", {"happened": "not_reached"}),
    ],
)
def test_the_partner_gets_one_confirming_line_without_a_name(
    care: CareTown, page: str, said: dict[str, str]
) -> None:
    referral_id = an_ask(care) if page == "answer" else a_name_told(care)
    on = {"happened_on": clock.now().date().isoformat()} if page == "happened" else {}

    phoned(care, referral_id, page, **said, **on)

    [line] = mail.outbox
    assert line.to == ["fatima.noor@al-noor.example"]
    assert "by phone" in line.body
    assert "Amina" not in line.subject + line.body
    assert "/a/" not in line.body


@pytest.mark.parametrize(
    "missing", [{"told_by": ""}, {"told_by": "   "}, {"told_at": ""}, {"told_at": "2999-01-01T10:00"}]
)
def test_without_who_and_when_it_is_no_evidence(care: CareTown, missing: dict[str, str]) -> None:
    referral_id = an_ask(care)

    answer = phoned(care, referral_id, "answer", answer="yes", **missing)

    assert answer.status_code == 422
    assert status_of(referral_id) == ReferralStatus.ASKED
    assert not Answer.objects.exists()


def test_the_trail_keeps_how_we_know_and_not_who_said_it(care: CareTown) -> None:
    referral_id = an_ask(care)

    phoned(care, referral_id, "answer", answer="yes")

    [event] = Event.objects.filter(kind="care.referral_accepted", subject_id=referral_id)
    assert event.payload == {"via": "phone"}
    assert event.user_id == care.navigator.user_id


def test_a_partner_that_would_rather_be_phoned_is_phoned_today(care: CareTown) -> None:
    referral_id = an_ask(care)

    press(browser_of(care.coordinator), f"/inbox/{referral_id}/", answer="phone_me")

    referral = the_referral(referral_id)
    assert (referral.status, referral.next_step) == (ReferralStatus.ASKED, NextStep.PHONE_THEM)
    assert referral.next_at is not None
    assert referral.next_at <= clock.now()
