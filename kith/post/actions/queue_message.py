"""A message to an organisation's contact or to a colleague."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.addresses import check_address, check_subject
from kith.post.lifecycle.telling import queued
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind, MessageStatus


@transaction.atomic
def queue_message(
    viewer: Viewer,
    *,
    about: Ref,
    person_id: UUID | None,
    organization_id: UUID | None,
    sender_organization_id: UUID | None,
    kind: MessageKind,
    address: str,
    subject: str,
    body: str,
    language: str,
    dedupe_key: str,
    owner_user_id: UUID | None,
) -> UUID:
    """Put one message on its way, in the caller's transaction. Returns its id.

    The same `dedupe_key` again gives the first message's id and nothing more. `person_id`: whose record
    it is about, not to whom it goes; `sender_organization_id` then keeps that record. The calling room has
    asked whether it may leave. No gateway sends texts yet: a text waits for a colleague's own phone.
    Raises BadInput for an address, or a subject of more than one line, that no mail can carry.
    """
    check_address(kind, address)
    check_subject(subject)
    now = clock.now()
    message, is_new = OutgoingMessage.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kind,
            "status": MessageStatus.QUEUED if kind is MessageKind.MAIL else MessageStatus.BY_HAND,
            "about_kind": about.kind,
            "about_id": about.id,
            "person_id": person_id,
            "organization_id": organization_id,
            "sender_organization_id": sender_organization_id,
            "owner_user_id": owner_user_id,
            "address": address,
            "subject": subject,
            "body": body,
            "language": language,
            "queued_at": now,
            "ready_at": now,
        },
    )
    if is_new:
        record(viewer, queued(message))
    return message.id
