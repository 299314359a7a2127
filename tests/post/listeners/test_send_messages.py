import smtplib
from collections import Counter
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from kith.core import clock
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.worker import work_off
from kith.post.actions.cancel_messages import cancel_messages
from kith.post.actions.claim_message import claim_message
from kith.post.actions.note_sent import note_sent
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.listeners.send_messages import release_what_was_held, send_mail, send_what_was_left
from kith.post.mail import NotTakenNow, message_id
from kith.post.terms import BounceReason, MessageStatus
from tests.environment import scaled
from tests.factories.post import (
    MAIL_IN_OFFICE_HOURS,
    SYSTEM,
    TEXTS_ONLY,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    a_mail,
    a_mail_to,
    a_referral,
    reachable,
    status_of,
    the_message,
)

pytestmark = pytest.mark.django_db(transaction=True)
WEDNESDAY_NINE = TUESDAY_NIGHT + timedelta(hours=10)
FAULTS: list[Exception] = []


class FaultyBackend(EmailBackend):
    """Raises what is in FAULTS, one a mail; then behaves."""

    def send_messages(self, messages):
        if FAULTS:
            raise FAULTS.pop(0)
        return super().send_messages(messages)


class DeadBackend(EmailBackend):
    """A mail server that does not answer."""

    def open(self):
        raise ConnectionRefusedError


@pytest.fixture
def faults(settings):
    settings.EMAIL_BACKEND = f"{__name__}.FaultyBackend"
    FAULTS.clear()
    return FAULTS


def send(row_id: UUID) -> None:
    send_mail.call(str(row_id))


def test_the_message_id_is_the_same_at_every_try(faults):
    row_id = a_mail()
    faults.append(smtplib.SMTPServerDisconnected("gone"))

    with pytest.raises(NotTakenNow):
        send(row_id)
    send(row_id)

    assert mail.outbox[0].message()["Message-ID"] == message_id(row_id) == f"<{row_id.hex}@localhost>"
    assert the_message(row_id).attempts == 2


@pytest.mark.parametrize(
    "fault",
    [
        smtplib.SMTPServerDisconnected("gone"),
        smtplib.SMTPDataError(451, b"later"),
        smtplib.SMTPRecipientsRefused({"fatima@al-noor.example": (450, b"fatima@al-noor.example busy")}),
        smtplib.SMTPSenderRefused(550, b"not you", "kith@localhost"),
        TimeoutError(),
    ],
)
def test_what_may_pass_puts_the_mail_back_and_lets_the_worker_try_again(faults, fault):
    row_id = a_mail()
    faults.append(fault)

    with pytest.raises(NotTakenNow) as told:
        send(row_id)

    assert status_of(row_id) == MessageStatus.QUEUED
    assert "fatima" not in str(told.value)
    assert told.value.__suppress_context__


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (
            smtplib.SMTPRecipientsRefused({"f@x.example": (550, b"no such user")}),
            BounceReason.ADDRESS_UNKNOWN,
        ),
        (smtplib.SMTPRecipientsRefused({"f@x.example": (552, b"full")}), BounceReason.MAILBOX_FULL),
        (smtplib.SMTPDataError(554, b"spam"), BounceReason.REFUSED),
    ],
)
def test_a_refusal_for_good_bounces_to_the_owner(faults, fault, reason):
    owner, about = uuid7(), a_referral()
    row_id = a_mail(about=about, owner_user_id=owner)
    faults.append(fault)

    send(row_id)

    event = Event.objects.get(kind="post.message_bounced")
    assert status_of(row_id) == MessageStatus.BOUNCED
    assert event.subject_id == row_id
    assert event.payload == {
        "about_kind": "referral",
        "about_id": str(about.id),
        "owner_user_id": str(owner),
        "reason": reason.value,
    }


def test_a_mail_server_that_does_not_answer_is_tried_again(settings):
    settings.EMAIL_BACKEND = f"{__name__}.DeadBackend"
    row_id = a_mail()

    with pytest.raises(NotTakenNow):
        send(row_id)

    assert status_of(row_id) == MessageStatus.QUEUED


def test_after_a_day_of_tries_the_owner_is_told(faults):
    row_id = a_mail()
    faults.append(TimeoutError())

    with clock.at(clock.now() + timedelta(hours=25)):
        send(row_id)

    assert status_of(row_id) == MessageStatus.BOUNCED
    assert the_message(row_id).bounce_reason == BounceReason.NOT_TAKEN_IN_TIME
    assert the_message(row_id).body == ""


def test_a_mail_that_is_out_is_not_sent_again():
    row_id = a_mail()

    send(row_id)
    send(row_id)

    assert len(mail.outbox) == 1
    assert Event.objects.filter(kind="post.message_sent").count() == 1


def test_a_sent_mail_forgets_its_words():
    row_id = a_mail()

    send(row_id)

    assert the_message(row_id).body == ""


def test_a_mail_whose_sender_died_is_sent_again_and_not_while_the_sender_may_live():
    row_id = a_mail()
    claim_message(SYSTEM, message_id=row_id)

    send(row_id)
    while_it_may_live = len(mail.outbox)
    with clock.at(clock.now() + timedelta(seconds=31)):
        send(row_id)

    assert while_it_may_live == 0
    assert len(mail.outbox) == 1
    assert status_of(row_id) == MessageStatus.SENT


def test_a_job_finds_the_mail_of_a_dead_sender():
    row_id = a_mail()
    work = claim_message(SYSTEM, message_id=row_id)

    with clock.at(clock.now() + timedelta(seconds=31)):
        send_what_was_left(SYSTEM)
        work_off()

    assert work is not None
    assert status_of(row_id) == MessageStatus.SENT


def test_a_stopped_mail_whose_sender_died_is_not_sent():
    about = a_referral()
    row_id = a_mail(about=about)
    claim_message(SYSTEM, message_id=row_id)

    cancel_messages(SYSTEM, about=about)
    with clock.at(clock.now() + timedelta(minutes=10)):
        send_what_was_left(SYSTEM)
        work_off()

    assert status_of(row_id) == MessageStatus.CANCELLED
    assert mail.outbox == []


def test_a_mail_that_the_server_had_when_the_stop_came_is_told_as_sent():
    about = a_referral()
    row_id = a_mail(about=about)
    claim_message(SYSTEM, message_id=row_id)
    cancel_messages(SYSTEM, about=about)

    note_sent(SYSTEM, message_id=row_id)

    assert status_of(row_id) == MessageStatus.SENT


def test_a_message_stopped_before_any_try_cannot_become_sent():
    about = a_referral()
    row_id = a_mail(about=about)
    cancel_messages(SYSTEM, about=about)

    assert note_sent(SYSTEM, message_id=row_id) is False
    assert status_of(row_id) == MessageStatus.CANCELLED


def test_a_held_mail_goes_out_when_its_hour_comes():
    person_id = reachable(MAIL_IN_OFFICE_HOURS)
    with clock.at(TUESDAY_NIGHT):
        row_id = a_mail_to(person_id)

    with clock.at(WEDNESDAY_NINE - timedelta(minutes=1)):
        release_what_was_held(SYSTEM)
        work_off()
    before = status_of(row_id)
    with clock.at(WEDNESDAY_NINE):
        release_what_was_held(SYSTEM)
        work_off()

    assert before == MessageStatus.HELD
    assert status_of(row_id) == MessageStatus.SENT
    assert len(mail.outbox) == 1


def test_a_held_text_is_shown_to_a_colleague_when_its_hour_comes():
    with clock.at(TUESDAY_NIGHT):
        row_id = a_mail_to(reachable(TEXTS_ONLY))

    with clock.at(WEDNESDAY_NINE):
        release_what_was_held(SYSTEM)

    assert status_of(row_id) == MessageStatus.BY_HAND


def test_the_gate_is_asked_again_at_sending_about_the_hours():
    person_id = reachable(MAIL_IN_OFFICE_HOURS)
    with clock.at(TUESDAY_NOON):
        row_id = a_mail_to(person_id)

    with clock.at(TUESDAY_NIGHT):
        send(row_id)

    assert status_of(row_id) == MessageStatus.HELD
    assert mail.outbox == []


def test_the_gate_is_asked_again_at_sending_about_the_way():
    person_id, organization_id = uuid7(), uuid7()
    set_safe_contact(SYSTEM, person_id=person_id, rule=MAIL_IN_OFFICE_HOURS, organization_id=organization_id)
    with clock.at(TUESDAY_NOON):
        row_id = a_mail_to(person_id)
        set_safe_contact(SYSTEM, person_id=person_id, rule=TEXTS_ONLY, organization_id=organization_id)

        send(row_id)

    message = the_message(row_id)
    assert (message.status, message.bounce_reason) == (MessageStatus.BOUNCED, BounceReason.MAY_NOT_REACH)
    assert mail.outbox == []
    assert Event.objects.filter(kind="post.message_bounced").count() == 1


def test_whatever_the_mail_server_does_every_mail_is_sent_or_bounced_and_none_is_lost(faults):
    chance = Random(7)
    kinds = [
        lambda: smtplib.SMTPServerDisconnected("gone"),
        lambda: smtplib.SMTPDataError(451, b"later"),
        lambda: smtplib.SMTPDataError(554, b"no"),
        TimeoutError,
    ]
    rows = [a_mail() for _ in range(scaled(1_000, least=40))]
    faults.extend(chance.choice(kinds)() for _ in range(3 * len(rows)))

    moment = clock.now()
    while faults or "queued" in {status_of(row) for row in rows}:
        with clock.at(moment):
            send_what_was_left(SYSTEM)
            work_off()
        moment += timedelta(minutes=6)

    told = Counter(status_of(row) for row in rows)
    ids = [message.extra_headers["Message-ID"] for message in mail.outbox]
    assert set(told) == {MessageStatus.SENT, MessageStatus.BOUNCED}
    assert sorted(ids) == sorted(message_id(row) for row in rows if status_of(row) == MessageStatus.SENT)
    assert Event.objects.filter(kind="post.message_bounced").count() == told[MessageStatus.BOUNCED]
