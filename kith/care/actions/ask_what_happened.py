"""Ask the partner once whether they met."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.write_to_contact import write_to_contact
from kith.care.letters import happened_letter
from kith.care.policies.referral import May, one_referral_to_change
from kith.core import clock
from kith.core.viewer import Viewer
from kith.post.terms import LinkPurpose


@transaction.atomic
def ask_what_happened(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Mail one question with one link; a second call has no effect. Returns the referral's id.

    Raises NotFound or Denied.
    """
    referral = one_referral_to_change(viewer, referral_id, May.TEND)
    if referral.happened_asked_at is not None:
        return referral.id
    sent = write_to_contact(
        viewer,
        referral_id=referral_id,
        purpose=LinkPurpose.TELL_WHAT_HAPPENED,
        dedupe_key=f"happened:{referral_id}",
        write=lambda desk: happened_letter(
            language=desk.language, site=desk.site, code_word=desk.code_word, link=desk.link
        ),
    )
    if sent is not None:
        referral.happened_asked_at = clock.now()
        referral.save(update_fields=["happened_asked_at"])
    return referral.id
