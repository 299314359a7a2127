"""What binds two organisations, clause by clause; how others stand to us; what one brings about oneself."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.models import Clause, Variation
from kith.partnerships.queries.between_us import NOTHING, between_us
from kith.partnerships.queries.own_effect import own_effect
from kith.partnerships.queries.partner_marks import partner_marks
from kith.partnerships.terms import VariationReason, VariationStatus
from tests.factories.care import a_service
from tests.factories.partnerships import a_member, an_organization, in_force, proposed
from tests.partnerships.conftest import TUESDAY
from tests.partnerships.outcomes import an_outcome

pytestmark = pytest.mark.django_db
TODAY = TUESDAY.date()


def test_each_side_reads_what_the_other_owes(
    manager: Viewer, coordinator: Viewer, clinic: UUID, mosque: UUID
) -> None:
    in_force(manager, mosque, promises={mosque: 2, clinic: 3})

    ours = between_us(manager, organization_id=mosque)
    theirs = between_us(coordinator, organization_id=clinic)

    assert (ours.they_owe, ours.we_owe) == (theirs.we_owe, theirs.they_owe)
    assert "within 2 of its own working days" in ours.they_owe[0].lines[1]
    assert [line.kind for line in ours.all_owe] == [ClauseKind.DATA_SCOPE]


def test_what_is_owed_to_a_third_party_is_not_between_us(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    third = an_organization("Housing charity")
    agreement_id = in_force(manager, mosque, third, promises={mosque: 2})
    Clause.objects.filter(version__agreement_id=agreement_id, organization_id=mosque).update(
        to_organization_id=third
    )

    assert between_us(manager, organization_id=mosque).they_owe == ()


def test_what_is_only_on_the_table_binds_nobody(manager: Viewer, mosque: UUID) -> None:
    proposed(manager, mosque, promises={mosque: 2})

    found = between_us(manager, organization_id=mosque)

    assert (found.they_owe, found.agreements) == ((), ())


def test_changes_that_run_or_are_asked_for_stand_there(manager: Viewer, mosque: UUID) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    clause = Clause.objects.get(kind=ClauseKind.RESPONSE_PROMISE.value)
    for status, last in (
        (VariationStatus.AGREED, 5),
        (VariationStatus.ASKED, 9),
        (VariationStatus.AGREED, -1),
    ):
        Variation.objects.create(
            agreement_id=agreement_id,
            clause_key=clause.key,
            organization_id=mosque,
            status=status.value,
            reason=VariationReason.STAFF_AWAY.value,
            terms={"days": 9},
            first_on=TODAY - timedelta(days=3),
            last_on=TODAY + timedelta(days=last),
            asked_at=TUESDAY,
        )

    found = between_us(manager, organization_id=mosque).varied

    assert sorted(line.is_agreed for line in found) == [False, True]
    assert not found[0].is_ours
    assert "within 9 of its own working days" in found[0].lines[0]


def test_it_says_until_when_and_that_it_ran_out(manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque, ends_on=TODAY + timedelta(days=20))
    in_force(manager, mosque, ends_on=TODAY - timedelta(days=2))
    in_force(manager, mosque, ends_on=TODAY - timedelta(days=200))
    end_agreement(manager, agreement_id=in_force(manager, mosque))

    found = between_us(manager, organization_id=mosque).agreements

    assert [line.days_left for line in found] == [20, -2]


def test_a_stranger_has_nothing_between(stranger: Viewer, manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque, promises={mosque: 2})

    assert between_us(stranger, organization_id=mosque) == NOTHING
    assert between_us(Viewer.nobody(Door.PUBLIC), organization_id=mosque) == NOTHING


def test_workers_see_how_a_partner_stands_to_us(navigator: Viewer, manager: Viewer, mosque: UUID) -> None:
    before = partner_marks(navigator, organization_ids=[mosque])[mosque]
    in_force(manager, mosque, ends_on=TODAY + timedelta(days=20))

    after = partner_marks(navigator, organization_ids=[mosque])[mosque]

    assert (before.binds, before.days_left) == (False, None)
    assert (after.binds, after.days_left) == (True, 20)


def test_workers_see_that_it_ran_out(navigator: Viewer, manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque, ends_on=TODAY)

    with clock.at(TUESDAY + timedelta(days=2)):
        mark = partner_marks(navigator, organization_ids=[mosque])[mosque]

    assert (mark.binds, mark.days_left) == (False, -2)


def test_of_several_agreements_the_one_that_lasts_longest_counts(
    navigator: Viewer, manager: Viewer, mosque: UUID
) -> None:
    for days in (5, 50, None, 20):
        in_force(manager, mosque, ends_on=None if days is None else TODAY + timedelta(days=days))

    assert partner_marks(navigator, organization_ids=[mosque])[mosque].days_left is None


def test_the_public_sees_no_mark(manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque)

    assert partner_marks(Viewer.nobody(Door.PUBLIC), organization_ids=[mosque]) == {}


def test_a_partner_sees_its_own_effect_and_from_how_many_answers(
    coordinator: Viewer, clinic: UUID, mosque: UUID
) -> None:
    """Promise 19: never ranked by a number it cannot see."""
    service_id = a_service(mosque, "Walking group", places=None)
    other = a_service(an_organization("Housing charity"), "Tea room", places=None)
    for _turn in range(6):
        an_outcome(mosque, clinic, service_id=other, days=1)
    for days in (5, 5):
        an_outcome(mosque, clinic, service_id=service_id, days=days)

    (found,) = own_effect(coordinator, organization_id=mosque)

    assert (found.name, found.answers, found.own_days) == ("Walking group", 2, 5.0)
    assert (found.usual_days, found.expected_days) == (1.0, 1)


def test_the_usual_of_a_few_others_is_not_told(coordinator: Viewer, clinic: UUID, mosque: UUID) -> None:
    """Promise 24: with fewer than five answers of others, the usual would tell of one of them."""
    service_id = a_service(mosque, "Walking group", places=None)
    other = a_service(an_organization("Housing charity"), "Tea room", places=None)
    for one in (other, other, other, other, service_id):
        an_outcome(mosque, clinic, service_id=one, days=1)

    (found,) = own_effect(coordinator, organization_id=mosque)

    assert found.usual_days is None


@pytest.mark.parametrize("role", Role)
def test_nobody_else_sees_it(role: Role, mosque: UUID, clinic: UUID) -> None:
    for viewer in (a_member(clinic, role), Viewer.nobody(Door.PUBLIC)):
        with pytest.raises(NotFound):
            own_effect(viewer, organization_id=mosque)
