"""Who may see a message, and who may move it on."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.ids import Ref
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.post.models import OutgoingMessage
from kith.post.terms import MessageKind, MessageStatus

STAFF = (Role.NAVIGATOR, Role.CLINICIAN, Role.COORDINATOR, Role.PARTNERSHIP_MANAGER)


class May(StrEnum):
    """What may be done with a message."""

    READ = "read"
    SEND = "send"
    SEND_BY_HAND = "send_by_hand"
    STOP = "stop"
    CHANGE_OWNER = "change_owner"
    BOUNCE = "bounce"


def _concerns_own_organization(viewer: Viewer) -> Q:
    """Staff see how far a message of their organisation came; the owner sees what Kith itself wrote too.

    Whoever wrote for an organisation and has left it sees nothing of that any more.
    """
    if viewer.is_system:
        return ALL
    if not viewer.has(*STAFF):
        return NOTHING
    own = Q(organization_id=viewer.organization_id) | Q(sender_organization_id=viewer.organization_id)
    by_kith = Q(owner_user_id=viewer.user_id, sender_organization_id__isnull=True)
    return own | by_kith if viewer.user_id else own


def _written_for_own_organization(viewer: Viewer) -> Q:
    """Only the side that wrote the text, or looks after the person it goes to, may see it whole and send it.

    Being its owner is not enough: that may be somebody who acts for another organisation by now.
    """
    if not viewer.has(Role.NAVIGATOR, Role.CLINICIAN):
        return NOTHING
    own_person = Q(organization_id=viewer.organization_id, is_to_person=True)
    return Q(sender_organization_id=viewer.organization_id) | own_person


def _is_system(viewer: Viewer) -> Q:
    return ALL if viewer.is_system else NOTHING


def _came_in(viewer: Viewer) -> Q:
    """Whoever a room let in may stop a message, or name its present owner; only the open street may not."""
    return NOTHING if viewer.door is Door.PUBLIC else ALL


POLICY: Mapping[May, Callable[[Viewer], Q]] = {
    May.READ: _concerns_own_organization,
    May.SEND: _is_system,
    May.SEND_BY_HAND: _written_for_own_organization,
    May.STOP: _came_in,
    May.CHANGE_OWNER: _came_in,
    May.BOUNCE: _concerns_own_organization,
}


def messages(viewer: Viewer, may: May) -> QuerySet[OutgoingMessage]:
    """The messages that `viewer` may `may`."""
    return narrowed(OutgoingMessage.objects.all(), POLICY, viewer, may)


def messages_on(viewer: Viewer, may: May, *, about: Ref) -> QuerySet[OutgoingMessage]:
    """Those about one record."""
    return messages(viewer, may).filter(about_kind=about.kind, about_id=about.id)


def one_message(viewer: Viewer, message_id: UUID, may: May) -> OutgoingMessage:
    """The one message. Raises NotFound, or Denied if it is seen but not allowed."""
    return one(OutgoingMessage.objects.all(), POLICY, viewer, row_id=message_id, may=may, read=May.READ)


def waiting_to_go(viewer: Viewer, *, stale_before: datetime) -> QuerySet[OutgoingMessage]:
    """Mails that are ready, and mails whose sender fell silent before `stale_before`."""
    is_stale = Q(status=MessageStatus.SENDING, claimed_at__lte=stale_before)
    ready = Q(status=MessageStatus.QUEUED) | is_stale
    return messages(viewer, May.SEND).filter(ready, kind=MessageKind.MAIL)


def held_until_now(viewer: Viewer, *, moment: datetime) -> QuerySet[OutgoingMessage]:
    """Held messages whose hour has come."""
    return messages(viewer, May.SEND).filter(status=MessageStatus.HELD, held_until__lte=moment)
