"""What is shown of the five practices follows from dates alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kith.core.ids import uuid7
from kith.partnerships.practices import (
    Agreed,
    Dated,
    Meetings,
    communication,
    formal_agreement,
    joint_training,
    regular_evaluation,
    shared_goals_looked_at,
)
from kith.partnerships.table_terms import NextStep, PracticeState

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
KEPT, DUE, NOT_YET = PracticeState.KEPT, PracticeState.DUE, PracticeState.NOT_YET
MEETING = Dated(uuid7(), TODAY + 7 * DAY)


def met(ago: int | None, *, every_weeks: int | None = 2) -> Meetings:
    last_on = TODAY - ago * DAY if ago is not None else None
    return Meetings(last_on=last_on, to_note=None, planned=None, every_weeks=every_weeks)


def test_partners_meet_as_often_as_they_agreed_to_the_day() -> None:
    found = [communication(met(ago), today=TODAY) for ago in (None, 0, 14, 15)]

    assert [line.state for line in found] == [NOT_YET, KEPT, KEPT, DUE]
    assert {line.next_step for line in found} == {NextStep.PLAN_MEETING}
    assert [line.due_on for line in found] == [None, TODAY + 14 * DAY, TODAY, TODAY - DAY]


def test_without_a_rhythm_three_months_are_usual() -> None:
    found = [communication(met(ago, every_weeks=None), today=TODAY).state for ago in (92, 93)]

    assert found == [KEPT, DUE]


def test_a_meeting_to_note_comes_before_one_to_come() -> None:
    planned = Meetings(last_on=None, to_note=None, planned=MEETING, every_weeks=2)
    past = Dated(uuid7(), TODAY - DAY)
    to_note = Meetings(last_on=None, to_note=past, planned=MEETING, every_weeks=2)

    lines = [communication(found, today=TODAY) for found in (planned, to_note)]

    assert [(line.next_step, line.about, line.due_on) for line in lines] == [
        (NextStep.MEET, MEETING.id, MEETING.on),
        (NextStep.NOTE_MEETING, past.id, past.on),
    ]


def test_an_agreement_is_in_force_ends_soon_waits_or_is_not_there() -> None:
    signed = Dated(uuid7(), date(2026, 1, 1))
    soon = TODAY + 90 * DAY
    cases = [
        Agreed(in_force=signed, ends_on=None, review_on=None, waiting=None),
        Agreed(in_force=signed, ends_on=soon + DAY, review_on=TODAY + DAY, waiting=None),
        Agreed(in_force=signed, ends_on=soon, review_on=TODAY - DAY, waiting=None),
        Agreed(in_force=None, ends_on=None, review_on=None, waiting=signed.id),
        Agreed(in_force=None, ends_on=None, review_on=None, waiting=None),
    ]

    lines = [formal_agreement(one, today=TODAY) for one in cases]

    assert [line.state for line in lines] == [KEPT, KEPT, DUE, NOT_YET, NOT_YET]
    assert [line.due_on for line in lines] == [None, TODAY + DAY, soon, None, None]
    assert [line.about for line in lines] == [*[signed.id] * 4, None]
    assert [line.next_step for line in lines][3:] == [NextStep.LOOK_AT_AGREEMENT, NextStep.DRAFT_AGREEMENT]


def test_each_training_that_was_pledged_is_held_by_its_day() -> None:
    first, second = TODAY - 10 * DAY, TODAY + 10 * DAY
    held = TODAY - 20 * DAY

    lines = [
        joint_training([], [first, second], today=TODAY),
        joint_training([held], [second, first], today=TODAY),
        joint_training([held], [], today=TODAY),
        joint_training([TODAY - 367 * DAY], [], today=TODAY),
        joint_training([], [second], today=TODAY),
    ]

    assert [line.state for line in lines] == [DUE, KEPT, KEPT, DUE, NOT_YET]
    assert [line.due_on for line in lines] == [first, second, None, None, second]


def test_every_open_goal_is_looked_at_within_three_months() -> None:
    lines = [
        shared_goals_looked_at(looked, planned=MEETING, today=TODAY)
        for looked in ([], [None], [TODAY], [TODAY, None], [TODAY, TODAY - 93 * DAY])
    ]

    assert [line.state for line in lines] == [NOT_YET, DUE, KEPT, DUE, DUE]
    assert lines[0].next_step is NextStep.SET_GOAL
    assert (lines[1].about, lines[1].due_on) == (MEETING.id, MEETING.on)
    assert lines[4].last_on == TODAY - 93 * DAY


def test_the_review_is_due_by_its_cycle_from_the_last_or_from_the_beginning() -> None:
    begun_on = date(2026, 1, 31)

    lines = [
        regular_evaluation(last, begun_on=begun_on, every_months=months, today=TODAY)
        for last, months in [(None, 6), (None, 12), (date(2026, 8, 31), 6), (None, None), (TODAY, None)]
    ]

    assert [line.state for line in lines] == [DUE, NOT_YET, KEPT, NOT_YET, KEPT]
    assert [line.due_on for line in lines[:3]] == [date(2026, 7, 31), date(2027, 1, 31), date(2027, 2, 28)]


@given(st.lists(st.dates(date(2020, 1, 1), TODAY)), st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1))))
def test_a_training_is_never_kept_while_one_that_was_pledged_is_past_its_day(
    held: list[date], pledged: list[date]
) -> None:
    line = joint_training(held, pledged, today=TODAY)

    owed = sorted(pledged)[len(held) :]
    assert (line.state is DUE) >= any(day < TODAY for day in owed)
    assert line.last_on == max(held, default=None)
