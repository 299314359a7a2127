"""Texts that wait for a colleague's own phone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.post.models import OutgoingMessage
from kith.post.policies import safe_contact_rule
from kith.post.policies.message import May, messages
from kith.post.safe_contact import SafeContact, may_go, next_moment
from kith.post.terms import MessageKind, MessageStatus

LONGEST_LIST = 100


@dataclass(frozen=True, slots=True)
class TextToSend:
    """One text. `phone` and `words` are empty unless it may go out at this moment.

    `from_moment`: when it may go, in UTC; None where the person no longer wants texts.
    """

    id: UUID
    about: Ref
    person_id: UUID | None
    phone: str
    words: str
    may_send_now: bool
    from_moment: datetime | None


def texts_to_send(viewer: Viewer) -> list[TextToSend]:
    """The texts that the viewer's organisation is to send by hand, oldest first, 100 at most."""
    now = clock.now()
    rows = messages(viewer, May.SEND_BY_HAND).filter(status=MessageStatus.BY_HAND).order_by("ready_at", "id")
    waiting = list(rows[:LONGEST_LIST])
    rules = _rules_of(viewer, {row.person_id for row in waiting if row.is_to_person})
    return [_text(row, rules, now) for row in waiting]


def _rules_of(viewer: Viewer, person_ids: Iterable[UUID | None]) -> dict[UUID, SafeContact]:
    rows = safe_contact_rule.rules(viewer, safe_contact_rule.May.OBEY).filter(person_id__in=person_ids)
    return {row.person_id: row.safe_contact for row in rows}


def _text(row: OutgoingMessage, rules: dict[UUID, SafeContact], now: datetime) -> TextToSend:
    if not row.is_to_person or row.person_id is None:
        return TextToSend(row.id, row.about, row.person_id, row.address, row.body, True, now)
    rule = rules.get(row.person_id)
    if rule is None or not rule.may_text:
        return TextToSend(row.id, row.about, row.person_id, "", "", False, None)
    if not may_go(rule, kind=MessageKind.TEXT, moment=now):
        moment = next_moment(rule, moment=now)
        return TextToSend(row.id, row.about, row.person_id, "", "", False, moment)
    return TextToSend(row.id, row.about, row.person_id, rule.phone, row.body, True, now)
