"""A proposal that came by mail to somebody without an account."""

import re
from uuid import UUID

from django.test import Client

from kith.core.ids import uuid7
from kith.core.viewer import Viewer
from kith.partnerships.models import Clause, Version
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import a_contact, proposed

WRITERS = (
    "mail_proposals",
    "send_what_was_signed",
    "tell_the_proposer",
    "mail_the_paper",
    "confirm_what_was_phoned",
)
SIGNED = {"answer": "sign", "name": "Fatima Noor", "role_title": "Coordinator", "agreed": "on"}


def queue_mails() -> None:
    """Deliver what waits for the listeners that write mails about agreements; nothing is sent out."""
    from django_tasks_db.models import DBTaskResult

    for row in DBTaskResult.objects.ready().order_by("enqueued_at"):
        task, given = row.task, row.args_kwargs
        row.delete()
        if any(name in str(given) for name in WRITERS):
            task.call(*given["args"], **given["kwargs"])


def mailed_links(place: str) -> list[str]:
    """The addresses below `place` in all mails so far, in the order in which they were queued."""
    queue_mails()
    bodies = OutgoingMessage.objects.order_by("queued_at", "pk")
    return [found for mail in bodies for found in re.findall(rf"/(?:\w\w/)?{place}/[\w-]+/", mail.body)]


def a_mailed_proposal(manager: Viewer, partner_id: UUID, days: int = 3) -> tuple[UUID, str]:
    """An agreement in which the partner would answer in `days`, and the address in its mail."""
    a_contact(manager, partner_id)
    agreement_id = proposed(manager, partner_id, promises={partner_id: days})
    return agreement_id, mailed_links("g")[-1]


def on_the_table(agreement_id: UUID) -> Version:
    return Version.objects.get(agreement_id=agreement_id, state="offered")


def send(client: Client, address: str, **said: object) -> "tuple[int, str, str]":
    """Send the form once: status, where it leads on to, and what the page says."""
    answer = client.post(address, {"key": str(uuid7()), **said})
    return answer.status_code, answer.headers.get("Location", ""), answer.content.decode()


def other_words(version: Version, days: int, **said: str) -> dict[str, object]:
    """What the form of other words sends: all as it stands, but another number of days."""
    promise = Clause.objects.get(version=version, kind="response_promise")
    return {
        "answer": "other-words",
        "seen_digest": version.text_digest,
        "starts_on": version.starts_on.isoformat(),
        f"number_{promise.key.hex}": str(days),
        **said,
    }
