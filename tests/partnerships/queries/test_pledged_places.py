"""Places that one keeps for another, and how many were taken."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import Period
from kith.partnerships.clauses.places import CapacityPledge
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.periods import period_of
from kith.partnerships.queries.pledged_places import pledged_places
from tests.factories.care import a_service
from tests.factories.partnerships import an_organization
from tests.factories.promises import clause, signed, varied
from tests.partnerships.conftest import TUESDAY
from tests.partnerships.outcomes import an_outcome

MONDAY = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


def answered(row: PromiseOutcome, at: datetime) -> None:
    PromiseOutcome.objects.filter(pk=row.pk).update(answered_at=at)


@pytest.mark.django_db
def test_both_sides_see_how_many_of_this_week_are_taken(
    manager: Viewer, coordinator: Viewer, clinic: UUID, mosque: UUID
) -> None:
    service = a_service(mosque, "Walking group", places=None)
    other = a_service(mosque, "Tea room", places=None)
    pledge = clause(CapacityPledge(places=4, per=Period.WEEK), by=mosque, to=clinic, service=service)
    signed(manager, mosque, clauses=[pledge])
    for service_id, answer, at in (
        (service, "yes", MONDAY),
        (service, "yes", TUESDAY),
        (service, "yes", MONDAY - timedelta(seconds=1)),
        (service, "not_now", TUESDAY),
        (other, "yes", TUESDAY),
    ):
        answered(an_outcome(mosque, clinic, service_id=service_id, answer=answer), at)

    (found,) = pledged_places(manager, organization_id=mosque, other_id=clinic)

    assert (found.places, found.taken, found.per) == (4, 2, Period.WEEK)
    assert (found.first_on, found.last_on) == (date(2026, 11, 23), date(2026, 11, 29))
    assert pledged_places(coordinator, organization_id=mosque, other_id=clinic) == [found]


@pytest.mark.django_db
def test_what_was_answered_before_the_first_day_takes_no_place(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    pledge = clause(CapacityPledge(places=4, per=Period.MONTH), by=mosque)
    signed(manager, mosque, clauses=[pledge], starts_on=TUESDAY.date())
    for at in (MONDAY, TUESDAY):
        answered(an_outcome(mosque, clinic, answer="yes"), at)

    (found,) = pledged_places(manager, organization_id=mosque, other_id=clinic)

    assert (found.taken, found.first_on) == (1, TUESDAY.date())


@pytest.mark.django_db
def test_another_number_that_was_agreed_for_a_while_counts(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    pledge = clause(CapacityPledge(places=4, per=Period.MONTH), by=mosque)
    agreement_id = signed(manager, mosque, clauses=[pledge])
    varied(
        agreement_id,
        pledge,
        {"places": 1},
        first_on=TUESDAY.date(),
        last_on=TUESDAY.date(),
    )

    (found,) = pledged_places(manager, organization_id=mosque, other_id=clinic)

    assert (found.places, found.is_varied, found.last_on) == (1, True, date(2026, 11, 30))


@pytest.mark.django_db
def test_nobody_else_sees_it(stranger: Viewer, clinic: UUID, mosque: UUID) -> None:
    with pytest.raises(NotFound):
        pledged_places(stranger, organization_id=mosque, other_id=clinic)


@pytest.mark.django_db
def test_what_is_kept_for_a_third_is_not_ours(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    third = an_organization("Housing charity")
    pledge = clause(CapacityPledge(places=4, per=Period.WEEK), by=mosque, to=third)
    signed(manager, mosque, third, clauses=[pledge])

    assert pledged_places(manager, organization_id=mosque, other_id=clinic) == []


@given(on=st.dates(date(2000, 1, 1), date(2100, 1, 1)), per=st.sampled_from(Period))
def test_a_day_lies_in_its_period_and_the_next_begins_where_it_ends(on: date, per: Period) -> None:
    first, after = period_of(per, on)

    assert first <= on < after
    assert period_of(per, after)[0] == after
    assert period_of(per, after - timedelta(days=1)) == (first, after)
