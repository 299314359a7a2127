"""The person stopped sharing: requests under that consent end, and a partner that knows the name is told."""

from uuid import UUID

from django.utils import formats, translation

from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.actions.write_to_contact import Desk, write_to_contact
from kith.care.letters import Letter, stopped_letter
from kith.care.queries.open_referral import open_referral
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.disclosure.events import SharingStopped

REFERRAL = "referral/"


@listens_to(SharingStopped)
def stop_after_sharing_stopped(viewer: Viewer, event: Recorded) -> None:
    """Close links, give places back, and ask a partner that knows the name to use it no more.

    A partner that was told earlier, in a request that is finished, is asked as well.
    """
    for referral_id in referrals_in(event):
        now = open_referral(viewer, referral_id=referral_id)
        if now.is_open:
            withdraw_referral(viewer, referral_id=referral_id)
        if now.name_was_told:
            write_to_contact(
                viewer,
                referral_id=referral_id,
                purpose=None,
                dedupe_key=f"stopped:{event.id}:{referral_id}",
                write=lambda desk: _letter(desk, event),
            )


def referrals_in(event: Recorded) -> list[UUID]:
    """The referrals that a sharing event was about."""
    abouts = event.payload["abouts"]
    if not isinstance(abouts, list):
        return []
    return [UUID(about.removeprefix(REFERRAL)) for about in abouts if about.startswith(REFERRAL)]


def _letter(desk: Desk, event: Recorded) -> Letter:
    with translation.override(desk.language):
        on = formats.date_format(event.at, "j F")
    return stopped_letter(language=desk.language, site=desk.site, code_word=desk.code_word, on=on)
