"""Whoever leaves leaves no clock behind."""

import pytest

from kith.accounts.actions.change_role import change_role
from kith.accounts.actions.end_membership import end_membership
from kith.care.actions.hand_over_referral import hand_over_referral
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer
from kith.people.actions.hand_over_person import hand_over_person
from tests.factories.accounts import a_membership_of, joined
from tests.factories.care import CareTown, a_care_town, an_ask, the_referral, work_off
from tests.factories.partnerships import SYSTEM, a_member, events_of_kind

pytestmark = pytest.mark.django_db


def owner_of(referral_id: object) -> object:
    return the_referral(referral_id).owner_id  # type: ignore[arg-type]


def leaves(viewer: Viewer) -> None:
    end_membership(SYSTEM, membership_id=a_membership_of(viewer))
    work_off()


def test_an_open_request_of_one_who_left_goes_to_a_colleague(care: CareTown) -> None:
    referral_id = an_ask(care)
    colleague = a_member(care.town.holder_id, Role.CLINICIAN)

    leaves(care.navigator)

    assert owner_of(referral_id) == colleague.user_id
    [event] = events_of_kind("care.referral_handed_over")
    assert event.payload["new_owner_id"] == str(colleague.user_id)


def test_the_persons_own_worker_comes_first(care: CareTown) -> None:
    referral_id = an_ask(care)
    workers = [a_member(care.town.holder_id, Role.NAVIGATOR) for _ in range(3)]
    own = workers[-1]
    assert own.user_id is not None
    hand_over_person(care.navigator, person_id=care.town.person_id, to_user_id=own.user_id)

    leaves(care.navigator)

    assert owner_of(referral_id) == own.user_id


def test_one_who_helps_people_no_more_owns_no_request(care: CareTown) -> None:
    referral_id = an_ask(care)
    colleague = a_member(care.town.holder_id, Role.NAVIGATOR)

    change_role(SYSTEM, membership_id=a_membership_of(care.navigator), role=Role.EVALUATOR)
    work_off()

    assert owner_of(referral_id) == colleague.user_id


def test_one_who_keeps_a_role_that_helps_keeps_what_they_own(care: CareTown) -> None:
    referral_id = an_ask(care)
    a_member(care.town.holder_id, Role.NAVIGATOR)
    assert care.navigator.user_id is not None
    joined(care.navigator.user_id, care.town.holder_id, Role.CLINICIAN)

    leaves(care.navigator)

    assert owner_of(referral_id) == care.navigator.user_id


def test_a_partners_own_people_get_nothing(care: CareTown) -> None:
    referral_id = an_ask(care)
    elsewhere = a_care_town()

    leaves(elsewhere.navigator)
    leaves(care.navigator)

    assert owner_of(referral_id) == care.navigator.user_id


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.CURATOR, Role.ADMIN, Role.PRIVACY_OFFICER])
def test_nobody_who_cannot_see_it_becomes_the_owner(care: CareTown, role: Role) -> None:
    referral_id = an_ask(care)
    other = a_member(care.town.holder_id, role)
    assert other.user_id is not None

    with pytest.raises(NotFound):
        hand_over_referral(care.navigator, referral_id=referral_id, user_id=other.user_id)
