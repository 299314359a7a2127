from datetime import timedelta

import pytest

from kith.core import clock
from kith.core.viewer import Role
from kith.post.actions.record_bounce import record_bounce
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.listeners.send_messages import send_mail
from kith.post.models import OutgoingMessage
from kith.post.queries.messages_about import messages_about
from kith.post.queries.messages_waiting import messages_waiting
from kith.post.queries.texts_to_send import texts_to_send
from kith.post.terms import BOUNCE_SENTENCES, SENTENCES, BounceReason, MessageStatus
from tests.factories.core import staff
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
)

pytestmark = pytest.mark.django_db


def test_every_status_and_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(MessageStatus)
    assert set(BOUNCE_SENTENCES) == set(BounceReason)


def test_the_list_says_how_far_each_came_newest_first_in_one_statement(django_assert_num_queries):
    about = a_referral()
    first, second = a_mail(about=about), a_mail(about=about)
    send_mail.call(str(first))
    record_bounce(SYSTEM, message_id=first, reason=BounceReason.MAILBOX_FULL)

    with django_assert_num_queries(1):
        lines = messages_about(SYSTEM, about=about)

    assert [(line.id, line.status) for line in lines] == [
        (second, MessageStatus.QUEUED),
        (first, MessageStatus.BOUNCED),
    ]
    assert lines[1].sentence == "This did not arrive: the mailbox is full."
    assert lines[0].subject == OutgoingMessage.objects.get(pk=second).subject != ""


def test_a_text_is_shown_with_its_number_only_in_the_persons_hours():
    navigator = staff(Role.NAVIGATOR)
    with clock.at(TUESDAY_NOON):
        a_mail_to(reachable(TEXTS_ONLY), navigator)
        by_day = texts_to_send(navigator)[0]
    with clock.at(TUESDAY_NIGHT):
        by_night = texts_to_send(navigator)[0]

    assert (by_day.may_send_now, by_day.phone) == (True, "617 555 0142")
    assert (by_night.may_send_now, by_night.phone, by_night.words) == (False, "", "")
    assert by_night.from_moment == TUESDAY_NIGHT.replace(day=25, hour=9)


def test_a_text_to_someone_who_wants_none_any_more_is_shown_without_number():
    navigator = staff(Role.NAVIGATOR)
    person_id = reachable(TEXTS_ONLY, organization_id=navigator.organization_id)
    with clock.at(TUESDAY_NOON):
        a_mail_to(person_id, navigator)
        set_safe_contact(
            navigator,
            person_id=person_id,
            rule=MAIL_IN_OFFICE_HOURS,
            organization_id=navigator.organization_id,
        )
        text = texts_to_send(navigator)[0]

    assert (text.may_send_now, text.phone, text.words, text.from_moment) == (False, "", "", None)


def test_texts_to_send_takes_two_statements_however_many(django_assert_num_queries):
    navigator = staff(Role.NAVIGATOR)
    with clock.at(TUESDAY_NOON):
        for _ in range(5):
            a_mail_to(reachable(TEXTS_ONLY), navigator)

        with django_assert_num_queries(2):
            assert len(texts_to_send(navigator)) == 5


def test_a_fresh_mail_is_left_to_its_own_task():
    a_mail()

    assert messages_waiting(SYSTEM).to_send == []


def test_nobody_but_the_system_sees_what_waits():
    message_id = a_mail()

    with clock.at(clock.now() + timedelta(minutes=6)):
        assert messages_waiting(SYSTEM).to_send == [message_id]
        assert messages_waiting(staff(*Role)).to_send == []
