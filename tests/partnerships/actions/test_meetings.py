"""Planning meetings, and what comes of them: one owner and one day for each thing to do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.call_off_meeting import call_off_meeting
from kith.partnerships.actions.change_meeting import change_meeting
from kith.partnerships.actions.close_action_item import close_action_item
from kith.partnerships.actions.hold_meeting import hold_meeting
from kith.partnerships.actions.note_joint_event import note_joint_event
from kith.partnerships.actions.plan_meeting import plan_meeting
from kith.partnerships.meeting_check import MeetingPlan, ToDo
from kith.partnerships.models import ActionItem, JointEvent, Meeting, MeetingDecision
from kith.partnerships.queries.meeting_page import meeting_page
from kith.partnerships.queries.table_actions import table_actions
from kith.partnerships.queries.table_meetings import table_meetings
from kith.partnerships.table_errors import (
    AlreadyDone,
    BadActionItem,
    BadMeeting,
    BadNote,
    MeetingIsOver,
    NotYetHeld,
)
from kith.partnerships.table_terms import JointKind
from tests.factories.partnerships import a_member, events_of_kind
from tests.factories.tables import a_held_meeting, a_meeting, a_table, outcome

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)
# The site turns away what holds the character that PostgreSQL keeps in no text.
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


@pytest.fixture
def table(manager: Viewer, mosque: UUID) -> UUID:
    return a_table(manager, mosque)


def test_all_who_sit_there_see_the_meeting_and_its_agenda(
    manager: Viewer, coordinator: Viewer, table: UUID
) -> None:
    meeting_id = a_meeting(manager, table)

    page = meeting_page(coordinator, meeting_id=meeting_id)
    assert (page.place, page.agenda, page.may_change) == ("The library", ("What is stuck", "Places"), False)
    assert [line.id for line in table_meetings(coordinator, partnership_id=table).planned] == [meeting_id]


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (MeetingPlan(datetime(2026, 11, 24, 9, tzinfo=UTC), 60, "", ()), "starts_at"),
        (MeetingPlan(LATER, 4, "", ()), "minutes"),
        (MeetingPlan(LATER, 601, "", ()), "minutes"),
        (MeetingPlan(LATER, 60, "x" * 201, ()), "place"),
        (MeetingPlan(LATER, 60, "", ("x" * 201,)), "agenda"),
        (MeetingPlan(LATER, 60, "", ("x",) * 21), "agenda"),
    ],
)
def test_a_meeting_that_cannot_be_is_not_planned(
    plan: MeetingPlan, field: str, manager: Viewer, table: UUID
) -> None:
    with pytest.raises(BadMeeting) as raised:
        plan_meeting(manager, partnership_id=table, plan=plan)

    assert raised.value.field == field


def test_a_meeting_can_be_moved_or_called_off_until_it_is_over(manager: Viewer, table: UUID) -> None:
    meeting_id = a_meeting(manager, table)

    change_meeting(manager, meeting_id=meeting_id, plan=MeetingPlan(LATER, 30, "By phone", (" ", "One")))
    moved = meeting_page(manager, meeting_id=meeting_id)
    call_off_meeting(manager, meeting_id=meeting_id)

    assert (moved.starts_at, moved.minutes, moved.agenda) == (LATER, 30, ("One",))
    assert table_meetings(manager, partnership_id=table).planned == ()
    for again in (call_off_meeting, hold_meeting):
        more = {"outcome": outcome()} if again is hold_meeting else {}
        with pytest.raises(MeetingIsOver):
            again(manager, meeting_id=meeting_id, **more)
    with pytest.raises(MeetingIsOver):
        change_meeting(manager, meeting_id=meeting_id, plan=MeetingPlan(LATER, 30, "", ()))


def test_what_came_of_it_is_noted_once_it_has_begun_and_once_only(
    manager: Viewer, clinic: UUID, mosque: UUID, table: UUID
) -> None:
    meeting_id = a_meeting(manager, table)
    said = outcome(
        clinic,
        mosque,
        decisions=["We open on Saturdays. ", ""],
        to_do=[ToDo("Print the cards", mosque, date(2026, 12, 1))],
    )

    with pytest.raises(NotYetHeld):
        hold_meeting(manager, meeting_id=meeting_id, outcome=said)
    with clock.at(LATER):
        hold_meeting(manager, meeting_id=meeting_id, outcome=said)
        with pytest.raises(MeetingIsOver):
            hold_meeting(manager, meeting_id=meeting_id, outcome=said)
        page = meeting_page(manager, meeting_id=meeting_id)

    assert page.came == ("Al-Noor Mosque", "Northgate Clinic")
    assert page.decisions == ("We open on Saturdays.",)
    assert [(one.words, one.organization_name) for one in page.to_do] == [
        ("Print the cards", "Al-Noor Mosque")
    ]
    assert [e.payload for e in events_of_kind("partnerships.meeting_held")] == [
        {"action_items": 1, "came": 2, "decisions": 1}
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": ""},
        {"words": "x" * 301},
        {"organization_id": uuid7()},
        {"due_on": date(2026, 11, 23)},
    ],
)
def test_a_thing_to_do_without_words_owner_or_day_keeps_nothing_at_all(
    wrong: dict[str, object], manager: Viewer, clinic: UUID, mosque: UUID, table: UUID
) -> None:
    meeting_id = a_meeting(manager, table)
    right = ToDo("Call them", mosque, TODAY)
    said = outcome(clinic, decisions=["Yes"], to_do=[right, replace(right, **wrong)])

    with clock.at(LATER), pytest.raises(BadActionItem):
        hold_meeting(manager, meeting_id=meeting_id, outcome=said)

    assert not ActionItem.objects.exists()
    assert Meeting.objects.get().held_at is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.tuples(WORDS, st.integers(0, 2), st.integers(-2, 30)), max_size=6))
def test_whatever_is_said_each_thing_to_do_has_one_owner_at_the_table_and_one_day(
    said: list[tuple[str, int, int]], manager: Viewer, clinic: UUID, mosque: UUID, table: UUID
) -> None:
    whom = [clinic, mosque, uuid7()]
    to_do = [ToDo(words, whom[who], TODAY + timedelta(days=days)) for words, who, days in said]
    is_right = all(words.strip() and who < 2 and days >= 0 for words, who, days in said)
    meeting_id = a_meeting(manager, table)

    with clock.at(LATER):
        try:
            hold_meeting(manager, meeting_id=meeting_id, outcome=outcome(clinic, to_do=to_do))
        except BadActionItem:
            assert not is_right

    kept = list(ActionItem.objects.filter(meeting_id=meeting_id))
    assert len(kept) == (len(to_do) if is_right else 0)
    assert all(item.organization_id in {clinic, mosque} and item.due_on >= TODAY for item in kept)


def test_only_who_sits_there_can_have_come(manager: Viewer, clinic: UUID, table: UUID) -> None:
    meeting_id = a_meeting(manager, table)

    for said in (outcome(), outcome(uuid7()), outcome(clinic, decisions=["x" * 501])):
        with clock.at(LATER), pytest.raises(BadNote):
            hold_meeting(manager, meeting_id=meeting_id, outcome=said)

    assert not MeetingDecision.objects.exists()


def test_the_log_of_decisions_is_read_by_every_seat_the_newest_first(
    manager: Viewer, coordinator: Viewer, table: UUID
) -> None:
    first = a_held_meeting(manager, table)
    with clock.at(LATER):
        second = a_held_meeting(manager, table)

    held = table_meetings(coordinator, partnership_id=table).held
    assert [line.id for line in held] == [second, first]
    assert held[0].decisions == ("We open on Saturdays, too.",)


def test_what_we_owe_and_what_they_owe_are_told_apart_and_closed_by_the_owner(
    manager: Viewer, coordinator: Viewer, clinic: UUID, mosque: UUID, table: UUID
) -> None:
    a_held_meeting(
        manager, table, to_do=[ToDo("Ours", clinic, date(2026, 12, 2)), ToDo("Theirs", mosque, TODAY)]
    )

    found = table_actions(coordinator, partnership_id=table)
    close_action_item(coordinator, item_id=found.ours[0].id)

    assert [(line.words, line.may_close) for line in found.ours] == [("Theirs", True)]
    assert [(line.words, line.may_close) for line in found.theirs] == [("Ours", False)]
    assert table_actions(coordinator, partnership_id=table).ours == ()
    with pytest.raises(AlreadyDone):
        close_action_item(manager, item_id=found.ours[0].id)
    with pytest.raises(Denied):
        close_action_item(coordinator, item_id=found.theirs[0].id)


@pytest.mark.parametrize("role", Role)
def test_who_may_say_that_something_is_done(
    role: Role, manager: Viewer, clinic: UUID, mosque: UUID, table: UUID
) -> None:
    a_held_meeting(manager, table, to_do=[ToDo("Theirs", mosque, TODAY)])
    theirs, convener = (a_member(one, role) for one in (mosque, clinic))

    found = [
        [line.may_close for lines in (seen.ours, seen.theirs) for line in lines]
        for seen in (table_actions(viewer, partnership_id=table) for viewer in (theirs, convener))
    ]

    readers = {
        Role.NAVIGATOR: ([False], [False]),
        Role.CLINICIAN: ([False], [False]),
        Role.PARTNERSHIP_MANAGER: ([True], [True]),
        Role.COORDINATOR: ([True], [False]),
        Role.ADMIN: ([True], [False]),
    }
    assert tuple(found) == readers.get(role, ([], []))


def test_a_stranger_finds_no_meeting(stranger: Viewer, manager: Viewer, table: UUID) -> None:
    meeting_id = a_meeting(manager, table)

    with pytest.raises(NotFound):
        meeting_page(stranger, meeting_id=meeting_id)
    with pytest.raises(NotFound):
        call_off_meeting(stranger, meeting_id=meeting_id)


def test_any_seat_notes_what_was_held_together(coordinator: Viewer, mosque: UUID, table: UUID) -> None:
    note_joint_event(
        coordinator,
        partnership_id=table,
        kind=JointKind.TRAINING,
        held_on=TODAY,
        title=" What a mosque can do ",
        learned="How to ask.",
        came=[mosque],
    )

    event = JointEvent.objects.get()
    assert (event.kind, event.title, event.came) == ("training", "What a mosque can do", [str(mosque)])
    assert [e.payload for e in events_of_kind("partnerships.joint_event_noted")] == [
        {"came": 1, "joint_kind": "training"}
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"held_on": date(2026, 11, 25)}, "held_on"),
        ({"title": " "}, "title"),
        ({"learned": "x" * 5001}, "learned"),
        ({"came": []}, "came"),
        ({"came": [uuid7()]}, "came"),
    ],
)
def test_what_cannot_have_been_held_is_not_noted(
    change: dict[str, object], field: str, coordinator: Viewer, mosque: UUID, table: UUID
) -> None:
    said = {"held_on": TODAY, "title": "Cards", "learned": "", "came": [mosque], **change}

    with pytest.raises(BadNote) as raised:
        note_joint_event(coordinator, partnership_id=table, kind=JointKind.REVIEW, **said)

    assert raised.value.field == field
