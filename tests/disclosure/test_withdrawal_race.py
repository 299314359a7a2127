"""A stop against readers, senders and a queued send at the same moment."""

import time
from functools import partial
from threading import Lock

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from kith.core.errors import KithError
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.disclosure.errors import ConsentMissing
from kith.disclosure.models import Disclosure
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.post.listeners.send_messages import send_mail
from kith.post.terms import MessageStatus
from tests.environment import scaled
from tests.factories.disclosure import a_referral, a_town, asked, said_yes, told_all
from tests.factories.post import a_mail, status_of
from tests.post.crowd import all_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
READERS = 16
WITHIN_SECONDS = 1.0
SENT_AT: list[float] = []
LOCK = Lock()


class NotingBackend(BaseEmailBackend):
    """Notes when each mail begins to leave."""

    def send_messages(self, email_messages):
        with LOCK:
            SENT_AT.extend(time.monotonic() for _ in email_messages)
        return len(email_messages)


class Moment:
    """When the stop had been committed; None until then."""

    stopped_at: float | None = None


def keep_reading(town, disclosure_id, about, moment):
    """Read again and again until a second after the stop; when each read that showed something began."""
    viewer, shown = town.by_link(about), []
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        began = time.monotonic()
        if not what_was_shared(viewer, disclosure_id=disclosure_id).is_stopped:
            shown.append(began)
        stopped_at = moment.stopped_at
        if stopped_at is not None and began > stopped_at + WITHIN_SECONDS:
            break
    return shown


def stop_after(town, consent_id, moment, seconds):
    time.sleep(seconds)
    stop_sharing(town.person, consent_id=consent_id)
    moment.stopped_at = time.monotonic()


def test_sixteen_readers_see_nothing_a_second_after_the_stop():
    for _ in range(scaled(20)):
        town, moment = a_town(), Moment()
        ask, name, about = told_all(town)
        consent_id = Disclosure.objects.get(id=ask).consent_id
        readers = [partial(keep_reading, town, told, about, moment) for told in [ask, name] * (READERS // 2)]

        *reads, stopped = all_at_once([*readers, partial(stop_after, town, consent_id, moment, 0.5)])

        assert stopped is None
        assert moment.stopped_at is not None
        assert all(isinstance(shown, list) for shown in reads), reads
        assert any(shown for shown in reads), "nobody read anything before the stop"
        late = [began for shown in reads for began in shown if began > moment.stopped_at]
        assert late == []


def test_a_queued_send_does_not_leave_after_the_stop(settings):
    settings.EMAIL_BACKEND = f"{__name__}.NotingBackend"
    for _ in range(scaled(40, least=3)):
        SENT_AT.clear()
        town, moment = a_town(), Moment()
        ask, _name, about = told_all(town)
        consent_id = Disclosure.objects.get(id=ask).consent_id
        message_id = a_mail(about=about)

        send = partial(send_mail.call, str(message_id))

        all_at_once([partial(stop_after, town, consent_id, moment, 0.0), send])
        send()

        assert moment.stopped_at is not None
        assert all(sent_at <= moment.stopped_at + WITHIN_SECONDS for sent_at in SENT_AT)
        assert status_of(message_id) == (MessageStatus.SENT if SENT_AT else MessageStatus.CANCELLED)


def eight_to_tell(town):
    """Eight questions, each with its yes, ready to go at once; and the last yes."""
    abouts = [a_referral() for _ in range(8)]
    consent_ids = [said_yes(town, about=about) for about in abouts]
    return [partial(asked, town, about=about) for about in abouts], consent_ids[-1]


def test_telling_and_stopping_at_once_leaves_nothing_open():
    """Whoever comes first: what was told before the stop is stopped by it, nothing is told after it."""
    for _ in range(scaled(40, least=3)):
        town = a_town()
        tellings, consent_id = eight_to_tell(town)

        answers = all_at_once([*tellings, partial(stop_sharing, town.person, consent_id=consent_id)])

        assert answers[-1] is None
        assert all(
            isinstance(answer, ConsentMissing) or not isinstance(answer, Exception) for answer in answers
        )
        assert not Disclosure.objects.filter(person_id=town.person_id, stopped_at=None).exists()


def test_telling_and_excluding_at_once_leaves_nothing_open():
    for _ in range(scaled(40, least=3)):
        town = a_town()
        tellings, _consent_id = eight_to_tell(town)

        shut_out = partial(
            exclude_from_sharing,
            town.person,
            person_id=town.person_id,
            organization_id=town.recipient_id,
            contact_id=None,
            words="",
        )

        *told, excluded = all_at_once([*tellings, shut_out])

        assert not isinstance(excluded, Exception)
        assert all(isinstance(answer, KithError) or not isinstance(answer, Exception) for answer in told)
        assert not Disclosure.objects.filter(person_id=town.person_id, stopped_at=None).exists()
