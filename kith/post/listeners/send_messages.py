"""Sending: one task a mail, and two jobs that find what was left behind."""

from uuid import UUID

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django_tasks import task

from kith.core.events import Recorded, listens_to
from kith.core.schedule import every
from kith.core.viewer import Door, Viewer
from kith.post.actions.claim_message import claim_message
from kith.post.actions.note_sent import note_sent
from kith.post.actions.put_back_message import put_back_message
from kith.post.actions.record_bounce import record_bounce
from kith.post.actions.release_message import release_message
from kith.post.events import MessageQueued
from kith.post.mail import Mail, NotTakenNow, RefusedForGood, hand_over, reach
from kith.post.queries.messages_waiting import messages_waiting
from kith.post.terms import MessageKind, MessageStatus


@listens_to(MessageQueued)
def send_when_queued(_viewer: Viewer, event: Recorded) -> None:
    """A queued mail gets its task; the mail server is not talked to inside a transaction."""
    if event.payload["message_kind"] == MessageKind.MAIL:
        send_mail.enqueue(str(event.subject.id))


@every(seconds=20)
def send_what_was_left(viewer: Viewer) -> None:
    """Mails whose worker died, or that no mail server took yet, get a task again."""
    for message_id in messages_waiting(viewer).to_send:
        send_mail.enqueue(str(message_id))


@every(seconds=60)
def release_what_was_held(viewer: Viewer) -> None:
    """Messages whose hour has come go on their way."""
    for message_id in messages_waiting(viewer).to_release:
        release_message(viewer, message_id=message_id)


@task()
def send_mail(message_id: str) -> None:
    """Send one mail: reach the mail server first, claim last, so that a stop has the least to wait for.

    Raises NotTakenNow, so that the worker tries again.
    """
    viewer, row_id = Viewer.system(Door.WORKER), UUID(message_id)
    connection = get_connection()
    try:
        is_reached = reach(connection)
        mail = claim_message(viewer, message_id=row_id)
        if mail is not None:
            _hand_over(viewer, mail, connection if is_reached else None)
    finally:
        connection.close()


def _hand_over(viewer: Viewer, mail: Mail, connection: BaseEmailBackend | None) -> None:
    try:
        hand_over(mail, connection)
    except RefusedForGood as refused:
        record_bounce(viewer, message_id=mail.id, reason=refused.reason)
    except NotTakenNow:
        if put_back_message(viewer, message_id=mail.id) is MessageStatus.QUEUED:
            raise
    else:
        note_sent(viewer, message_id=mail.id)
