from datetime import date, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.actions.change_meeting import change_meeting
from kith.partnerships.actions.close_action_item import close_action_item
from kith.partnerships.meeting_check import MeetingPlan, ToDo
from kith.partnerships.models import ActionItem
from kith.partnerships.queries.routine_lines_for import routine_lines_for
from kith.partnerships.queries.table_lines import table_lines
from tests.factories.partnerships import SYSTEM, a_contact, a_partner
from tests.factories.tables import a_held_meeting, a_meeting, a_table

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
SOON = date(2026, 12, 1)


def words(organization_id: UUID) -> list[str]:
    return [line.words for line in table_lines(SYSTEM, organization_id=organization_id)]


def test_the_next_meeting_and_what_one_took_on_are_told(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    table = a_table(manager, mosque)
    a_held_meeting(manager, table, to_do=[ToDo("Print the cards", mosque, SOON), ToDo("Ours", clinic, SOON)])
    a_meeting(manager, table, starts_at=clock.now() + 13 * DAY)
    a_meeting(manager, table, starts_at=clock.now() + 15 * DAY)

    assert words(mosque) == [
        "Monday 7 December at 09:30: meeting of “A roof first”. The library",
        "By 1 December, you said you would do this for “A roof first”: Print the cards",
    ]


def test_who_does_not_sit_there_hears_nothing(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    a_meeting(manager, a_table(manager, mosque))
    other = a_partner(manager, "Harbour Hall")

    assert words(other) == []
    assert table_lines(stranger, organization_id=mosque) == []


def test_what_is_done_is_told_no_more_and_a_moved_meeting_anew(manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque)
    a_held_meeting(manager, table, to_do=[ToDo("Print the cards", mosque, SOON)])
    meeting_id = a_meeting(manager, table, starts_at=clock.now() + DAY)
    before = {line.key for line in table_lines(SYSTEM, organization_id=mosque)}

    close_action_item(manager, item_id=ActionItem.objects.get().pk)
    change_meeting(manager, meeting_id=meeting_id, plan=MeetingPlan(clock.now() + 2 * DAY, 60, "", ()))

    after = [line.key for line in table_lines(SYSTEM, organization_id=mosque)]
    assert len(after) == 1
    assert not before & set(after)
    assert all(len(key) <= 120 for key in before)


def test_they_go_into_the_weekly_mail(manager: Viewer, mosque: UUID) -> None:
    a_contact(manager, mosque)
    a_meeting(manager, a_table(manager, mosque))

    lines = routine_lines_for(SYSTEM, organization_id=mosque)

    assert any("A roof first" in line.words for line in lines)
