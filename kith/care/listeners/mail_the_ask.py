"""Carry the ask to the partner: decided again when it is delivered."""

from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.timezone import localtime

from kith.care.actions.phone_instead import phone_instead
from kith.care.actions.write_to_contact import Desk, write_to_contact
from kith.care.events import ReferralAccepted, ReferralAsked, ReferralDeclined
from kith.care.letters import Letter, ask_letter, noted_letter
from kith.care.queries.promised_time import promised_time
from kith.care.terms import ToldVia
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.post.terms import LinkPurpose


@listens_to(ReferralAsked)
def mail_the_ask(viewer: Viewer, event: Recorded) -> None:
    """Mail the question with its link, unless sharing has stopped since; without an address, phone."""
    promise = promised_time(viewer, referral_id=event.subject.id)
    if not promise.is_awaited:
        return
    due_at = promise.due_at

    def write(desk: Desk) -> Letter:
        day = localtime(due_at, ZoneInfo(desk.timezone)).date() if due_at else None
        return ask_letter(
            language=desk.language,
            site=desk.site,
            code_word=desk.code_word,
            due=formats.date_format(day, "l j F") if day else "",
            link=desk.link,
        )

    sent = write_to_contact(
        viewer,
        referral_id=event.subject.id,
        purpose=LinkPurpose.ANSWER_ASK,
        dedupe_key=f"ask:{event.id}",
        write=write,
    )
    if sent is None:
        phone_instead(viewer, referral_id=event.subject.id)


@listens_to(ReferralAccepted, ReferralDeclined)
def confirm_what_was_phoned(viewer: Viewer, event: Recorded) -> None:
    """One confirming line to the partner after an answer by phone (promise 16)."""
    if event.payload["via"] != ToldVia.PHONE.value:
        return
    write_to_contact(
        viewer,
        referral_id=event.subject.id,
        purpose=None,
        dedupe_key=f"noted:{event.id}",
        write=lambda desk: noted_letter(language=desk.language, site=desk.site, code_word=desk.code_word),
    )
