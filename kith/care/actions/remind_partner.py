"""One reminder on the promised day."""

from uuid import UUID

from django.db import transaction

from kith.care.actions.write_to_contact import write_to_contact
from kith.care.events import PartnerReminded
from kith.care.letters import reminder_letter
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import ReferralStatus
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.terms import LinkPurpose


@transaction.atomic
def remind_partner(viewer: Viewer, *, referral_id: UUID) -> UUID:
    """Remind once while there is no answer. Returns the referral's id.

    A second call has no effect. The caller has asked `promised_time` whether sharing goes on.
    Raises NotFound or Denied.
    """
    referral = one_referral_to_change(viewer, referral_id, May.TEND)
    if referral.reminded_at is not None or referral.status != ReferralStatus.ASKED.value:
        return referral.id
    referral.reminded_at = clock.now()
    referral.save(update_fields=["reminded_at"])
    record(
        viewer,
        PartnerReminded(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            partner_organization_id=referral.receiver_id,
        ),
    )
    write_to_contact(
        viewer,
        referral_id=referral_id,
        purpose=LinkPurpose.ANSWER_ASK,
        dedupe_key=f"reminder:{referral_id}",
        write=lambda desk: reminder_letter(
            language=desk.language, site=desk.site, code_word=desk.code_word, link=desk.link
        ),
    )
    return referral.id
