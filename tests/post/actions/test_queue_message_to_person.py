from dataclasses import replace

import pytest
from django.core import mail

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.ids import uuid7
from kith.core.worker import work_off
from kith.post.actions.queue_message_to_person import queue_message_to_person
from kith.post.errors import MayNotReach
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind, MessageStatus
from tests.factories.post import (
    MAIL_IN_OFFICE_HOURS,
    SYSTEM,
    TEXTS_ONLY,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    a_mail_to,
    a_referral,
    reachable,
    the_message,
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_in_the_hours_the_mail_goes_out_with_a_neutral_subject():
    person_id = reachable(MAIL_IN_OFFICE_HOURS)

    with clock.at(TUESDAY_NOON):
        a_mail_to(person_id)
        work_off()

    assert [(m.subject, m.to) for m in mail.outbox] == [("A message for you", ["amina@home.example"])]


def test_outside_the_hours_it_is_held_until_they_begin():
    person_id = reachable(MAIL_IN_OFFICE_HOURS)

    with clock.at(TUESDAY_NIGHT):
        message_id = a_mail_to(person_id)
        work_off()

    message = the_message(message_id)
    assert message.status == MessageStatus.HELD
    assert message.held_until.isoformat() == "2026-11-25T09:00:00+00:00"
    assert mail.outbox == []


def test_a_person_without_a_rule_is_not_written_to():
    with pytest.raises(MayNotReach):
        a_mail_to(uuid7())

    assert not OutgoingMessage.objects.exists()


@pytest.mark.parametrize(
    "rule",
    [
        replace(MAIL_IN_OFFICE_HOURS, may_mail=False),
        replace(MAIL_IN_OFFICE_HOURS, may_mail=False, may_call=True, phone="617 555 0142"),
    ],
)
def test_a_rule_that_allows_no_writing_is_kept(rule):
    person_id = reachable(rule)

    with pytest.raises(MayNotReach):
        a_mail_to(person_id)


def test_a_person_who_wants_texts_gets_one_from_a_colleagues_phone():
    person_id = reachable(TEXTS_ONLY)

    with clock.at(TUESDAY_NOON):
        message = the_message(a_mail_to(person_id))

    assert (message.kind, message.status) == (MessageKind.TEXT, MessageStatus.BY_HAND)


def test_the_same_key_again_gives_the_first_message():
    person_id = reachable(MAIL_IN_OFFICE_HOURS)

    assert a_mail_to(person_id, dedupe_key="yes:1") == a_mail_to(person_id, dedupe_key="yes:1")


def test_a_subject_of_two_lines_is_not_taken():
    with pytest.raises(BadInput):
        queue_message_to_person(
            SYSTEM,
            person_id=reachable(MAIL_IN_OFFICE_HOURS),
            address=None,
            about=a_referral(),
            subject="Yes\nBcc: all@example.org",
            body="",
            language="en",
            dedupe_key="yes:1",
            owner_user_id=None,
        )


@pytest.mark.parametrize(
    "rule",
    [
        replace(MAIL_IN_OFFICE_HOURS, email="amina@new.example"),
        replace(TEXTS_ONLY, email="amina@home.example"),
    ],
)
def test_what_is_for_one_mailbox_is_not_written_where_the_rule_names_another_way(rule):
    person_id = reachable(rule)

    with pytest.raises(MayNotReach):
        a_mail_to(person_id, address="amina@home.example")

    assert not OutgoingMessage.objects.exists()


def test_what_is_for_one_mailbox_goes_there():
    person_id = reachable(MAIL_IN_OFFICE_HOURS)

    with clock.at(TUESDAY_NOON):
        a_mail_to(person_id, address="Amina@home.example")
        work_off()

    assert [m.to for m in mail.outbox] == [["amina@home.example"]]
