"""Asking to be phoned about an agreement."""

from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.keep_words import keep_words
from kith.partnerships.answer_events import AgreementCallAsked
from kith.partnerships.policies.answer import agreement_to_answer, asked_party
from kith.partnerships.speaking import Speaker


@transaction.atomic
def ask_call_about_agreement(viewer: Viewer, *, agreement_id: UUID, speaker: Speaker) -> UUID:
    """Let the proposer know that a call is better. Nothing else changes. Returns the agreement's id.

    Raises NotFound, Denied, or StatusConflict if nothing waits for their signature.
    """
    agreement = agreement_to_answer(viewer, agreement_id, speaker)
    version, party = asked_party(agreement, speaker.organization_id)
    with translation.override(version.language):  # the others read it beside the words
        said = _("Please phone us about this.")
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
        AgreementCallAsked(
            subject=agreement.ref,
            organization_id=party.organization_id,
            number=version.number,
            contact_id=speaker.contact_id,
        ),
    )
    return agreement_id
