"""Days, word, limit and pauses of a partner."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.viewer import Viewer
from kith.core.working_time import due_at
from kith.partnerships.actions.change_code_word import change_code_word
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.resume_asks import resume_asks
from kith.partnerships.actions.set_open_asks_limit import set_open_asks_limit
from kith.partnerships.actions.set_working_days import set_working_days
from kith.partnerships.errors import BadLimit, BadPause, BadWeek, CodeWordMissing, NotPaused
from kith.partnerships.models import PartnerPause
from kith.partnerships.queries.partner_page import partner_page
from kith.partnerships.queries.route import route
from tests.factories.partnerships import TUESDAY_THURSDAY, a_partner, events_of_kind

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def set_days(viewer: Viewer, mosque: UUID, timezone: str = "Europe/London") -> None:
    set_working_days(
        viewer, organization_id=mosque, timezone=timezone, days=TUESDAY_THURSDAY, closed_on=[TODAY]
    )


def pauses() -> list[tuple[date, date]]:
    return list(PartnerPause.objects.order_by("first_on").values_list("first_on", "last_on"))


def test_the_partners_coordinator_states_its_own_days(coordinator: Viewer, mosque: UUID) -> None:
    set_days(coordinator, mosque)

    page = partner_page(coordinator, organization_id=mosque)
    assert [(d.weekday, d.opens, d.closes) for d in page.days] == [
        (1, "10:00", "16:00"),
        (3, "10:00", "16:00"),
    ]
    assert (page.timezone, page.closed_on) == ("Europe/London", (TODAY,))
    assert [e.payload for e in events_of_kind("partnerships.working_days_set")] == [{"days": 2}]


def test_days_that_cannot_be_change_nothing(coordinator: Viewer, mosque: UUID) -> None:
    with pytest.raises(BadWeek):
        set_days(coordinator, mosque, timezone="Nowhere")

    assert partner_page(coordinator, organization_id=mosque).timezone == "UTC"


def test_the_code_word_can_be_agreed_anew(coordinator: Viewer, mosque: UUID) -> None:
    change_code_word(coordinator, organization_id=mosque, code_word="Olive")

    assert partner_page(coordinator, organization_id=mosque).code_word == "Olive"
    with pytest.raises(CodeWordMissing):
        change_code_word(coordinator, organization_id=mosque, code_word="")


def test_a_limit_is_set_and_taken_away(coordinator: Viewer, mosque: UUID) -> None:
    set_open_asks_limit(coordinator, organization_id=mosque, limit=6)
    with_limit = partner_page(coordinator, organization_id=mosque).max_open_asks
    set_open_asks_limit(coordinator, organization_id=mosque, limit=None)

    assert (with_limit, partner_page(coordinator, organization_id=mosque).max_open_asks) == (6, None)
    assert [e.payload["limit"] for e in events_of_kind("partnerships.open_asks_limit_set")] == [6, None]


@pytest.mark.parametrize("limit", [0, -1, 501])
def test_a_limit_is_a_number_that_can_be_kept(coordinator: Viewer, mosque: UUID, limit: int) -> None:
    with pytest.raises(BadLimit):
        set_open_asks_limit(coordinator, organization_id=mosque, limit=limit)


def test_a_pause_begins_today_and_holds_until_its_last_day(coordinator: Viewer, mosque: UUID) -> None:
    pause_asks(coordinator, organization_id=mosque, until=date(2026, 12, 8))

    assert pauses() == [(TODAY, date(2026, 12, 8))]
    assert [e.payload for e in events_of_kind("partnerships.asks_paused")] == [
        {"first_on": "2026-11-24", "last_on": "2026-12-08"}
    ]


def test_pausing_again_moves_the_last_day_of_the_same_pause(coordinator: Viewer, mosque: UUID) -> None:
    pause_asks(coordinator, organization_id=mosque, until=date(2026, 12, 8))
    with clock.at(datetime(2026, 12, 1, 9, tzinfo=UTC)):
        pause_asks(coordinator, organization_id=mosque, until=date(2026, 12, 20))

    assert pauses() == [(TODAY, date(2026, 12, 20))]


def test_resuming_keeps_the_days_that_were_paused_out_of_every_clock(
    coordinator: Viewer, mosque: UUID
) -> None:
    pause_asks(coordinator, organization_id=mosque, until=date(2026, 12, 8))
    with clock.at(datetime(2026, 11, 27, 9, tzinfo=UTC)):
        resume_asks(coordinator, organization_id=mosque)
        week = route(coordinator, sender_id=mosque, receiver_id=mosque).week

    assert pauses() == [(TODAY, date(2026, 11, 26))]
    asked_on_monday = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert due_at(week, start=asked_on_monday, days=1) == datetime(2026, 11, 27, 17, tzinfo=UTC)


def test_a_pause_taken_back_on_its_first_day_leaves_nothing(coordinator: Viewer, mosque: UUID) -> None:
    pause_asks(coordinator, organization_id=mosque, until=date(2026, 12, 8))
    resume_asks(coordinator, organization_id=mosque)

    assert pauses() == []


def test_a_second_pause_is_a_pause_of_its_own(coordinator: Viewer, mosque: UUID) -> None:
    pause_asks(coordinator, organization_id=mosque, until=TODAY)
    with clock.at(datetime(2026, 12, 1, 9, tzinfo=UTC)):
        pause_asks(coordinator, organization_id=mosque, until=date(2026, 12, 2))

    assert pauses() == [(TODAY, TODAY), (date(2026, 12, 1), date(2026, 12, 2))]


def test_resuming_without_a_pause_says_so(coordinator: Viewer, mosque: UUID) -> None:
    with pytest.raises(NotPaused):
        resume_asks(coordinator, organization_id=mosque)


@pytest.mark.parametrize("until", [date(2026, 11, 23), date(2027, 11, 26)])
def test_a_pause_ends_from_today_on_within_a_year(coordinator: Viewer, mosque: UUID, until: date) -> None:
    with pytest.raises(BadPause):
        pause_asks(coordinator, organization_id=mosque, until=until)


def test_the_pause_runs_in_the_partners_own_zone(manager: Viewer) -> None:
    island = a_partner(manager, "Island help", timezone="Pacific/Kiritimati")
    with clock.at(datetime(2026, 11, 24, 11, tzinfo=UTC)):
        pause_asks(manager, organization_id=island, until=date(2026, 11, 25))

    assert pauses() == [(date(2026, 11, 25), date(2026, 11, 25))]


def test_a_navigator_reads_but_changes_nothing(navigator: Viewer, mosque: UUID) -> None:
    for change in (
        lambda: set_days(navigator, mosque),
        lambda: change_code_word(navigator, organization_id=mosque, code_word="Olive"),
        lambda: set_open_asks_limit(navigator, organization_id=mosque, limit=1),
        lambda: pause_asks(navigator, organization_id=mosque, until=TODAY),
        lambda: resume_asks(navigator, organization_id=mosque),
    ):
        with pytest.raises(Denied):
            change()


def test_a_stranger_finds_no_partner_to_change(stranger: Viewer, mosque: UUID) -> None:
    with pytest.raises(NotFound):
        pause_asks(stranger, organization_id=mosque, until=TODAY)
    with pytest.raises(NotFound):
        set_days(stranger, mosque)
