from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.consent.terms import ASK_KINDS, Kind
from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.words import Period
from kith.partnerships.models import Agreement, Withdrawal
from kith.partnerships.queries.promised import promised
from kith.partnerships.terms import AgreementStatus, VariationStatus
from kith.partnerships.what_is_promised import NOTHING_PROMISED, Promised
from tests.factories.directory import a_service as listed
from tests.factories.partnerships import SYSTEM, a_partner, proposed
from tests.factories.promises import clause, signed, varied

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
A_DAY = timedelta(days=1)
THREE_DAYS = ResponsePromise(days=3, urgent_hours=4)


def a_service(organization_id: UUID, name: str = "Walking group") -> UUID:
    return listed(name, organization_id=organization_id)


def between(
    manager: Viewer, receiver_id: UUID, service_id: UUID | None = None, *, on: date | None = None
) -> Promised:
    assert manager.organization_id is not None
    return promised(
        manager, sender_id=manager.organization_id, receiver_id=receiver_id, service_id=service_id, on=on
    )


def test_what_is_promised_is_read_with_the_clause_that_says_so(manager: Viewer, mosque: UUID) -> None:
    service_id = a_service(mosque)
    answer, again = clause(THREE_DAYS, by=mosque), clause(FollowUpPromise(days=5), by=mosque)
    places = clause(CapacityPledge(places=2, per=Period.WEEK), by=mosque, service=service_id)
    told = DataScope(kinds=ASK_KINDS, keep_days=14)
    agreement_id = signed(manager, mosque, clauses=[answer, again, places, clause(told)])

    found = between(manager, mosque, service_id)

    assert found.agreement_ids == (agreement_id,)
    assert found.response is not None
    assert (found.response.agreement_id, found.response.clause_key) == (agreement_id, answer.key)
    assert found.response.body == THREE_DAYS
    assert found.follow_up is not None
    assert found.follow_up.body == again.body
    assert [owed.clause_key for owed in found.places] == [places.key]
    assert found.told == told
    assert (found.accepts, found.then) == (True, ())


def test_a_clause_for_the_service_comes_before_one_for_all(manager: Viewer, mosque: UUID) -> None:
    ours, other = a_service(mosque), a_service(mosque, "Another")
    quick = clause(ResponsePromise(days=1), by=mosque, service=ours)
    signed(manager, mosque, clauses=[clause(THREE_DAYS, by=mosque), quick])

    found = [between(manager, mosque, service_id).response for service_id in (ours, other, None)]

    assert [owed.body.days if owed else None for owed in found] == [1, 3, 3]


def test_a_service_takes_asks_from_those_it_names(manager: Viewer, mosque: UUID) -> None:
    shelter, choir = a_partner(manager, "Shelter"), a_partner(manager, "Choir")
    group = a_service(mosque)
    route = ReferralRoute(accepts_from=(shelter,), then=(choir, shelter))
    signed(manager, mosque, shelter, choir, clauses=[clause(route, by=mosque, service=group)])

    found, elsewhere = between(manager, mosque, group), between(manager, mosque, a_service(mosque, "Lunch"))
    of_shelter = promised(SYSTEM, sender_id=shelter, receiver_id=mosque, service_id=group)

    assert (found.accepts, found.then) == (False, (choir, shelter))
    assert (elsewhere.accepts, of_shelter.accepts) == (True, True)


def suspend(agreement_id: UUID, _organization_id: UUID) -> None:
    Agreement.objects.filter(pk=agreement_id).update(
        status=AgreementStatus.SUSPENDED.value, suspended_at=clock.now()
    )


def end(agreement_id: UUID, _organization_id: UUID) -> None:
    Agreement.objects.filter(pk=agreement_id).update(status=AgreementStatus.ENDED.value, ended_at=clock.now())


def leave(agreement_id: UUID, organization_id: UUID) -> None:
    Withdrawal.objects.create(
        agreement_id=agreement_id,
        organization_id=organization_id,
        last_on=TODAY - A_DAY,
        said_at=clock.now(),
    )


@pytest.mark.parametrize("stop", [suspend, end, leave])
def test_what_is_suspended_ended_or_left_binds_nobody(
    manager: Viewer, mosque: UUID, stop: Callable[[UUID, UUID], None]
) -> None:
    agreement_id = signed(manager, mosque, clauses=[clause(THREE_DAYS, by=mosque)])

    stop(agreement_id, mosque)

    assert between(manager, mosque) == NOTHING_PROMISED


def test_who_leaves_is_bound_to_the_end_of_the_last_day_and_the_others_after_it(
    manager: Viewer, mosque: UUID
) -> None:
    shelter = a_partner(manager, "Shelter")
    agreement_id = signed(
        manager, mosque, shelter, clauses=[clause(THREE_DAYS, by=mosque), clause(THREE_DAYS, by=shelter)]
    )
    leave(agreement_id, mosque)

    assert between(manager, mosque, on=TODAY - A_DAY).agreement_ids == (agreement_id,)
    assert between(manager, mosque).agreement_ids == ()
    assert between(manager, shelter).agreement_ids == (agreement_id,)


def test_what_is_on_the_table_promises_nothing(manager: Viewer, mosque: UUID) -> None:
    proposed(manager, mosque, promises={mosque: 2})

    assert between(manager, mosque) == NOTHING_PROMISED


@pytest.mark.parametrize(
    "zone, hour, is_bound",
    [
        ("Pacific/Kiritimati", 9, False),
        ("Pacific/Kiritimati", 10, True),
        ("UTC", 23, False),
        ("America/Los_Angeles", 23, False),
    ],
)
def test_today_is_where_the_agreement_is(
    manager: Viewer, mosque: UUID, zone: str, hour: int, is_bound: bool
) -> None:
    agreement_id = signed(manager, mosque, clauses=[clause(THREE_DAYS, by=mosque)], starts_on=TODAY + A_DAY)
    Agreement.objects.filter(pk=agreement_id).update(timezone=zone)

    with clock.at(datetime(2026, 11, 24, hour, 30, tzinfo=UTC)):
        found = between(manager, mosque)

    assert bool(found.agreement_ids) == is_bound


def test_an_agreement_holds_to_the_end_of_its_last_day_where_it_is(manager: Viewer, mosque: UUID) -> None:
    agreement_id = signed(manager, mosque, clauses=[clause(THREE_DAYS, by=mosque)], ends_on=TODAY)
    Agreement.objects.filter(pk=agreement_id).update(timezone="America/Los_Angeles")

    with clock.at(datetime(2026, 11, 25, 7, 59, tzinfo=UTC)):
        before = between(manager, mosque)
    with clock.at(datetime(2026, 11, 25, 8, 0, tzinfo=UTC)):
        after = between(manager, mosque)

    assert (bool(before.agreement_ids), bool(after.agreement_ids)) == (True, False)


def test_an_agreed_variation_stands_in_place_of_the_clause_on_its_days(manager: Viewer, mosque: UUID) -> None:
    said = clause(THREE_DAYS, by=mosque)
    agreement_id = signed(manager, mosque, clauses=[said])
    first, last = TODAY, TODAY + 6 * A_DAY
    variation_id = varied(agreement_id, said, {"days": 10}, first_on=first, last_on=last)

    days = [first - A_DAY, first, last, last + A_DAY]
    found = [between(manager, mosque, on=day).response for day in days]

    assert [owed.body.days if owed else None for owed in found] == [3, 10, 10, 3]
    assert [owed.varied_by if owed else None for owed in found] == [None, variation_id, variation_id, None]
    assert [owed.varied_until if owed else None for owed in found] == [None, last, last, None]


@pytest.mark.parametrize(
    "status", [VariationStatus.ASKED, VariationStatus.NOT_AGREED, VariationStatus.TAKEN_BACK]
)
def test_a_variation_that_was_not_agreed_changes_nothing(
    manager: Viewer, mosque: UUID, status: VariationStatus
) -> None:
    said = clause(THREE_DAYS, by=mosque)
    agreement_id = signed(manager, mosque, clauses=[said])
    varied(agreement_id, said, {"days": 10}, first_on=TODAY, last_on=TODAY, status=status)

    found = between(manager, mosque).response

    assert found is not None
    assert (found.body, found.varied_by) == (THREE_DAYS, None)


def test_of_two_variations_the_one_agreed_last_holds(manager: Viewer, mosque: UUID) -> None:
    said = clause(THREE_DAYS, by=mosque)
    agreement_id = signed(manager, mosque, clauses=[said])
    varied(agreement_id, said, {"days": 10}, first_on=TODAY, last_on=TODAY)
    with clock.at(clock.now() + timedelta(minutes=1)):
        varied(agreement_id, said, {"days": 5}, first_on=TODAY - A_DAY, last_on=TODAY)

    found = between(manager, mosque).response

    assert found is not None
    assert found.body.days == 5


def test_who_takes_no_part_is_promised_nothing_to_look_at(
    manager: Viewer, mosque: UUID, stranger: Viewer
) -> None:
    signed(manager, mosque, clauses=[clause(THREE_DAYS, by=mosque), clause(DataScope(kinds=frozenset(Kind)))])
    assert manager.organization_id is not None

    found = promised(stranger, sender_id=manager.organization_id, receiver_id=mosque, service_id=None)

    assert found == NOTHING_PROMISED


def test_it_takes_two_statements_however_many_agreements_bind(manager: Viewer, mosque: UUID) -> None:
    for _ in range(4):
        said = clause(THREE_DAYS, by=mosque)
        agreement_id = signed(manager, mosque, clauses=[said, clause(DataScope(kinds=ASK_KINDS))])
        varied(agreement_id, said, {"days": 10}, first_on=TODAY, last_on=TODAY)

    with CaptureQueriesContext(connection) as many:
        found = between(manager, mosque)

    assert len(found.agreement_ids) == 4
    assert len(many) <= 2


def test_where_nothing_binds_one_statement_is_enough(manager: Viewer, mosque: UUID) -> None:
    with CaptureQueriesContext(connection) as few:
        between(manager, mosque)

    assert len(few) == 1
