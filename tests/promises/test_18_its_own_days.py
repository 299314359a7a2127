"""Promise 18: its own days.

The calendar itself: tests/core/test_working_time.py. Pausing and what it does to a clock, and no reminder before the
day: tests/care/listeners/test_clocks.py. Here: from what a partner said of its days and promised, to the date on the
worker's list.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.listeners.remind_partners import draft_when_late, remind_partners
from kith.care.models import Referral
from kith.care.queries.my_list import my_list
from kith.care.terms import NextStep
from kith.core import clock
from kith.partnerships.actions.answer_variation import answer_variation
from kith.partnerships.actions.set_working_days import set_working_days
from tests.factories.care import (
    CareTown,
    a_care_town,
    a_need,
    a_service,
    an_ask,
    persons_yes,
    the_referral,
    work_off,
)
from tests.factories.partnerships import OFFICE, SYSTEM, TUESDAY_THURSDAY, a_contact, a_partner, in_force
from tests.factories.promises import ask_for_other_days

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def friday() -> Iterator[None]:
    with clock.at(FRIDAY):
        yield


@pytest.fixture
def care() -> CareTown:
    """Al-Noor, in an office's days, promises an answer within two of its days."""
    return a_care_town()


def works_on(care: CareTown, days: Mapping[int, tuple[str, str]], *closed_on: date) -> None:
    organization_id = care.town.recipient_id
    set_working_days(
        care.town.manager,
        organization_id=organization_id,
        timezone="UTC",
        days=days,
        closed_on=list(closed_on),
    )


def due_on(referral_id: UUID) -> date | None:
    due_at = the_referral(referral_id).due_at
    return due_at.date() if due_at is not None else None


def asked_at_a_partner(
    care: CareTown, *, days: Mapping[int, tuple[str, str]], promise: int | None, of_sender: int | None = None
) -> UUID:
    """An ask to another partner with these days and promises."""
    manager = care.town.manager
    partner_id = a_partner(manager, "St Brigid's", days=days)
    a_contact(manager, partner_id, "Rosa Almeida")
    promises = {partner_id: promise, care.town.holder_id: of_sender}
    in_force(manager, partner_id, promises={who: n for who, n in promises.items() if n is not None})
    service_id = a_service(partner_id, "Tea and talk", places=None)
    need_id = a_need(care.navigator, care.town.person_id)
    draft_id = draft_referral(care.navigator, need_id=need_id, service_id=service_id)
    return ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())


@pytest.mark.parametrize(
    ("days", "due"),
    [
        (OFFICE, date(2026, 12, 1)),
        (TUESDAY_THURSDAY, date(2026, 12, 3)),
        ({6: ("10:00", "12:00")}, date(2026, 12, 6)),
    ],
)
def test_two_days_are_two_of_the_partners_own_days(
    care: CareTown, days: Mapping[int, tuple[str, str]], due: date
) -> None:
    works_on(care, days)

    found = due_on(an_ask(care))

    assert found == due


def test_a_closed_day_is_no_day(care: CareTown) -> None:
    works_on(care, TUESDAY_THURSDAY, date(2026, 12, 1))

    assert due_on(an_ask(care)) == date(2026, 12, 8)


def test_the_last_moment_is_the_closing_hour_on_the_partners_own_clock(care: CareTown) -> None:
    set_working_days(
        care.town.manager,
        organization_id=care.town.recipient_id,
        timezone="Asia/Karachi",
        days=TUESDAY_THURSDAY,
        closed_on=[],
    )

    referral = the_referral(an_ask(care))

    assert referral.due_at == datetime(2026, 12, 3, 11, 0, tzinfo=UTC)


def test_without_known_days_there_is_no_clock_and_the_worker_is_asked_to_phone(care: CareTown) -> None:
    referral_id = asked_at_a_partner(care, days={}, promise=2)

    assert_phoned(care, referral_id)


def test_without_a_promise_there_is_no_clock(care: CareTown) -> None:
    assert_phoned(care, asked_at_a_partner(care, days=OFFICE, promise=None))


def test_a_promise_that_the_sender_made_binds_no_receiver(care: CareTown) -> None:
    assert_phoned(care, asked_at_a_partner(care, days=OFFICE, promise=None, of_sender=1))


def test_each_receivers_own_promise_counts(care: CareTown) -> None:
    referral_id = asked_at_a_partner(care, days=OFFICE, promise=4, of_sender=1)

    assert due_on(referral_id) == date(2026, 12, 3)


def test_what_was_agreed_to_change_for_a_while_is_not_late(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()
    due = the_referral(referral_id).due_at
    assert due is not None

    variation_id = ask_for_other_days(
        care, days=9, first_on=FRIDAY.date(), last_on=FRIDAY.date() + timedelta(days=30)
    )
    work_off()
    assert the_referral(referral_id).due_at == due
    answer_variation(care.town.manager, variation_id=variation_id, is_yes=True, words="")
    work_off()

    varied = the_referral(referral_id).due_at
    assert varied == datetime(2026, 12, 10, 17, 0, tzinfo=UTC)
    with clock.at(due + timedelta(minutes=1)):
        draft_when_late(SYSTEM)
        assert referral_id not in [line.referral_id for line in my_list(care.navigator).past]
    assert not Referral.objects.filter(reroute_of_id=referral_id).exists()


def assert_phoned(care: CareTown, referral_id: UUID) -> None:
    """No promised time, never late, no reminder and no draft; "phone them" is the worker's next step, today."""
    referral = the_referral(referral_id)
    assert (referral.due_at, referral.next_step, referral.next_at) == (None, NextStep.PHONE_THEM, clock.now())
    work_off()
    with clock.at(FRIDAY + timedelta(days=40)):
        remind_partners(SYSTEM)
        draft_when_late(SYSTEM)
        lists = my_list(care.navigator)
    assert the_referral(referral_id).reminded_at is None
    assert not Referral.objects.filter(reroute_of_id=referral_id).exists()
    assert referral_id in [line.referral_id for line in lists.mine]
    assert referral_id not in [line.referral_id for line in lists.past]


def test_days_that_are_taken_back_end_the_clock_and_the_worker_is_asked_to_phone(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()

    works_on(care, {})
    work_off()

    assert_phoned(care, referral_id)


def test_changed_days_move_the_promised_time_and_the_next_date_with_it(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()

    works_on(care, TUESDAY_THURSDAY)
    work_off()

    after = the_referral(referral_id)
    assert due_on(referral_id) == date(2026, 12, 3)
    assert after.next_at == after.due_at


def test_nothing_is_past_the_promised_time_before_their_day_is_over(care: CareTown) -> None:
    works_on(care, TUESDAY_THURSDAY)
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None

    for moment, past in [
        (referral.due_at - timedelta(minutes=1), 0),
        (referral.due_at + timedelta(minutes=1), 1),
    ]:
        with clock.at(moment):
            assert len(my_list(care.navigator).past) == past
