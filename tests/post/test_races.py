"""What happens when two come at the same moment."""

import time
from functools import partial
from threading import Lock
from uuid import UUID

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.post.actions.bind_link import bind_link
from kith.post.actions.cancel_messages import cancel_messages
from kith.post.actions.count_wrong_try import count_wrong_try
from kith.post.actions.make_spoken_code import make_spoken_code
from kith.post.actions.say_once_by_link import say_once_by_link
from kith.post.actions.use_link import use_link
from kith.post.actions.use_spoken_code import use_spoken_code
from kith.post.errors import LinkGuessed, LinkUsed, OtherDevice, SaidAlready
from kith.post.lifecycle.link import MOST_WRONG_TRIES
from kith.post.listeners.send_messages import send_mail
from kith.post.mail import message_id
from kith.post.models import SinglePurposeLink
from kith.post.terms import LinkPurpose, MessageStatus, SpokenTry
from tests.environment import scaled
from tests.factories.core import staff
from tests.factories.post import SYSTEM, a_link, a_mail, a_referral, status_of, visitor
from tests.post.crowd import all_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
SENT_AT: dict[str, list[float]] = {}
LOCK = Lock()


class SlowBackend(BaseEmailBackend):
    """Notes when each mail begins to leave, and takes its time."""

    def send_messages(self, email_messages):
        for message in email_messages:
            with LOCK:
                SENT_AT.setdefault(message.extra_headers["Message-ID"], []).append(time.monotonic())
            time.sleep(0.02)
        return len(email_messages)


@pytest.fixture
def slow_mail(settings):
    settings.EMAIL_BACKEND = f"{__name__}.SlowBackend"
    SENT_AT.clear()


def test_of_64_uses_of_a_link_one_succeeds():
    rounds = scaled(20)
    for _ in range(rounds):
        about = a_referral()
        made = a_link(about=about)
        work = partial(use_link, visitor(about), link_id=made.id)

        answers = all_at_once([work] * 64)

        assert sum(answer is None for answer in answers) == 1
        assert sum(isinstance(answer, LinkUsed) for answer in answers) == 63
    assert Event.objects.filter(kind="post.link_used").count() == rounds


def test_what_many_say_by_one_link_at_once_is_done_once():
    about, done = a_referral(), []
    made = a_link(about=about)

    def work():
        done.append(1)
        return uuid7()

    answers = all_at_once(
        [partial(say_once_by_link, visitor(about), link_id=made.id, said="phone_me", work=work)] * 16
    )

    assert sum(isinstance(answer, UUID) for answer in answers) == 1, answers
    assert sum(isinstance(answer, SaidAlready) for answer in answers) == 15
    assert len(done) == 1


def test_of_many_devices_the_first_gets_the_page():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)

    answers = all_at_once(
        [
            partial(bind_link, visitor(about), link_id=made.id, device=f"phone {number}")
            for number in range(32)
        ]
    )

    assert sum(isinstance(answer, OtherDevice) for answer in answers) == 31
    assert Event.objects.filter(kind="post.link_bound").count() == 1


def test_of_many_wrong_codes_at_once_ten_count_and_one_closes_the_link():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)

    answers = all_at_once([partial(count_wrong_try, visitor(about), link_id=made.id)] * 32)

    assert sum(answer is None for answer in answers) == MOST_WRONG_TRIES, answers
    assert sum(isinstance(answer, LinkGuessed) for answer in answers) == 32 - MOST_WRONG_TRIES
    assert SinglePurposeLink.objects.get(id=made.id).wrong_tries == MOST_WRONG_TRIES
    assert Event.objects.filter(kind="post.link_guessed").count() == 1


def test_a_code_read_out_is_right_for_one_of_many_at_once():
    about = a_referral()
    made = a_link(about=about, purpose=LinkPurpose.SEE_NAME)
    code = make_spoken_code(staff(Role.NAVIGATOR), about=about).code

    answers = all_at_once([partial(use_spoken_code, visitor(about), link_id=made.id, code=code)] * 16)

    assert answers.count(SpokenTry.RIGHT) == 1, answers
    assert Event.objects.filter(kind="post.spoken_code_used").count() == 1


def test_a_key_queued_by_many_at_once_is_one_message():
    answers = all_at_once([partial(a_mail, dedupe_key="ask:1")] * 16)

    assert len(set(answers)) == 1
    assert Event.objects.filter(kind="post.message_queued").count() == 1


def test_after_a_stop_is_written_no_mail_begins_to_leave(slow_mail):
    for round_ in range(scaled(1_000, least=20)):
        about = a_referral()
        rows = [a_mail(about=about) for _ in range(4)]
        written: list[float] = []
        stop = partial(stop_after, 0.005 * (round_ % 5), about, written)

        answers = all_at_once([stop, *(partial(send_mail.call, str(row)) for row in rows)])

        left = {row: SENT_AT.get(message_id(row), []) for row in rows}
        assert answers == [None] * 5
        assert all(len(moments) <= 1 for moments in left.values())
        assert {row: status_of(row) for row in rows} == {
            row: MessageStatus.SENT if moments else MessageStatus.CANCELLED for row, moments in left.items()
        }
        assert all(moment < written[0] + 1 for moments in left.values() for moment in moments)


def stop_after(seconds, about, written):
    time.sleep(seconds)
    cancel_messages(SYSTEM, about=about)
    written.append(time.monotonic())


def test_of_many_senders_of_one_mail_one_sends(slow_mail):
    row = a_mail()

    all_at_once([partial(send_mail.call, str(row))] * 16)

    assert len(SENT_AT[message_id(row)]) == 1
    assert status_of(row) == MessageStatus.SENT
