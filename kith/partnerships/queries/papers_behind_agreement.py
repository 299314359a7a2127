"""The papers behind an agreement: whose signature each bears, and what the parties said of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.accounts.queries.member_names import member_names
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.policies.agreement import May, agreements
from kith.partnerships.policies.paper import paper_answers, papers_behind


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSaid:
    """What one party said of it."""

    organization_name: str
    is_right: bool
    words: str
    answered_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperBehind:
    """One paper; all signed it if no `organization_name`. `may_answer`: the viewer's side has not said.

    `number` is of the words that it bears.
    """

    id: UUID
    number: int
    organization_name: str
    signed_on: date
    adopted_at: datetime
    byte_count: int
    said: tuple[PaperSaid, ...]
    may_answer: bool


def papers_behind_agreement(viewer: Viewer, *, agreement_id: UUID) -> list[PaperBehind]:
    """The first signed first; none where the viewer may not read it."""
    papers = list(papers_behind(viewer, agreement_id).select_related("version"))
    answers = list(paper_answers(viewer, agreement_id).select_related("contact"))
    wanted = {row.organization_id for row in answers} | {
        p.organization_id for p in papers if p.organization_id
    }
    names = organization_names(viewer, organization_ids=wanted)
    people = member_names(viewer, user_ids=[row.user_id for row in answers if row.user_id is not None])
    may_say = agreements(viewer, May.SIGN).filter(pk=agreement_id).exists()
    found = []
    for paper in papers:
        said = [row for row in answers if row.paper_id == paper.pk]
        has_said = {row.organization_id for row in said} | {paper.adopted_by_organization_id}
        found.append(
            PaperBehind(
                id=paper.pk,
                number=paper.version.number,
                organization_name=names.get(paper.organization_id, "") if paper.organization_id else "",
                signed_on=paper.signed_on,
                adopted_at=paper.adopted_at,
                byte_count=paper.byte_count,
                said=tuple(
                    PaperSaid(
                        organization_name=names.get(row.organization_id, ""),
                        is_right=row.is_right,
                        words=row.words,
                        answered_at=row.answered_at,
                        by=row.contact.name if row.contact else people.get(row.user_id or row.pk, ""),
                    )
                    for row in said
                ),
                may_answer=may_say
                and paper.organization_id in {None, viewer.organization_id}
                and viewer.organization_id not in has_said,
            )
        )
    return found
