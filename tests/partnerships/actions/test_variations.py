"""Changing for a while what was agreed: asking, answering, taking back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from kith.core import clock
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.answer_variation import answer_variation
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.settle_variation import settle_variation
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.take_back_variation import take_back_variation
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.clauses.stated import StatedClause, Tolerance
from kith.partnerships.errors import BadClause
from kith.partnerships.life_errors import (
    AlreadyAnswered,
    BadVariationDays,
    CannotVary,
    NothingChanges,
    NotOurClause,
    VariationInPause,
    VariationOverlaps,
    WordsMissing,
)
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.models import AgreementParty, Clause, Variation, Version
from kith.partnerships.stored import wording_of
from kith.partnerships.terms import VariationReason
from tests.factories.living import living, owed
from tests.factories.partnerships import a_member, a_partner, events_of_kind
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

TODAY = TUESDAY.date()


def day(number: int) -> date:
    """So many days after today."""
    return TODAY + timedelta(days=number)


@pytest.fixture
def shelter(manager: Viewer) -> UUID:
    return a_partner(manager, "Shelter")


@pytest.fixture
def promise(mosque: UUID) -> StatedClause:
    """The mosque answers all others within two days; a change by one day for a week needs no answer."""
    return owed(mosque, ResponsePromise(days=2), tolerance=Tolerance(days=7, by=1))


@pytest.fixture
def agreement(manager: Viewer, mosque: UUID, shelter: UUID, promise: StatedClause) -> UUID:
    return living(
        manager, [mosque, shelter], [promise, owed(mosque, ReferralRoute())], ends_on=date(2027, 6, 30)
    )


@pytest.fixture
def at_the_shelter(shelter: UUID) -> Viewer:
    return a_member(shelter, Role.COORDINATOR)


def ask(
    viewer: Viewer,
    agreement_id: UUID,
    clause: StatedClause,
    changes: Mapping[str, object] = {"days": 5},
    *,
    words: str = "Ramadan.",
    first: int = 1,
    last: int = 30,
) -> Variation:
    variation_id = ask_variation(
        viewer,
        agreement_id=agreement_id,
        clause_key=clause.key,
        changes=changes,
        reason=VariationReason.HOLY_DAYS,
        words=words,
        first_on=day(first),
        last_on=day(last),
    )
    return Variation.objects.get(pk=variation_id)


def test_a_change_for_a_while_waits_until_all_others_have_said_yes(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer, at_the_shelter: Viewer
) -> None:
    asked = ask(coordinator, agreement, promise)
    assert (asked.status, asked.is_within_tolerance, asked.terms) == (
        "asked",
        False,
        {"days": 5, "urgent_hours": None},
    )

    assert answer_variation(manager, variation_id=asked.pk, is_yes=True, words="") is False
    assert answer_variation(at_the_shelter, variation_id=asked.pk, is_yes=True, words="Of course.") is True

    asked.refresh_from_db()
    assert asked.status == "agreed"
    [event] = events_of_kind("partnerships.variation_agreed")
    assert event.payload == {
        "agreement_id": str(agreement),
        "clause_key": str(promise.key),
        "first_on": str(day(1)),
        "last_on": str(day(30)),
        "is_within_tolerance": False,
    }
    assert len(events_of_kind("partnerships.variation_asked")) == 1


def test_one_no_with_its_reason_is_enough(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer, at_the_shelter: Viewer
) -> None:
    asked = ask(coordinator, agreement, promise)
    with pytest.raises(WordsMissing):
        answer_variation(manager, variation_id=asked.pk, is_yes=False, words=" ")

    assert answer_variation(manager, variation_id=asked.pk, is_yes=False, words="Too long for us.") is True

    asked.refresh_from_db()
    assert asked.status == "not_agreed"
    assert len(events_of_kind("partnerships.variation_not_agreed")) == 1
    with pytest.raises(StatusConflict):
        answer_variation(at_the_shelter, variation_id=asked.pk, is_yes=True, words="")


def test_a_clause_that_names_one_side_asks_that_side_alone(
    manager: Viewer, clinic: UUID, shelter: UUID, coordinator: Viewer, at_the_shelter: Viewer
) -> None:
    mosque = coordinator.organization_id
    assert mosque is not None
    promise = owed(mosque, ResponsePromise(days=2), to=clinic)
    asked = ask(coordinator, living(manager, [mosque, shelter], [promise]), promise)

    with pytest.raises(Denied):
        answer_variation(at_the_shelter, variation_id=asked.pk, is_yes=True, words="")
    assert answer_variation(manager, variation_id=asked.pk, is_yes=True, words="") is True


def test_within_the_tolerance_it_is_agreed_at_once(
    agreement: UUID, promise: StatedClause, coordinator: Viewer
) -> None:
    asked = ask(coordinator, agreement, promise, {"days": 3}, last=7)

    assert (asked.status, asked.is_within_tolerance, asked.settled_at) == ("agreed", True, TUESDAY)
    [event] = events_of_kind("partnerships.variation_agreed")
    assert event.payload["is_within_tolerance"] is True


@pytest.mark.parametrize(("days", "last"), [(4, 7), (3, 8)])
def test_a_larger_or_longer_change_is_asked(
    days: int, last: int, agreement: UUID, promise: StatedClause, coordinator: Viewer
) -> None:
    assert ask(coordinator, agreement, promise, {"days": days}, last=last).status == "asked"


def test_small_changes_in_a_row_add_up(agreement: UUID, promise: StatedClause, coordinator: Viewer) -> None:
    found = [
        ask(coordinator, agreement, promise, {"days": 3}, first=first, last=last).status
        for first, last in [(1, 7), (8, 8), (20, 26)]
    ]

    assert found == ["agreed", "asked", "agreed"]


def test_only_who_owes_it_asks(
    agreement: UUID, promise: StatedClause, manager: Viewer, mosque: UUID, stranger: Viewer
) -> None:
    for viewer, error in [
        (manager, NotOurClause),
        (a_member(mosque, Role.NAVIGATOR), Denied),
        (stranger, NotFound),
    ]:
        with pytest.raises(error):
            ask(viewer, agreement, promise)


def test_what_cannot_be_asked_says_why(agreement: UUID, promise: StatedClause, coordinator: Viewer) -> None:
    for changes, error in [
        ({"days": 2}, NothingChanges),
        ({"days": 99}, BadClause),
        ({"kinds": []}, CannotVary),
    ]:
        with pytest.raises(error):
            ask(coordinator, agreement, promise, changes)
    with pytest.raises(WordsMissing):
        ask(coordinator, agreement, promise, words="  ")
    with pytest.raises(NotFound):
        ask(coordinator, agreement, owed(None, ReferralRoute()))
    assert not Variation.objects.exists()


@pytest.mark.parametrize(("first", "last"), [(-1, 5), (5, 4), (1, 400), (200, 219)])
def test_the_days_lie_ahead_in_order_and_inside_the_agreement(
    first: int, last: int, agreement: UUID, promise: StatedClause, coordinator: Viewer
) -> None:
    with pytest.raises(BadVariationDays):
        ask(coordinator, agreement, promise, first=first, last=last)


def test_who_leaves_changes_nothing_after_its_last_day(
    agreement: UUID, promise: StatedClause, coordinator: Viewer
) -> None:
    withdraw_from_agreement(coordinator, agreement_id=agreement, last_on=day(10), words="")

    with pytest.raises(BadVariationDays):
        ask(coordinator, agreement, promise, last=11)
    assert ask(coordinator, agreement, promise, last=10).status == "asked"


def test_one_change_at_a_time(agreement: UUID, promise: StatedClause, coordinator: Viewer) -> None:
    asked = ask(coordinator, agreement, promise, first=5, last=9)

    for first, last in [(1, 5), (9, 12), (6, 7), (1, 20)]:
        with pytest.raises(VariationOverlaps):
            ask(coordinator, agreement, promise, first=first, last=last)
    take_back_variation(coordinator, variation_id=asked.pk)
    assert ask(coordinator, agreement, promise, first=1, last=20).status == "asked"


def test_in_a_pause_no_clock_runs_so_nothing_is_changed(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, mosque: UUID
) -> None:
    pause_asks(coordinator, organization_id=mosque, until=day(3))

    with pytest.raises(VariationInPause):
        ask(coordinator, agreement, promise, first=3)
    assert ask(coordinator, agreement, promise, first=4).status == "asked"


def test_a_suspended_agreement_is_not_changed_for_a_while(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer
) -> None:
    suspend_agreement(manager, agreement_id=agreement, reason=SuspendReason.MONEY, words="No money.")

    with pytest.raises(StatusConflict):
        ask(coordinator, agreement, promise)


def test_each_side_answers_once_and_the_asker_not_at_all(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer, stranger: Viewer
) -> None:
    asked = ask(coordinator, agreement, promise)
    answer_variation(manager, variation_id=asked.pk, is_yes=True, words="")

    for viewer, error in [(manager, AlreadyAnswered), (coordinator, Denied), (stranger, NotFound)]:
        with pytest.raises(error):
            answer_variation(viewer, variation_id=asked.pk, is_yes=True, words="")
    with pytest.raises(NotFound):
        answer_variation(manager, variation_id=uuid4(), is_yes=True, words="")


def test_after_its_last_day_there_is_nothing_to_answer(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer
) -> None:
    asked = ask(coordinator, agreement, promise, last=3)

    with clock.at(TUESDAY + timedelta(days=4)), pytest.raises(StatusConflict):
        answer_variation(manager, variation_id=asked.pk, is_yes=True, words="")


def test_a_party_that_has_left_is_not_waited_for(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer, at_the_shelter: Viewer
) -> None:
    asked = ask(coordinator, agreement, promise, last=9)
    withdraw_from_agreement(at_the_shelter, agreement_id=agreement, last_on=TODAY, words="")

    with clock.at(TUESDAY + timedelta(days=1)):
        assert answer_variation(manager, variation_id=asked.pk, is_yes=True, words="") is True


def test_what_was_asked_is_taken_back_by_the_asker_until_it_has_begun(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer
) -> None:
    small = ask(coordinator, agreement, promise, {"days": 3}, first=1, last=2)
    with pytest.raises(Denied):
        take_back_variation(manager, variation_id=small.pk)

    with clock.at(TUESDAY + timedelta(days=1)), pytest.raises(StatusConflict):
        take_back_variation(coordinator, variation_id=small.pk)
    take_back_variation(coordinator, variation_id=small.pk)

    small.refresh_from_db()
    assert small.status == "taken_back"
    assert len(events_of_kind("partnerships.variation_taken_back")) == 1
    with pytest.raises(StatusConflict):
        settle_variation(coordinator, variation_id=small.pk)


def test_new_words_for_a_clause_end_its_change_for_a_while(
    agreement: UUID, promise: StatedClause, coordinator: Viewer, manager: Viewer
) -> None:
    ask(coordinator, agreement, promise, {"days": 3}, last=7)
    old = Version.objects.get()
    draft = Version.objects.create(
        agreement_id=agreement,
        number=2,
        based_on=1,
        starts_on=TODAY,
        written_by_id=manager.organization_id,
        written_at=TUESDAY,
    )
    wording = wording_of(old, AgreementParty.objects.all(), Clause.objects.filter(version=old))
    other = replace(promise, body=ResponsePromise(days=4))
    words = replace(wording, clauses=(other, *(c for c in wording.clauses if c.key != promise.key)))
    change_draft(manager, agreement_id=agreement, wording=words)
    propose_draft(manager, agreement_id=agreement)
    AgreementParty.objects.filter(version=draft).update(signed_at=TUESDAY, signed_how="on_paper")

    bring_in_force(manager, agreement_id=agreement)

    assert Variation.objects.get().status == "taken_back"
