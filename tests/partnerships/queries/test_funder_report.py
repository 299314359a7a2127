"""A funder sees the agreed measures of whole periods, without small numbers, and nothing else."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.clause_terms import Measure
from kith.partnerships.clauses.sharing import ReportingScope
from kith.partnerships.queries.funder_report import funder_report
from kith.partnerships.terms import PromiseResult
from tests.factories.partnerships import a_member, an_organization
from tests.factories.promises import clause, signed
from tests.partnerships.outcomes import an_outcome

pytestmark = pytest.mark.django_db
JANUARY = datetime(2026, 1, 15, 12, tzinfo=UTC)
MARCH = datetime(2026, 3, 10, 12, tzinfo=UTC)
BOTH = frozenset({Measure.ASKED, Measure.TAKEN, Measure.HELPED})


def reports(manager: Viewer, funder: UUID, measures: frozenset[Measure] = BOTH) -> UUID:
    scope = ReportingScope(measures=measures, every_months=1)
    return signed(manager, funder, clauses=[clause(scope, by=manager.organization_id, to=funder)])


@pytest.fixture
def funder(db: None) -> Viewer:
    return a_member(an_organization("City Council"), Role.PARTNERSHIP_MANAGER)


def asked(clinic: UUID, mosque: UUID, *, yes: int, no: int, at: datetime = JANUARY) -> None:
    for answer, count in (("yes", yes), ("not_now", no)):
        for _turn in range(count):
            an_outcome(clinic, mosque, answer=answer, result=PromiseResult.IN_TIME, asked_at=at)


def test_it_counts_the_agreed_measures_of_each_whole_month(
    manager: Viewer, funder: Viewer, clinic: UUID, mosque: UUID
) -> None:
    assert funder.organization_id is not None
    reports(manager, funder.organization_id)
    asked(clinic, mosque, yes=7, no=6)
    asked(clinic, mosque, yes=3, no=6, at=MARCH)

    with clock.at(MARCH):
        (report,) = funder_report(funder, organization_id=clinic)

    assert [period.first_on for period in report.periods] == [date(2026, 2, 1), date(2026, 1, 1)]
    assert report.periods[1].counts == {Measure.ASKED: 13, Measure.TAKEN: 7}
    assert report.periods[0].counts == {Measure.ASKED: 0, Measure.TAKEN: 0}
    assert report.not_counted == (Measure.HELPED,)


def test_small_numbers_and_what_would_give_them_away_are_not_told(
    manager: Viewer, funder: Viewer, clinic: UUID, mosque: UUID
) -> None:
    assert funder.organization_id is not None
    reports(manager, funder.organization_id)
    asked(clinic, mosque, yes=9, no=2)

    with clock.at(MARCH):
        (report,) = funder_report(funder, organization_id=clinic)

    assert report.periods[1].counts == {Measure.ASKED: 11, Measure.TAKEN: None}


def test_nobody_else_sees_it(
    manager: Viewer, coordinator: Viewer, stranger: Viewer, funder: Viewer, clinic: UUID
) -> None:
    assert funder.organization_id is not None
    reports(manager, funder.organization_id)
    evaluator = a_member(funder.organization_id, Role.EVALUATOR)

    for viewer in (coordinator, stranger, evaluator, Viewer.nobody(Door.PUBLIC)):
        with pytest.raises(NotFound):
            funder_report(viewer, organization_id=clinic)


def test_when_the_agreement_ends_so_does_the_report(manager: Viewer, funder: Viewer, clinic: UUID) -> None:
    assert funder.organization_id is not None
    agreement_id = reports(manager, funder.organization_id)
    end_agreement(manager, agreement_id=agreement_id)

    with pytest.raises(NotFound):
        funder_report(funder, organization_id=clinic)
