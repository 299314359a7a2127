"""Asking a party whether what was noted on the phone is what it said; part of the listeners."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.partnerships.actions.letters_to_side import WayIn, letters_to_side
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.letters import Letter
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.proposal_letters import AnswerSaid, phoned_letter
from kith.post.terms import LinkPurpose


@transaction.atomic
def mail_phoned_answer(
    viewer: Viewer, *, agreement_id: UUID, organization_id: UUID, said: AnswerSaid, dedupe_key: str
) -> int:
    """Write to the party's named person, else to those who sign for it. Returns how many. Raises NotFound."""
    one_agreement_to_change(viewer, agreement_id, May.READ)
    letters = list(_letters(viewer, agreement_id, organization_id, said))
    for letter in letters:
        queue_letter(viewer, about=Ref("agreement", agreement_id), one=letter, dedupe_key=dedupe_key)
    return len(letters)


def _letters(
    viewer: Viewer, agreement_id: UUID, organization_id: UUID, said: AnswerSaid
) -> Iterator[Addressed]:
    site = site_profile(viewer).name

    def write(way: WayIn) -> Letter:
        return phoned_letter(
            language=way.language, site=site, code_word=way.code_word, said=said, link=way.link
        )

    return letters_to_side(
        viewer,
        agreement_id=agreement_id,
        organization_id=organization_id,
        purpose=LinkPurpose.ANSWER_AGREEMENT,
        page="say_about_agreement",
        write=write,
    )
