"""The monthly promise report is a line of the one routine mail."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.send_routine_mail import send_routine_mail
from kith.partnerships.models import PartnerContact
from kith.partnerships.queries.promise_report import promise_report
from kith.partnerships.queries.report_lines import report_lines
from kith.partnerships.queries.routine_lines_for import routine_lines_for
from kith.partnerships.terms import PromiseResult
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import a_contact, a_member, a_partner
from tests.partnerships.outcomes import an_outcome

pytestmark = pytest.mark.django_db

WORKER = Viewer.system(Door.WORKER)
OCTOBER, NOVEMBER = datetime(2026, 10, 5, 12, tzinfo=UTC), datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_october(mosque: UUID, clinic: UUID) -> None:
    """The mosque was asked three times, the clinic once; in November once more."""
    an_outcome(mosque, clinic, asked_at=OCTOBER)
    an_outcome(mosque, clinic, asked_at=OCTOBER)
    an_outcome(mosque, clinic, asked_at=OCTOBER, result=PromiseResult.PAST, is_varied=True)
    an_outcome(clinic, mosque, asked_at=OCTOBER, result=PromiseResult.NO_CLOCK)
    an_outcome(mosque, clinic, asked_at=NOVEMBER)


def words(organization_id: UUID) -> list[str]:
    return [line.words for line in report_lines(WORKER, organization_id=organization_id)]


def test_it_says_what_was_promised_last_month_and_what_came_of_it(mosque: UUID) -> None:
    assert words(mosque) == [
        (
            "What was promised in October 2026, and what came of it:\n"
            "You, towards Northgate Clinic. Answers in time: asked 3."
            " Of these in time: 2, past the promised time: 1, another time was agreed: 1.\n"
            "Northgate Clinic, towards you. Answers in time: asked 1. Of these without a promised time: 1."
        )
    ]


def test_the_counts_are_those_that_the_other_side_sees(mosque: UUID, manager: Viewer, clinic: UUID) -> None:
    report = promise_report(
        manager,
        organization_id=mosque,
        other_id=clinic,
        since=OCTOBER.date().replace(day=1),
        until=OCTOBER.date().replace(day=31),
    )

    (kept,) = report.by_first
    assert (
        f"asked {kept.asked}. Of these in time: {kept.in_time}, past the promised time: {kept.past}"
        in (words(mosque)[0])
    )


def test_each_of_several_is_told_by_name(mosque: UUID, manager: Viewer) -> None:
    for name in ("Shelter", "Bread House"):
        an_outcome(mosque, a_partner(manager, name), asked_at=OCTOBER)

    assert [line.split("towards ")[1].split(".")[0] for line in words(mosque)] == [
        "Bread House",
        "Northgate Clinic",
        "Shelter",
    ]


def test_where_somebody_signs_in_no_line_is_written(mosque: UUID) -> None:
    a_member(mosque, Role.COORDINATOR)

    assert words(mosque) == []


def test_a_month_without_promises_is_no_line(mosque: UUID) -> None:
    with clock.at(datetime(2026, 10, 20, tzinfo=UTC)):
        assert words(mosque) == []
    with clock.at(datetime(2026, 12, 2, tzinfo=UTC)):
        assert [line.split(",")[0] for line in words(mosque)] == ["What was promised in November 2026"]


def test_it_goes_with_the_weekly_mail_in_the_readers_language_and_once(mosque: UUID, manager: Viewer) -> None:
    a_contact(manager, mosque)
    PartnerContact.objects.update(language="fr")
    lines = [
        line for line in routine_lines_for(WORKER, organization_id=mosque) if line.key.startswith("report:")
    ]

    send_routine_mail(WORKER, organization_id=mosque, lines=lines)

    (mail,) = OutgoingMessage.objects.filter(organization_id=mosque)
    assert "Ce qui a été promis en octobre 2026" in mail.body
    assert "à temps : 2" in mail.body
    again = routine_lines_for(WORKER, organization_id=mosque)
    assert not [line for line in again if line.key.startswith("report:")]
    assert all(len(line.key) <= 120 for line in lines)
