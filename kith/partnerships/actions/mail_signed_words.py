"""Sending the words that somebody signed by link to them; part of the listeners."""

from uuid import UUID

from django.db import transaction

from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import party_signed_by_link
from kith.partnerships.proposal_letters import signed_letter


@transaction.atomic
def mail_signed_words(
    viewer: Viewer, *, agreement_id: UUID, organization_id: UUID, digest: str, dedupe_key: str
) -> UUID | None:
    """Mail the text of this digest to the named person whose link signed it for this party.

    None where no link did, or they have no mail address any more. Raises NotFound.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.READ)
    party = party_signed_by_link(agreement, organization_id, digest)
    if party is None or party.signed_contact is None or not party.signed_contact.email:
        return None
    contact: PartnerContact = party.signed_contact
    letter = signed_letter(
        language=contact.language, code_word=contact.partner.code_word, text=party.version.text, digest=digest
    )
    one = Addressed(contact.pk, organization_id, contact.email, contact.language, letter)
    return queue_letter(viewer, about=Ref("agreement", agreement_id), one=one, dedupe_key=dedupe_key)
