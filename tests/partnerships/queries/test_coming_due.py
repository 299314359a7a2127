"""Which agreements come due for whom, on the page and in the routine mail."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.note_review import note_review
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clauses.meeting import ReviewCycle
from kith.partnerships.due import DueKind
from kith.partnerships.listeners.write_routine_mail import write_routine_mail
from kith.partnerships.queries.agreements_coming_due import agreements_coming_due
from kith.partnerships.queries.due_lines import due_lines
from kith.post.models import OutgoingMessage
from tests.factories.living import living, offered, owed
from tests.factories.partnerships import a_contact, a_member, a_partner
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

TODAY = TUESDAY.date()
WORKER = Viewer.system(Door.WORKER)
REMINDERS = 3


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def test_the_nearest_day_comes_first_and_nothing_that_is_not_signed(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    far = living(manager, [mosque], ends_on=day(20), review_on=day(12))
    near = living(manager, [mosque], ends_on=day(5))
    living(manager, [mosque], ends_on=day(200))
    offered(manager, [mosque], ends_on=day(2))

    found = agreements_coming_due(manager, organization_id=clinic)

    assert [(line.agreement_id, line.near.kind, line.near.threshold) for line in found] == [
        (near, DueKind.END, 7),
        (far, DueKind.REVIEW, 14),
        (far, DueKind.END, 30),
    ]


def test_only_those_who_are_bound_are_reminded(
    manager: Viewer, clinic: UUID, mosque: UUID, coordinator: Viewer, stranger: Viewer
) -> None:
    shelter = a_partner(manager, "Shelter")
    one = living(manager, [mosque, shelter], ends_on=day(5))
    withdraw_from_agreement(coordinator, agreement_id=one, last_on=day(1), words="")

    assert not agreements_coming_due(coordinator, organization_id=mosque)
    assert not agreements_coming_due(stranger, organization_id=clinic)
    assert not agreements_coming_due(a_member(clinic, Role.EVALUATOR), organization_id=clinic)
    assert len(agreements_coming_due(manager, organization_id=clinic)) == 1


def test_a_review_that_was_held_is_due_no_more_until_the_cycle_says_so(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    cycle = owed(None, ReviewCycle(every_months=2, remind_days=(10,)))
    one = living(manager, [mosque], [cycle], review_on=day(3))
    assert len(agreements_coming_due(manager, organization_id=clinic)) == 1

    note_review(
        manager,
        agreement_id=one,
        held_on=TODAY,
        came=[clinic],
        works="All well.",
        to_change="",
        next_on=None,
    )

    assert not agreements_coming_due(manager, organization_id=clinic)
    with clock.at(TUESDAY + timedelta(days=55)):
        [line] = agreements_coming_due(manager, organization_id=clinic)
        assert line.near.due_on == date(2027, 1, 24)


def test_each_reminder_is_one_line_of_the_routine_mail_once(manager: Viewer, mosque: UUID) -> None:
    a_contact(manager, mosque)
    living(manager, [mosque], ends_on=day(85))

    for number in range(86):
        with clock.at(TUESDAY + timedelta(days=number)):
            write_routine_mail(WORKER)

    bodies = [mail.body for mail in OutgoingMessage.objects.order_by("queued_at", "pk")]
    assert sum("“Living well together” ends on 17 February 2027" in body for body in bodies) == REMINDERS


def test_a_day_that_is_over_is_no_line(manager: Viewer, mosque: UUID) -> None:
    living(manager, [mosque], ends_on=day(1))

    assert len(due_lines(WORKER, organization_id=mosque)) == 1
    with clock.at(TUESDAY + timedelta(days=2)):
        assert due_lines(WORKER, organization_id=mosque) == []
