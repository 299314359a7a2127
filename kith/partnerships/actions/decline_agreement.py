"""Saying that an agreement is not for one's organisation."""

from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.keep_words import keep_words
from kith.partnerships.answer_events import AgreementDeclined
from kith.partnerships.policies.answer import agreement_to_answer, asked_party
from kith.partnerships.speaking import AnySpeaker, PhonedSpeaker, contact_of


@transaction.atomic
def decline_agreement(viewer: Viewer, *, agreement_id: UUID, speaker: AnySpeaker, words: str) -> UUID:
    """Keep the no, with words where there are some; the proposer decides what becomes of the rest.

    Returns the agreement's id. Raises NotFound, Denied, StatusConflict if nothing waits for their signature,
    or BadInput for too many words.
    """
    agreement = agreement_to_answer(viewer, agreement_id, speaker)
    version, party = asked_party(agreement, speaker.organization_id)
    with translation.override(version.language):  # the others read it beside the words
        said = " ".join(part for part in (_("This is not for us."), words.strip()) if part)
    keep_words(
        viewer,
        agreement_id=agreement_id,
        number=version.number,
        clause_key=None,
        speaker=speaker,
        text=said,
    )
    record(
        viewer,
        AgreementDeclined(
            subject=agreement.ref,
            organization_id=party.organization_id,
            number=version.number,
            contact_id=contact_of(speaker),
            by_phone=isinstance(speaker, PhonedSpeaker),
        ),
    )
    return agreement_id
