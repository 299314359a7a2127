"""What became of a promise is kept under the clause that held, and agreed departures are not lateness."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import Denied
from kith.core.ids import uuid7
from kith.core.viewer import Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.note_promise import note_promise
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.models import Clause, PromiseOutcome, Variation, Withdrawal
from kith.partnerships.promise_told import PromiseTold
from kith.partnerships.terms import PromiseResult, VariationReason, VariationStatus
from tests.factories.care import a_service
from tests.factories.partnerships import SYSTEM, events_of_kind, in_force

pytestmark = pytest.mark.django_db
MONDAY = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
DUE = datetime(2027, 3, 3, 17, tzinfo=UTC)


@pytest.fixture
def told(clinic: UUID, mosque: UUID) -> PromiseTold:
    """The mosque was asked by the clinic on a Monday and has promised two days."""
    return PromiseTold(
        source_id=uuid7(),
        kind=ClauseKind.RESPONSE_PROMISE,
        promiser_id=mosque,
        towards_id=clinic,
        service_id=a_service(mosque, "Walking group", places=None),
        asked_at=MONDAY,
        is_promised=True,
        due_at=DUE,
        answered_at=None,
        answer="",
        closed_at=None,
    )


def noted(told: PromiseTold) -> PromiseOutcome:
    return PromiseOutcome.objects.get(pk=note_promise(SYSTEM, told=told))


def a_variation(agreement_id: UUID, *, days: int, status: VariationStatus = VariationStatus.AGREED) -> None:
    clause = Clause.objects.get(kind=ClauseKind.RESPONSE_PROMISE.value)
    Variation.objects.create(
        agreement_id=agreement_id,
        clause_key=clause.key,
        organization_id=clause.organization_id,
        status=status.value,
        reason=VariationReason.STAFF_AWAY.value,
        terms={"days": days, "urgent_hours": None},
        first_on=date(2027, 3, 2),
        last_on=date(2027, 3, 5),
        asked_at=MONDAY,
    )


def test_it_is_kept_under_the_clause_that_held_when_it_was_asked(
    manager: Viewer, mosque: UUID, told: PromiseTold
) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    with clock.at(MONDAY + timedelta(days=5)):
        end_agreement(manager, agreement_id=agreement_id)

    row = noted(told)

    assert row.agreement_id == agreement_id
    assert row.clause_key == Clause.objects.get(kind=ClauseKind.RESPONSE_PROMISE.value).key


def test_nothing_holds_that_was_signed_or_made_later(
    manager: Viewer, mosque: UUID, told: PromiseTold
) -> None:
    with clock.at(MONDAY + timedelta(days=1)):
        in_force(manager, mosque, promises={mosque: 2})

    assert noted(told).clause_key is None


def test_nothing_holds_that_ended_before(manager: Viewer, mosque: UUID, told: PromiseTold) -> None:
    end_agreement(manager, agreement_id=in_force(manager, mosque, promises={mosque: 2}))
    in_force(manager, mosque, promises={mosque: 2}, ends_on=date(2027, 2, 28))

    assert noted(told).clause_key is None


def test_who_left_before_is_bound_no_more(manager: Viewer, mosque: UUID, told: PromiseTold) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    Withdrawal.objects.create(
        agreement_id=agreement_id, organization_id=mosque, last_on=date(2027, 2, 28), said_at=MONDAY
    )

    assert noted(told).clause_key is None


def test_where_nobody_promised_there_is_no_clause(manager: Viewer, mosque: UUID, told: PromiseTold) -> None:
    in_force(manager, mosque, promises={mosque: 2})

    row = noted(replace(told, is_promised=False, due_at=None, answered_at=DUE, answer="yes"))

    assert (row.clause_key, row.result) == (None, PromiseResult.NO_CLOCK.value)


def test_an_agreed_variation_is_not_lateness(manager: Viewer, mosque: UUID, told: PromiseTold) -> None:
    a_variation(in_force(manager, mosque, promises={mosque: 2}), days=5)

    row = noted(replace(told, answered_at=DUE + timedelta(days=2), answer="yes"))

    assert row.is_varied
    assert row.due_at == datetime(2027, 3, 8, 17, tzinfo=UTC)
    assert row.result == PromiseResult.IN_TIME.value


def test_past_the_varied_time_is_past(manager: Viewer, mosque: UUID, told: PromiseTold) -> None:
    a_variation(in_force(manager, mosque, promises={mosque: 2}), days=5)

    assert noted(replace(told, answered_at=DUE + timedelta(days=9))).result == PromiseResult.PAST.value


def test_a_variation_that_was_only_asked_for_changes_nothing(
    manager: Viewer, mosque: UUID, told: PromiseTold
) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    a_variation(agreement_id, days=5, status=VariationStatus.ASKED)

    row = noted(replace(told, answered_at=DUE + timedelta(days=2)))

    assert (row.is_varied, row.result) == (False, PromiseResult.PAST.value)


def test_telling_it_again_keeps_one_row_and_records_only_news(
    manager: Viewer, mosque: UUID, told: PromiseTold
) -> None:
    in_force(manager, mosque, promises={mosque: 2})
    for one in (told, told, replace(told, answered_at=DUE), replace(told, answered_at=DUE)):
        noted(one)

    assert PromiseOutcome.objects.count() == 1
    said = [event.payload["result"] for event in events_of_kind("partnerships.promise_noted")]
    assert said == [PromiseResult.WAITING.value, PromiseResult.IN_TIME.value]


def test_only_kith_itself_writes_it(manager: Viewer, told: PromiseTold) -> None:
    with pytest.raises(Denied):
        note_promise(manager, told=told)
