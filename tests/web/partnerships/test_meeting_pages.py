from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.viewer import Role
from kith.partnerships.clauses.meeting import MeetingCadence
from kith.partnerships.meeting_check import ToDo
from kith.partnerships.models import ActionItem, JointEvent, Meeting, SharedGoal
from tests.factories.partnerships import a_member
from tests.factories.tables import a_goal, a_held_meeting, a_meeting, a_table, agreed
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
HELD = {"decisions": "We open on Saturdays, too.", "do_0": "Print the cards", "by_0": "2026-12-01"}


@pytest.fixture
def table(town: Town) -> UUID:
    return a_table(town.manager, town.mosque)


def at_table(name: str, table: UUID) -> str:
    return reverse(name, kwargs={"partnership_id": table})


def of_meeting(name: str, meeting_id: UUID) -> str:
    return reverse(name, kwargs={"meeting_id": meeting_id})


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_meeting_is_planned_in_the_hours_of_the_table_and_seen_by_all(
    table: UUID, manager: Client, coordinator: Client
) -> None:
    sent = {"key": uuid4(), "starts_at": "2027-07-01", "time": "14:30", "minutes": "45", "agenda": "One\nTwo"}

    manager.post(at_table("plan_meeting", table), sent)

    meeting = Meeting.objects.get()
    assert meeting.starts_at == datetime(2027, 7, 1, 14, 30, tzinfo=UTC)
    html = text(coordinator, at_table("partnership_page", table))
    assert "Thursday 1 July" in html
    assert "14:30" in html
    assert "<bdi>Two</bdi>" in html


def test_where_a_rhythm_is_agreed_the_form_knows_the_day_the_agenda_and_whom_to_call(
    town: Town, table: UUID, manager: Client
) -> None:
    cadence = MeetingCadence(
        every_weeks=2, minutes=45, where="The library", agenda=("What is stuck",), escalation=(town.mosque,)
    )
    agreed(town.manager, town.mosque, table, cadence)

    form = text(manager, at_table("plan_meeting", table))
    page = text(manager, at_table("partnership_page", table))

    assert "We agreed to meet every 2 weeks." in form
    assert 'value="45"' in form
    assert "What is stuck</textarea>" in form
    assert page.index("When something is stuck, call") < page.rindex("Fatima Noor")


def test_a_meeting_in_a_calendar_has_a_title_that_says_nothing(
    town: Town, table: UUID, coordinator: Client
) -> None:
    response = coordinator.get(of_meeting("meeting_calendar", a_meeting(town.manager, table)))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    assert b"SUMMARY:Meeting\r\n" in response.content
    assert b"roof" not in response.content


def test_what_came_of_a_meeting_is_noted_on_one_page_and_twice_sent_is_once(
    town: Town, table: UUID, manager: Client
) -> None:
    goal = a_goal(town.manager, table)
    meeting_id = a_meeting(town.manager, table)
    who = {"came": [town.clinic, town.mosque], "who_0": town.mosque, "goals": [goal]}
    with clock.at(clock.now() + 2 * HOUR):
        sent = {"key": uuid4(), **HELD, **who, "by_0": (clock.now() + 9 * 24 * HOUR).date().isoformat()}
        answers = [manager.post(of_meeting("hold_meeting", meeting_id), sent) for _ in range(2)]

    assert [one["Location"] for one in answers] == [of_meeting("meeting_page", meeting_id)] * 2
    assert ActionItem.objects.get().organization_id == town.mosque
    assert SharedGoal.objects.get().looked_at is not None
    html = text(manager, of_meeting("meeting_page", meeting_id))
    assert "We open on Saturdays, too." in html
    assert "Print the cards" in html


@pytest.mark.parametrize("empty", ["do_0", "who_0", "by_0"])
def test_a_row_begun_needs_what_who_and_by_when(empty: str, town: Town, table: UUID, manager: Client) -> None:
    meeting_id = a_meeting(town.manager, table)
    sent = {"key": uuid4(), **HELD, "came": [town.clinic], "who_0": town.mosque, empty: ""}

    with clock.at(clock.now() + 2 * HOUR):
        response = manager.post(of_meeting("hold_meeting", meeting_id), sent)

    assert response.status_code == 422
    assert "one organisation that sits here, and one day" in response.content.decode()
    assert not ActionItem.objects.exists()


def test_every_box_for_words_asks_for_no_names(town: Town, table: UUID, manager: Client) -> None:
    meeting_id = a_meeting(town.manager, table)
    with clock.at(clock.now() + 2 * HOUR):
        held = text(manager, of_meeting("hold_meeting", meeting_id))
    pages = [
        held,
        text(manager, at_table("plan_meeting", table)),
        text(manager, reverse("begin_partnership")),
    ]

    assert all("No names of people" in page for page in [*pages, text(manager, at_table("set_goal", table))])


def test_the_owner_marks_it_as_done_with_one_button(town: Town, table: UUID, coordinator: Client) -> None:
    due_on = (clock.now() + 9 * 24 * HOUR).date()
    a_held_meeting(town.manager, table, to_do=[ToDo("Print the cards", town.mosque, due_on)])
    item = ActionItem.objects.get()

    address = reverse("close_action_item", kwargs={"item_id": item.pk})
    answers = [coordinator.post(address, {"key": str(key)}) for key in [uuid4()] * 2]

    assert {one["Location"] for one in answers} == {at_table("partnership_page", table)}
    assert "Print the cards" not in text(coordinator, at_table("partnership_page", table))


def test_a_goal_is_set_and_moved(town: Town, table: UUID, manager: Client) -> None:
    said = {"words": "A quiet room", "how_known": "It is open", "level": "community", "due_on": ""}
    manager.post(at_table("set_goal", table), {"key": uuid4(), **said})
    address = reverse("change_goal_state", kwargs={"goal_id": SharedGoal.objects.get().pk})

    manager.post(address, {"key": uuid4(), "state": "reached"})

    assert SharedGoal.objects.get().state == "reached"
    assert "Reached" in text(manager, at_table("partnership_page", table))
    assert text(manager, address).count('type="radio"') == 1


def test_a_training_is_noted_by_any_seat(town: Town, table: UUID, coordinator: Client) -> None:
    today = clock.today("UTC").isoformat()
    said = {"kind": "training", "held_on": today, "title": "How to ask", "learned": "", "came": [town.mosque]}

    coordinator.post(at_table("note_joint_event", table), {"key": uuid4(), **said})

    assert JointEvent.objects.get().title == "How to ask"


def test_a_meeting_is_moved_and_called_off(town: Town, table: UUID, manager: Client) -> None:
    meeting_id = a_meeting(town.manager, table)
    sent = {"key": uuid4(), "starts_at": "2027-07-01", "time": "14:30", "minutes": "45", "agenda": ""}

    manager.post(of_meeting("change_meeting", meeting_id), sent)
    manager.post(of_meeting("call_off_meeting", meeting_id), {"key": uuid4()})

    html = text(manager, of_meeting("meeting_page", meeting_id))
    assert "This meeting is called off." in html
    assert "Meeting on Thursday 1 July 2027" in html
    assert manager.get(of_meeting("change_meeting", meeting_id)).status_code == 409


# Page -> status for the manager who convenes, the partner's manager, the partner's navigator, a stranger.
PAGES = {
    "meeting_page": (200, 200, 200, 404),
    "meeting_calendar": (200, 200, 200, 404),
    "change_meeting": (200, 403, 404, 404),
    "call_off_meeting": (200, 403, 404, 404),
    "hold_meeting": (409, 403, 404, 404),
    "plan_meeting": (200, 403, 404, 404),
    "set_goal": (200, 403, 404, 404),
    "note_joint_event": (200, 200, 404, 404),
}


@pytest.mark.parametrize("name", PAGES)
def test_who_opens_which_page(name: str, town: Town, table: UUID, manager: Client) -> None:
    meeting_id = a_meeting(town.manager, table)
    is_of_table = name in {"plan_meeting", "set_goal", "note_joint_event"}
    address = at_table(name, table) if is_of_table else of_meeting(name, meeting_id)
    others = [
        a_member(town.mosque, Role.PARTNERSHIP_MANAGER),
        a_member(town.mosque, Role.NAVIGATOR),
        a_member(town.elsewhere, Role.PARTNERSHIP_MANAGER),
    ]

    browsers = [manager, *(browser_of(one) for one in others)]

    assert tuple(one.get(address).status_code for one in browsers) == PAGES[name]
