"""Asking the other parties whether a paper is the one that they signed; part of the listeners."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions.letters_to_side import WayIn, letters_to_side
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.letters import Letter
from kith.partnerships.models import AgreementParty, Paper
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import parties
from kith.partnerships.policies.paper import adopted_paper, signature_on_paper
from kith.partnerships.proposal_letters import paper_letter
from kith.post.terms import LinkPurpose


@transaction.atomic
def mail_paper(viewer: Viewer, *, agreement_id: UUID, signed_by: UUID | None, dedupe_key: str) -> int:
    """Write to each party that signed it, but the one that took it in: its named person, else its signers.

    `signed_by`: the one party whose signature the paper bears; None: all signed it. Returns how many.
    Raises NotFound.
    """
    one_agreement_to_change(viewer, agreement_id, May.READ)
    paper = (
        signature_on_paper(viewer, agreement_id, signed_by)
        if signed_by
        else adopted_paper(viewer, agreement_id)
    )
    if paper is None:
        return 0
    asked = [
        party
        for party in parties(viewer, [paper.version_id], May.READ)
        if party.organization_id != paper.adopted_by_organization_id
        and signed_by in {None, party.organization_id}
    ]
    letters = [letter for party in asked for letter in _letters(viewer, agreement_id, paper, party)]
    for letter in letters:
        queue_letter(viewer, about=Ref("agreement", agreement_id), one=letter, dedupe_key=dedupe_key)
    return len(letters)


def _letters(viewer: Viewer, agreement_id: UUID, paper: Paper, party: AgreementParty) -> Iterator[Addressed]:
    by = [paper.adopted_by_organization_id] if paper.adopted_by_organization_id else []
    adopter = next(iter(organization_names(viewer, organization_ids=by).values()), "")
    site = site_profile(viewer).name

    def write(way: WayIn) -> Letter:
        return paper_letter(
            language=way.language, site=site, adopter=adopter, code_word=way.code_word, link=way.link
        )

    return letters_to_side(
        viewer,
        agreement_id=agreement_id,
        organization_id=party.organization_id,
        purpose=LinkPurpose.CONFIRM_PAPER,
        page="agreement_page",
        write=write,
    )
