"""Tables at which partners sit, made by actions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from kith.consent.terms import ASK_KINDS
from kith.core import clock
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.begin_partnership import begin_partnership
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.hold_meeting import hold_meeting
from kith.partnerships.actions.plan_meeting import plan_meeting
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.seat_organization import seat_organization
from kith.partnerships.actions.set_goal import set_goal
from kith.partnerships.clauses.stated import OF_ALL, Body, StatedClause
from kith.partnerships.meeting_check import MeetingPlan, Outcome, ToDo
from kith.partnerships.table_terms import EcologicalLevel
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Wording, plain_clauses
from tests.factories.partnerships import START, a_member, sign
from tests.factories.remembered import remembered

SOON = timedelta(hours=1)


@remembered
def a_table(viewer: Viewer, *guests: UUID, role: PartyRole = PartyRole.RECEIVER) -> UUID:
    """A partnership that the viewer's organisation convenes, with these others at it."""
    partnership_id = begin_partnership(
        viewer,
        issue="People who come out of hospital have nowhere to go.",
        name="A roof first",
        purpose="A room and a visit within a week.",
        levels=[EcologicalLevel.INDIVIDUAL],
    )
    for guest in guests:
        seat_organization(viewer, partnership_id=partnership_id, organization_id=guest, roles=[role])
    return partnership_id


def a_meeting(viewer: Viewer, table: UUID, *, starts_at: datetime | None = None) -> UUID:
    """A meeting in an hour, or then."""
    plan = MeetingPlan(starts_at or clock.now() + SOON, 60, "The library", ("What is stuck", "Places"))
    return plan_meeting(viewer, partnership_id=table, plan=plan)


def outcome(*came: UUID, decisions: Sequence[str] = (), to_do: Sequence[ToDo] = ()) -> Outcome:
    """What came of a meeting."""
    return Outcome(came=frozenset(came), decisions=tuple(decisions), to_do=tuple(to_do), goal_ids=frozenset())


def a_held_meeting(viewer: Viewer, table: UUID, *, to_do: Sequence[ToDo] = ()) -> UUID:
    """A meeting that has been, two hours from now, with one decision."""
    assert viewer.organization_id is not None
    meeting_id = a_meeting(viewer, table)
    said = outcome(viewer.organization_id, decisions=["We open on Saturdays, too."], to_do=to_do)
    with clock.at(clock.now() + 2 * SOON):
        hold_meeting(viewer, meeting_id=meeting_id, outcome=said)
    return meeting_id


def a_goal(viewer: Viewer, table: UUID, words: str = "Nobody waits over 10 days") -> UUID:
    """A goal that is open."""
    return set_goal(
        viewer,
        partnership_id=table,
        words=words,
        how_known="We count the days each month",
        level=EcologicalLevel.ORGANISATIONS,
        due_on=date(2027, 6, 1),
    )


def a_used_table(viewer: Viewer, guest: UUID) -> UUID:
    """A table with a goal, one meeting held with something to do, one a day later, one in three weeks."""
    table = a_table(viewer, guest)
    a_goal(viewer, table)
    day = clock.now() + timedelta(days=20)
    a_meeting(viewer, table, starts_at=day)
    a_held_meeting(viewer, table, to_do=[ToDo("Print the cards", guest, day.date())])
    a_meeting(viewer, table, starts_at=clock.now() + timedelta(days=1))
    return table


def agreed(
    viewer: Viewer,
    other: UUID,
    table: UUID,
    *bodies: Body,
    review_on: date | None = None,
    ends_on: date | None = None,
) -> UUID:
    """An agreement of this table that both have signed, with these clauses."""
    assert viewer.organization_id is not None
    wording = Wording(
        title="A roof first",
        purpose="A room and a visit.",
        parties=(Party(viewer.organization_id, PartyRole.LEAD), Party(other, PartyRole.RECEIVER)),
        clauses=(
            *plain_clauses([], ASK_KINDS),
            *(StatedClause(key=uuid7(), body=body, organization_id=_owner(body, other)) for body in bodies),
        ),
        starts_on=START,
        review_on=review_on,
        ends_on=ends_on,
    )
    agreement_id = draft_agreement(viewer, wording=wording, partnership_id=table)
    propose_draft(viewer, agreement_id=agreement_id)
    sign(agreement_id, viewer, a_member(other, Role.COORDINATOR))
    return agreement_id


def _owner(body: Body, other: UUID) -> UUID | None:
    return None if body.kind in OF_ALL else other
