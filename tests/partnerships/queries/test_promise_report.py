"""The promise report: one and the same for both sides, and for nobody else."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.errors import NotFound
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.queries.promise_report import PromiseReport, promise_report
from kith.partnerships.terms import PromiseResult
from tests.environment import scaled
from tests.factories.partnerships import SYSTEM, a_member, an_organization
from tests.partnerships.outcomes import SINCE, an_outcome, outcomes_by_chance

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 11, 1), date(2026, 12, 20)


def the_report(viewer: Viewer, one: UUID, other: UUID) -> PromiseReport:
    return promise_report(viewer, organization_id=one, other_id=other, since=FIRST, until=LAST)


@pytest.mark.parametrize("seed", range(scaled(200, least=10)))
def test_both_sides_see_the_same_whatever_happened(
    seed: int, manager: Viewer, coordinator: Viewer, clinic: UUID, mosque: UUID
) -> None:
    outcomes_by_chance(seed, clinic, mosque, an_organization("Housing charity"))

    ours, theirs = the_report(manager, clinic, mosque), the_report(coordinator, clinic, mosque)

    assert ours == theirs == the_report(SYSTEM, clinic, mosque)
    turned = the_report(coordinator, mosque, clinic)
    assert (turned.by_first, turned.by_other) == (ours.by_other, ours.by_first)


def test_it_counts_only_what_passed_between_the_two(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    third = an_organization("Housing charity")
    an_outcome(mosque, clinic)
    an_outcome(third, clinic)
    an_outcome(mosque, third)

    report = the_report(manager, clinic, mosque)

    assert [line.asked for line in report.by_other] == [1]
    assert report.by_first == ()


def test_it_counts_from_the_first_to_the_last_day(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    for asked_at in ("2026-10-31T23:59Z", "2026-11-01T00:00Z", "2026-12-20T23:59Z", "2026-12-21T00:00Z"):
        an_outcome(mosque, clinic, asked_at=SINCE.fromisoformat(asked_at))

    (line,) = the_report(manager, clinic, mosque).by_other

    assert line.asked == 2


@pytest.mark.parametrize("role", Role)
def test_everybody_else_gets_nothing(role: Role, clinic: UUID, mosque: UUID) -> None:
    other = a_member(an_organization("Harbour Legal Aid"), role)
    for viewer in (other, Viewer.nobody(Door.PUBLIC)):
        with pytest.raises(NotFound):
            the_report(viewer, clinic, mosque)


@pytest.mark.parametrize("role", [Role.CURATOR, Role.EVALUATOR, Role.PRIVACY_OFFICER])
def test_roles_that_read_no_agreements_read_no_report(role: Role, clinic: UUID, mosque: UUID) -> None:
    with pytest.raises(NotFound):
        the_report(a_member(clinic, role), clinic, mosque)


def test_nothing_of_a_request_or_a_person_is_in_it(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    outcomes_by_chance(7, clinic, mosque)

    words = str(asdict(the_report(manager, clinic, mosque)))

    for row in PromiseOutcome.objects.all():
        assert str(row.source_id) not in words
        assert str(row.pk) not in words


def test_it_takes_two_statements_however_much_there_was(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    outcomes_by_chance(8, clinic, mosque, count=60)
    the_report(manager, clinic, mosque)

    with CaptureQueriesContext(connection) as few:
        the_report(manager, clinic, mosque)

    assert len([q for q in few if "promise_outcome" in q["sql"]]) == 2


def test_the_words_of_the_code_are_never_those_of_blame() -> None:
    for result in PromiseResult:
        assert result.value not in {"breach", "late", "score", "failed"}
