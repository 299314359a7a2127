"""A table at which partners sit: goals, meetings with what came of them, and what was held together."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from kith.cli.demo_town.files import Entry
from kith.cli.demo_town.signing import signer_at
from kith.cli.demo_town.town import Town
from kith.core import clock
from kith.partnerships.actions.begin_partnership import begin_partnership
from kith.partnerships.actions.hold_meeting import hold_meeting
from kith.partnerships.actions.note_joint_event import note_joint_event
from kith.partnerships.actions.plan_meeting import plan_meeting
from kith.partnerships.actions.put_to_partnership import put_to_partnership
from kith.partnerships.actions.seat_organization import seat_organization
from kith.partnerships.actions.set_goal import set_goal
from kith.partnerships.actions.state_priorities import state_priorities
from kith.partnerships.meeting_check import MeetingPlan, Outcome, ToDo
from kith.partnerships.table_terms import EcologicalLevel, JointKind
from kith.partnerships.terms import PartyRole

AFTER = timedelta(hours=2)


def sit_together(town: Town, files: Entry) -> None:
    """Begin each table, put its agreement to it, meet, and hold something together."""
    for entry in files.entries("table"):
        due = [town.day(goal.number("due") or 0) for goal in entry.entries("goal")]
        with clock.at(town.moment(entry.number("began") or -1)):
            table = _begin(town, entry, due)
        _put(town, entry, table)
        for meeting in entry.entries("meeting"):
            _meet(town, entry, table, meeting)
        for event in entry.entries("together"):
            _hold(town, table, event)


def _begin(town: Town, entry: Entry, due: Sequence[date]) -> UUID:
    by, seats, priorities = entry.text("by"), entry.entry("seats"), entry.entry("priorities")
    convener = signer_at(town, by)
    table = begin_partnership(
        convener,
        issue=entry.text("issue"),
        name=entry.text("name"),
        purpose=entry.text("purpose"),
        levels=[EcologicalLevel(level) for level in entry.texts("levels")],
    )
    for key in seats.fields:
        seat_organization(
            convener,
            partnership_id=table,
            organization_id=town.organizations[key],
            roles=[PartyRole(role) for role in seats.texts(key)],
        )
    for key in priorities.fields:
        state_priorities(signer_at(town, key), partnership_id=table, priorities=priorities.text(key))
    for goal, due_on in zip(entry.entries("goal"), due, strict=True):
        set_goal(
            convener,
            partnership_id=table,
            words=goal.text("words"),
            how_known=goal.text("how_known"),
            level=EcologicalLevel(goal.text("level")),
            due_on=due_on,
        )
    return table


def _put(town: Town, entry: Entry, table: UUID) -> None:
    """Its agreement is put to the table when that has been signed: on the day of the first meeting."""
    first = entry.entries("meeting")[0]
    with clock.at(town.moment(first.number("planned") or -1)):
        put_to_partnership(
            signer_at(town, entry.text("by")),
            agreement_id=town.agreements[entry.text("agreement")],
            partnership_id=table,
        )


def _meet(town: Town, entry: Entry, table: UUID, meeting: Entry) -> None:
    convener = signer_at(town, entry.text("by"))
    starts_at = town.moment(meeting.number("on") or -1)
    plan = MeetingPlan(
        starts_at, meeting.number("minutes") or 60, meeting.text("place"), tuple(meeting.texts("agenda"))
    )
    with clock.at(town.moment(meeting.number("planned") or -1)):
        meeting_id = plan_meeting(convener, partnership_id=table, plan=plan)
    if not meeting.texts("came"):
        return
    outcome = Outcome(
        came=frozenset(town.organizations[key] for key in meeting.texts("came")),
        decisions=tuple(meeting.texts("decisions")),
        to_do=tuple(
            ToDo(one.text("words"), town.organizations[one.text("by")], town.day(one.number("due") or 0))
            for one in meeting.entries("to_do")
        ),
        goal_ids=frozenset(),
    )
    with clock.at(starts_at + AFTER):
        hold_meeting(convener, meeting_id=meeting_id, outcome=outcome)


def _hold(town: Town, table: UUID, event: Entry) -> None:
    days = event.number("on") or -1
    held_on = town.day(days)
    with clock.at(town.moment(days) + AFTER):
        note_joint_event(
            signer_at(town, event.text("by")),
            partnership_id=table,
            kind=JointKind(event.text("kind")),
            held_on=held_on,
            title=event.text("title"),
            learned=event.text("learned"),
            came=[town.organizations[key] for key in event.texts("came")],
        )
