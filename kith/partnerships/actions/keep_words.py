"""Keeping what a party says about words on the table; part of the actions that answer them."""

from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.models import Comment, PhonedNote
from kith.partnerships.speaking import AnySpeaker, PhonedSpeaker, contact_of, kept_words


def keep_words(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    number: int,
    clause_key: UUID | None,
    speaker: AnySpeaker,
    text: str,
) -> UUID:
    """Write it beside the clause, or (None) beside the whole. The calling action has asked whether it may be.

    What was told by phone keeps who told it and when, for the party to confirm.
    Raises BadInput for no words, too many, or a phone call from nobody.
    """
    comment = Comment.objects.create(
        agreement_id=agreement_id,
        clause_key=clause_key,
        version_number=number,
        organization_id=speaker.organization_id,
        user_id=viewer.user_id,
        contact_id=contact_of(speaker),
        text=kept_words(speaker, text),
        written_at=clock.now(),
    )
    if isinstance(speaker, PhonedSpeaker):
        PhonedNote.objects.create(comment=comment, told_by=speaker.told_by.strip(), told_at=speaker.told_at)
    return comment.pk
