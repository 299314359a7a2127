"""Reminders, drafts after silence, paused time, bounces: what happens by itself, and what does not."""

from datetime import timedelta

import pytest
from django.core import mail

from kith.care.actions.decline_referral import decline_referral
from kith.care.listeners.remind_partners import (
    ask_what_happened_once,
    draft_when_late,
    remind_partners,
)
from kith.care.models import Referral
from kith.care.queries.my_list import my_list
from kith.care.terms import NextStep, NotNowReason, ReferralStatus
from kith.care.told import NotNow
from kith.core import clock
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.disclosure.actions.resume_sharing import resume_sharing
from kith.partnerships.actions.pause_asks import pause_asks
from kith.post.actions.record_bounce import record_bounce
from kith.post.models import OutgoingMessage
from kith.post.terms import BounceReason
from tests.factories.care import CareTown, a_name_told, a_service, an_ask, link, the_referral, work_off
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, in_force

pytestmark = pytest.mark.django_db


def test_one_reminder_on_the_promised_day_and_no_second(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    work_off()
    mail.outbox.clear()
    assert referral.due_at is not None

    with clock.at(referral.due_at - timedelta(hours=2)):
        for _turn in range(3):
            remind_partners(SYSTEM)
            work_off()

    assert len(mail.outbox) == 1
    assert "/a/" in mail.outbox[0].body


def test_no_reminder_before_the_day(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None

    with clock.at(referral.due_at - timedelta(hours=20)):
        remind_partners(SYSTEM)

    assert the_referral(referral.pk).reminded_at is None


def test_no_reminder_while_the_person_has_paused_sharing(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None
    pause_sharing(care.person, consent_id=referral.consent_id)

    with clock.at(referral.due_at):
        remind_partners(SYSTEM)

    assert the_referral(referral.pk).reminded_at is None


def test_after_a_pause_of_sharing_the_question_goes_out_again(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    pause_sharing(care.person, consent_id=referral.consent_id)
    work_off()
    assert mail.outbox == []

    resume_sharing(care.person, consent_id=referral.consent_id)
    work_off()

    assert len(mail.outbox) == 1


def test_past_the_promised_time_a_next_place_is_drafted_and_nobody_is_asked(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    other = _another_partner(care)
    work_off()
    mail.outbox.clear()
    assert referral.due_at is not None

    with clock.at(referral.due_at + timedelta(minutes=1)):
        draft_when_late(SYSTEM)
        draft_when_late(SYSTEM)
        work_off()
        past = my_list(care.navigator).past

    [draft] = Referral.objects.filter(reroute_of=referral)
    assert (draft.status, draft.receiver_id) == (ReferralStatus.DRAFT.value, other)
    assert draft.owner_id == referral.owner_id
    assert mail.outbox == []
    assert [line.referral_id for line in past] == [referral.pk]


def test_after_a_no_the_next_place_is_drafted_for_the_same_worker(care: CareTown) -> None:
    referral_id = an_ask(care)
    other = _another_partner(care)

    decline_referral(
        care.by_link(referral_id),
        referral_id=referral_id,
        not_now=NotNow(NotNowReason.NOT_FOR_US, None),
        told=link(),
    )
    work_off()

    [draft] = Referral.objects.filter(reroute_of_id=referral_id)
    assert draft.receiver_id == other
    assert draft.next_step == NextStep.READ_AND_ASK.value


def test_paused_time_is_outside_the_clock(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    until = clock.now().date() + timedelta(days=20)

    pause_asks(care.coordinator, organization_id=care.town.recipient_id, until=until)
    work_off()

    after = the_referral(referral.pk)
    assert after.due_at is not None
    assert after.due_at.date() > until
    assert after.next_at == after.due_at


def test_a_mail_that_did_not_arrive_goes_back_to_the_owner(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()
    message = OutgoingMessage.objects.get()

    record_bounce(SYSTEM, message_id=message.id, reason=BounceReason.ADDRESS_UNKNOWN)
    work_off()

    assert the_referral(referral_id).next_step == NextStep.PHONE_THEM.value


def test_after_the_day_to_meet_the_partner_is_asked_once(care: CareTown) -> None:
    referral = the_referral(a_name_told(care))
    work_off()
    mail.outbox.clear()
    assert referral.next_at is not None

    with clock.at(referral.next_at + timedelta(hours=1)):
        ask_what_happened_once(SYSTEM)
        ask_what_happened_once(SYSTEM)
        work_off()

    assert len(mail.outbox) == 1
    assert "/h/" in mail.outbox[0].body


def test_every_open_referral_has_one_owner_and_one_next_date(care: CareTown) -> None:
    an_ask(care)
    lines = my_list(care.navigator)

    assert lines.total == 1
    assert all(
        line.next_at is not None for line in [*lines.mine, *lines.waiting, *lines.past, *lines.confirm]
    )


def _another_partner(care: CareTown) -> object:
    """A second partner with the same kind of service, bound by an agreement."""
    manager = care.town.manager
    organization_id = a_partner(manager, "St Brigid's")
    a_contact(manager, organization_id, name="Rosa Almeida")
    in_force(manager, organization_id)
    a_service(organization_id, "Walking and tea", places=None)
    a_member(organization_id)
    return organization_id


def test_the_list_says_how_many_of_their_own_days_are_past(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None

    with clock.at(referral.due_at + timedelta(hours=1)):
        (just_over,) = my_list(care.navigator).past
    with clock.at(referral.due_at + timedelta(days=7)):
        (a_week_over,) = my_list(care.navigator).past
    pause_asks(
        care.coordinator,
        organization_id=referral.receiver_id,
        until=referral.due_at.date() + timedelta(days=4),
    )
    with clock.at(referral.due_at + timedelta(days=7)):
        (after_a_pause,) = my_list(care.navigator).past

    assert just_over.days_past == 0
    assert 0 < a_week_over.days_past < 7
    assert after_a_pause.days_past < a_week_over.days_past
