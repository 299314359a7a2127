"""Steps of a message that people and mail servers take."""

from dataclasses import replace

import pytest
from django.core import mail

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.post.actions.cancel_messages import cancel_messages
from kith.post.actions.claim_message import claim_message
from kith.post.actions.mark_sent_by_hand import mark_sent_by_hand
from kith.post.actions.put_back_message import put_back_message
from kith.post.actions.record_bounce import record_bounce
from kith.post.actions.release_message import release_message
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.listeners.send_messages import send_mail
from kith.post.terms import BounceReason, MessageKind, MessageStatus
from tests.factories.core import staff
from tests.factories.post import (
    MAIL_IN_OFFICE_HOURS,
    SYSTEM,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    a_mail,
    a_mail_to,
    a_referral,
    reachable,
    status_of,
    the_message,
)

pytestmark = pytest.mark.django_db


def a_text(navigator, about=None):
    return a_mail(navigator, about=about, kind=MessageKind.TEXT, address="617 555 0142")


def test_a_text_sent_by_hand_is_sent_and_forgets_its_words():
    navigator = staff(Role.NAVIGATOR)
    message_id = a_text(navigator)

    mark_sent_by_hand(navigator, message_id=message_id)

    assert (status_of(message_id), the_message(message_id).body) == (MessageStatus.SENT, "")
    assert Event.objects.get(kind="post.message_sent").user_id == navigator.user_id


def test_a_stale_page_cannot_mark_a_stopped_text_as_sent():
    navigator, about = staff(Role.NAVIGATOR), a_referral()
    message_id = a_text(navigator, about)
    cancel_messages(navigator, about=about)

    with pytest.raises(StatusConflict):
        mark_sent_by_hand(navigator, message_id=message_id)

    assert status_of(message_id) == MessageStatus.CANCELLED


def test_a_stop_takes_what_waits_in_any_way_and_leaves_the_rest():
    about, person_id = a_referral(), reachable(MAIL_IN_OFFICE_HOURS)
    with clock.at(TUESDAY_NIGHT):
        held = a_mail_to(person_id, about=about)
    queued, by_hand, sent = a_mail(about=about), a_text(SYSTEM, about), a_mail(about=about)
    send_mail.call(str(sent))
    elsewhere = a_mail()

    count = cancel_messages(SYSTEM, about=about)

    assert count == 3
    assert {status_of(row) for row in (held, queued, by_hand)} == {MessageStatus.CANCELLED}
    assert {the_message(row).body for row in (held, queued, by_hand)} == {""}
    assert [status_of(sent), status_of(elsewhere)] == [MessageStatus.SENT, MessageStatus.QUEUED]
    assert Event.objects.get(kind="post.messages_cancelled").payload == {"count": 3}


def test_stopping_twice_is_one_event():
    about = a_referral()
    a_mail(about=about)

    assert [cancel_messages(SYSTEM, about=about), cancel_messages(SYSTEM, about=about)] == [1, 0]
    assert Event.objects.filter(kind="post.messages_cancelled").count() == 1


def test_a_stopped_mail_is_not_put_back():
    about = a_referral()
    message_id = a_mail(about=about)
    claim_message(SYSTEM, message_id=message_id)
    cancel_messages(SYSTEM, about=about)

    assert put_back_message(SYSTEM, message_id=message_id) is MessageStatus.CANCELLED


def test_a_bounce_is_recorded_once_and_tells_the_owner():
    owner = uuid7()
    message_id = a_mail(owner_user_id=owner)
    send_mail.call(str(message_id))

    answers = [
        record_bounce(SYSTEM, message_id=message_id, reason=BounceReason.MAILBOX_FULL) for _ in range(2)
    ]

    assert answers == [True, False]
    assert Event.objects.get(kind="post.message_bounced").payload["owner_user_id"] == str(owner)


def test_a_message_that_never_went_out_cannot_bounce():
    with clock.at(TUESDAY_NIGHT):
        held = a_mail_to(reachable(MAIL_IN_OFFICE_HOURS))
    rows = {a_mail(): MessageStatus.QUEUED, a_text(SYSTEM): MessageStatus.BY_HAND, held: MessageStatus.HELD}

    answers = [record_bounce(SYSTEM, message_id=row, reason=BounceReason.OTHER) for row in rows]

    assert answers == [False, False, False]
    assert {row: status_of(row) for row in rows} == rows


def test_a_held_message_is_released_once_and_not_early():
    with clock.at(TUESDAY_NIGHT):
        message_id = a_mail_to(reachable(MAIL_IN_OFFICE_HOURS))
        early = release_message(SYSTEM, message_id=message_id)

    with clock.at(TUESDAY_NIGHT.replace(day=25, hour=9)):
        answers = [release_message(SYSTEM, message_id=message_id) for _ in range(2)]

    assert [early, *answers] == [False, True, False]
    assert status_of(message_id) == MessageStatus.QUEUED


def test_the_mail_to_a_person_goes_to_the_address_they_gave_last():
    person_id, organization_id = uuid7(), uuid7()
    set_safe_contact(SYSTEM, person_id=person_id, rule=MAIL_IN_OFFICE_HOURS, organization_id=organization_id)
    with clock.at(TUESDAY_NOON):
        message_id = a_mail_to(person_id)
        moved = replace(MAIL_IN_OFFICE_HOURS, email="amina@new.example")
        set_safe_contact(SYSTEM, person_id=person_id, rule=moved, organization_id=organization_id)
        send_mail.call(str(message_id))

    assert [m.to for m in mail.outbox] == [["amina@new.example"]]
