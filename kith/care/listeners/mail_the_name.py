"""Tell the named contact that the person chose them; the name itself is behind link and code."""

from uuid import UUID

from kith.care.actions.phone_instead import phone_instead
from kith.care.actions.write_to_contact import write_to_contact
from kith.care.events import ReferralNamed
from kith.care.letters import name_letter
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.post.terms import LinkPurpose


@listens_to(ReferralNamed)
def mail_the_name_link(viewer: Viewer, event: Recorded) -> None:
    """Mail the link, unless sharing has stopped since; without an address, phone."""
    if what_was_shared(viewer, disclosure_id=UUID(str(event.payload["disclosure_id"]))).is_stopped:
        return
    sent = write_to_contact(
        viewer,
        referral_id=event.subject.id,
        purpose=LinkPurpose.SEE_NAME,
        dedupe_key=f"name:{event.id}",
        write=lambda desk: name_letter(
            language=desk.language, site=desk.site, code_word=desk.code_word, link=desk.link
        ),
    )
    if sent is None:
        phone_instead(viewer, referral_id=event.subject.id)
