"""Carry the ask to the partner: decided again when it is delivered."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import formats, translation

from kith.care.actions.phone_instead import phone_instead
from kith.care.actions.write_to_contact import Desk, write_to_contact
from kith.care.events import ReferralAccepted, ReferralAsked, ReferralDeclined, ServiceReported
from kith.care.letters import Letter, ask_letter, noted_letter
from kith.care.listeners.stop_after_sharing_stopped import referrals_in
from kith.care.queries.promised_time import promised_time
from kith.care.terms import ToldVia
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.disclosure.events import SharingResumed
from kith.post.terms import LinkPurpose


@listens_to(ReferralAsked)
def mail_the_ask(viewer: Viewer, event: Recorded) -> None:
    """Mail the question with its link, unless sharing has stopped since; without an address, phone."""
    _mail(viewer, referral_id=event.subject.id, dedupe_key=f"ask:{event.id}")


@listens_to(SharingResumed)
def mail_the_ask_again(viewer: Viewer, event: Recorded) -> None:
    """After a pause, mail the questions that nobody has answered yet."""
    for referral_id in referrals_in(event):
        _mail(viewer, referral_id=referral_id, dedupe_key=f"ask:{event.id}:{referral_id}")


@listens_to(ReferralAccepted, ReferralDeclined, ServiceReported)
def confirm_what_was_phoned(viewer: Viewer, event: Recorded) -> None:
    """One confirming line to the partner after what it said by phone (promise 16)."""
    if event.payload["via"] != ToldVia.PHONE.value:
        return
    write_to_contact(
        viewer,
        referral_id=event.subject.id,
        purpose=None,
        dedupe_key=f"noted:{event.id}",
        write=lambda desk: noted_letter(language=desk.language, site=desk.site, code_word=desk.code_word),
    )


def _mail(viewer: Viewer, *, referral_id: UUID, dedupe_key: str) -> None:
    promise = promised_time(viewer, referral_id=referral_id)
    if not promise.is_awaited:
        return
    sent = write_to_contact(
        viewer,
        referral_id=referral_id,
        purpose=LinkPurpose.ANSWER_ASK,
        dedupe_key=dedupe_key,
        write=lambda desk: _letter(desk, promise.due_at),
    )
    if sent is None:
        phone_instead(viewer, referral_id=referral_id)


def _letter(desk: Desk, due_at: datetime | None) -> Letter:
    with translation.override(desk.language):
        due = formats.date_format(due_at.astimezone(ZoneInfo(desk.timezone)), "l j F") if due_at else ""
    return ask_letter(
        language=desk.language, site=desk.site, code_word=desk.code_word, due=due, link=desk.link
    )
