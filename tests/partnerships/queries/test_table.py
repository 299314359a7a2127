"""What a table's page is made of: the five practices, the rhythm, and who is missing."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.terms import OrganizationKind
from kith.partnerships.actions.note_joint_event import note_joint_event
from kith.partnerships.clauses.giving import TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence, ReviewCycle
from kith.partnerships.queries.five_practices import five_practices
from kith.partnerships.queries.meeting_rhythm import meeting_rhythm
from kith.partnerships.queries.missing_from_table import missing_from_table
from kith.partnerships.queries.table_agreements import table_agreements
from kith.partnerships.table_terms import JointKind, NextStep, Practice, PracticeState, TableKind
from kith.partnerships.terms import PartyRole
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, in_force
from tests.factories.tables import a_goal, a_held_meeting, a_meeting, a_table, agreed

pytestmark = pytest.mark.django_db

KEPT, DUE, NOT_YET = PracticeState.KEPT, PracticeState.DUE, PracticeState.NOT_YET
CADENCE = MeetingCadence(every_weeks=2, minutes=45, where="The library", agenda=("What is stuck",))
PLEDGE = TrainingPledge(topic="How to ask", hours=2, by_on=date(2026, 12, 31))
CYCLE = ReviewCycle(every_months=6)


def states(viewer: Viewer, table: UUID) -> list[PracticeState]:
    return [line.state for line in five_practices(viewer, partnership_id=table)]


def test_a_new_table_has_nothing_to_show_and_a_next_step_for_each(manager: Viewer, mosque: UUID) -> None:
    lines = five_practices(manager, partnership_id=a_table(manager, mosque))

    assert [line.practice for line in lines] == list(Practice)
    assert [line.state for line in lines] == [NOT_YET] * 5
    assert [line.next_step for line in lines] == [
        NextStep.PLAN_MEETING,
        NextStep.DRAFT_AGREEMENT,
        NextStep.NOTE_TRAINING,
        NextStep.SET_GOAL,
        NextStep.NOTE_REVIEW,
    ]


def test_each_practice_is_shown_from_what_there_is(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    table = a_table(manager, mosque)
    agreement_id = agreed(manager, mosque, table, CADENCE, PLEDGE, CYCLE)
    before = states(manager, table)
    a_goal(manager, table)
    a_held_meeting(manager, table)
    for kind in JointKind:
        note_joint_event(
            manager,
            partnership_id=table,
            kind=kind,
            held_on=date(2026, 11, 20),
            title="Together",
            learned="",
            came=[clinic, mosque],
        )

    lines = five_practices(manager, partnership_id=table)

    assert before == [NOT_YET, KEPT, NOT_YET, NOT_YET, DUE]
    assert [line.state for line in lines] == [KEPT, KEPT, KEPT, DUE, KEPT]
    assert lines[0].due_on == date(2026, 12, 8)
    assert lines[1].about == agreement_id
    assert lines[4].due_on == date(2027, 5, 20)


def test_who_did_not_sign_reads_no_clause_and_a_stranger_nothing(
    manager: Viewer, mosque: UUID, stranger: Viewer
) -> None:
    circle = a_partner(manager, "Elders' circle")
    table = a_table(manager, mosque, circle)
    agreed(manager, mosque, table, CADENCE)
    elder = a_member(circle, Role.COORDINATOR)

    assert states(elder, table)[1] is NOT_YET
    assert meeting_rhythm(elder, partnership_id=table) is None
    assert table_agreements(elder, partnership_id=table) == []
    for query in (five_practices, meeting_rhythm, missing_from_table, table_agreements):
        with pytest.raises(NotFound):
            query(stranger, partnership_id=table)


def test_only_agreements_of_this_table_count(manager: Viewer, mosque: UUID) -> None:
    table, other = a_table(manager, mosque), a_table(manager, mosque)
    in_force(manager, mosque)
    here = agreed(manager, mosque, table, CADENCE)

    assert [line.id for line in table_agreements(manager, partnership_id=table)] == [here]
    assert meeting_rhythm(manager, partnership_id=other) is None


def test_nobody_drafts_for_a_table_at_which_they_do_not_sit(
    stranger: Viewer, manager: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque)

    with pytest.raises(NotFound):
        agreed(stranger, mosque, table, CADENCE)


def test_the_next_meeting_follows_from_the_rhythm_and_the_days_of_all(manager: Viewer) -> None:
    tuesdays = a_partner(manager, "Al-Noor Mosque", days={1: ("10:00", "16:00")})
    table = a_table(manager, tuesdays)
    agreed(manager, tuesdays, table, CADENCE)
    wednesday = datetime(2026, 11, 25, 14, tzinfo=UTC)
    a_meeting(manager, table, starts_at=wednesday)

    found = meeting_rhythm(manager, partnership_id=table)

    assert found is not None
    assert found.suggested_at == datetime(2026, 12, 15, 14, tzinfo=UTC)
    assert (found.minutes, found.where, found.agenda) == (45, "The library", ("What is stuck",))


def test_before_the_first_meeting_it_is_ten_o_clock_in_the_rhythm_of_the_agreement(
    manager: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque)
    agreed(manager, mosque, table, CADENCE)

    found = meeting_rhythm(manager, partnership_id=table)

    assert found is not None
    assert found.suggested_at.hour == 10
    assert timedelta(0) < found.suggested_at - clock.now() <= timedelta(days=9)


def test_whom_to_call_when_it_is_stuck_is_known_by_name_where_one_may(manager: Viewer, mosque: UUID) -> None:
    a_contact(manager, mosque)
    table = a_table(manager, mosque)
    stuck = MeetingCadence(every_weeks=2, minutes=45, escalation=(mosque,))
    agreed(manager, mosque, table, stuck)

    found = meeting_rhythm(manager, partnership_id=table)

    assert found is not None
    assert [(one.name, [p.phone for p in one.people]) for one in found.stuck] == [
        ("Al-Noor Mosque", ["+1 617 555 0133"])
    ]


def test_who_is_missing_is_told_with_some_of_the_directory(manager: Viewer, mosque: UUID) -> None:
    for number in range(4):
        add_organization(
            SYSTEM,
            name=f"Homes {number}",
            description="",
            email="",
            website="",
            kind=OrganizationKind.HOUSING,
        )
    table = a_table(manager, mosque, role=PartyRole.FUNDER)

    found = {line.kind: line.examples for line in missing_from_table(manager, partnership_id=table)}

    assert [name for _, name in found[TableKind.HOUSING]] == ["Homes 0", "Homes 1", "Homes 2"]
    assert TableKind.FUNDER not in found
    assert found[TableKind.COMMUNITY_SEAT] == ()


def test_who_sits_there_is_not_missing(manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque, role=PartyRole.PEER_LED)

    assert TableKind.PEER not in {line.kind for line in missing_from_table(manager, partnership_id=table)}


def test_more_meetings_and_goals_cost_no_more_statements(manager: Viewer, mosque: UUID) -> None:
    small, large = a_table(manager, mosque), a_table(manager, mosque)
    for _ in range(5):
        a_goal(manager, large)
        a_meeting(manager, large)
    counts = []
    for table in (small, large):
        with CaptureQueriesContext(connection) as statements:
            five_practices(manager, partnership_id=table)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 25
