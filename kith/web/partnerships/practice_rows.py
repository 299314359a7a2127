"""The five practices as a partnership's page shows them: in words, each with a link to its next step."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise as LazyText

from kith.core.viewer import Role, Viewer
from kith.partnerships.practice_words import FOUND_WORDS, PRACTICE_WORDS, STEP_WORDS
from kith.partnerships.practices import PracticeLine
from kith.partnerships.queries.five_practices import five_practices
from kith.partnerships.queries.partnership_page import PartnershipPage
from kith.partnerships.table_terms import JointKind, NextStep, PracticeState
from kith.web.request import KithRequest

OF_MEETING = {
    NextStep.MEET: "meeting_page",
    NextStep.NOTE_MEETING: "meeting_page",
    NextStep.LOOK_AT_GOALS: "meeting_page",
}
OF_TABLE = {NextStep.PLAN_MEETING: "plan_meeting", NextStep.SET_GOAL: "set_goal"}
NOTED = {NextStep.NOTE_TRAINING: JointKind.TRAINING, NextStep.NOTE_REVIEW: JointKind.REVIEW}


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A practice in words; `url` is empty where the viewer cannot take the next step."""

    line: PracticeLine
    name: str | LazyText
    found: str | LazyText
    step: str | LazyText
    url: str
    is_kept: bool


def practice_rows(request: KithRequest, page: PartnershipPage) -> list[PracticeRow]:
    """All five, in their order."""
    return [
        PracticeRow(
            line,
            PRACTICE_WORDS[line.practice],
            FOUND_WORDS[line.practice, line.state],
            STEP_WORDS[line.next_step],
            address_of_step(request.viewer, line, page),
            line.state is PracticeState.KEPT,
        )
        for line in five_practices(request.viewer, partnership_id=page.id)
    ]


def address_of_step(viewer: Viewer, line: PracticeLine, page: PartnershipPage) -> str:
    """Where the next step is taken."""
    if line.next_step in OF_MEETING and line.about:
        return reverse(OF_MEETING[line.next_step], kwargs={"meeting_id": line.about})
    if line.next_step is NextStep.LOOK_AT_AGREEMENT and line.about:
        return reverse("agreement_page", kwargs={"agreement_id": line.about})
    if line.next_step is NextStep.DRAFT_AGREEMENT:
        return address_of_draft(page.id) if viewer.has(Role.PARTNERSHIP_MANAGER) else ""
    return _of_table(line, page)


def address_of_draft(partnership_id: UUID) -> str:
    """The form to propose an agreement, with those who sit at this table."""
    return f"{reverse('propose_agreement')}?partnership={partnership_id}"


def _of_table(line: PracticeLine, page: PartnershipPage) -> str:
    where = {"partnership_id": page.id}
    if line.next_step in NOTED and page.may_take_part:
        return f"{reverse('note_joint_event', kwargs=where)}?kind={NOTED[line.next_step]}"
    if line.next_step in OF_TABLE and page.may_change:
        return reverse(OF_TABLE[line.next_step], kwargs=where)
    return ""
