"""Saying whether a paper that was taken in is the one that one's organisation signed."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.answer_events import PaperConfirmed, PaperDoubted
from kith.partnerships.errors import PaperAnswered
from kith.partnerships.models import Paper, PaperAnswer
from kith.partnerships.policies.answer import agreement_to_answer
from kith.partnerships.policies.paper import paper_answers, paper_to_answer
from kith.partnerships.speaking import LONGEST_WORDS, Speaker


@transaction.atomic
def answer_paper(viewer: Viewer, *, agreement_id: UUID, speaker: Speaker, is_right: bool, words: str) -> UUID:
    """Keep it beside the paper; the agreement stays in force either way. Returns the agreement's id.

    Raises NotFound where there is no such paper, Denied for who took it in, PaperAnswered the second time,
    or BadInput for too many words, or a "no" without any.
    """
    agreement = agreement_to_answer(viewer, agreement_id, speaker)
    paper = paper_to_answer(viewer, agreement_id)
    if paper is None:
        raise NotFound
    _check_may_answer(viewer, agreement_id, paper, speaker)
    said = words.strip()
    if len(said) > LONGEST_WORDS or not (said or is_right):
        raise BadInput(field="words")
    PaperAnswer.objects.create(
        paper=paper,
        organization_id=speaker.organization_id,
        contact_id=speaker.contact_id,
        user_id=viewer.user_id,
        is_right=is_right,
        words=said,
        answered_at=clock.now(),
    )
    event = PaperConfirmed if is_right else PaperDoubted
    record(
        viewer,
        event(
            subject=agreement.ref,
            organization_id=speaker.organization_id,
            number=paper.version.number,
            paper_digest=paper.digest,
            contact_id=speaker.contact_id,
        ),
    )
    return agreement_id


def _check_may_answer(viewer: Viewer, agreement_id: UUID, paper: Paper, speaker: Speaker) -> None:
    """Whoever took the paper in has said so already; every other party says it once."""
    if paper.adopted_by_organization_id == speaker.organization_id:
        raise Denied
    said = paper_answers(viewer, agreement_id).filter(paper_id=paper.pk)
    if said.filter(organization_id=speaker.organization_id).exists():
        raise PaperAnswered
