"""Whoever leaves leaves no clock behind."""

from uuid import UUID

import pytest

from kith.accounts.actions.change_role import change_role
from kith.accounts.actions.end_membership import end_membership
from kith.care.actions.hand_over_referral import hand_over_referral
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.viewer import Role, Viewer
from kith.people.actions.hand_over_person import hand_over_person
from kith.post.actions.mark_sent_by_hand import mark_sent_by_hand
from kith.post.queries.texts_to_send import texts_to_send
from tests.factories.accounts import a_membership_of, an_organization, joined, seen_as
from tests.factories.care import CareTown, a_care_town, an_ask, the_referral, work_off
from tests.factories.partnerships import SYSTEM, a_member, events_of_kind
from tests.factories.post import TUESDAY_NOON, a_mail_to, the_message

pytestmark = pytest.mark.django_db
IN_HER_HOURS = TUESDAY_NOON.replace(hour=17)


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


def a_text_about(care: CareTown, referral_id: UUID) -> UUID:
    """A text to the person, about their request, that waits for a worker's own phone."""
    with clock.at(IN_HER_HOURS):
        return a_mail_to(
            care.town.person_id,
            care.navigator,
            about=Ref("referral", referral_id),
            owner_user_id=care.navigator.user_id,
        )


def texts_of(viewer: Viewer) -> list[UUID]:
    with clock.at(IN_HER_HOURS):
        return [text.id for text in texts_to_send(viewer)]


@pytest.mark.parametrize("is_worked_off", [False, True])
def test_one_who_moved_sees_no_text_of_the_place_they_left(care: CareTown, is_worked_off: bool) -> None:
    text_id = a_text_about(care, an_ask(care))
    colleague = a_member(care.town.holder_id, Role.NAVIGATOR)
    assert care.navigator.user_id is not None
    assert texts_of(care.navigator) == [text_id]

    end_membership(SYSTEM, membership_id=a_membership_of(care.navigator))
    moved = joined(care.navigator.user_id, an_organization("Elsewhere"), Role.NAVIGATOR)
    if is_worked_off:
        work_off()

    assert texts_of(moved) == []
    assert texts_of(colleague) == [text_id]
    with pytest.raises(NotFound):
        mark_sent_by_hand(moved, message_id=text_id)


def test_acting_for_one_place_nobody_sees_the_texts_of_their_other(care: CareTown) -> None:
    text_id = a_text_about(care, an_ask(care))
    assert care.navigator.user_id is not None
    other_place = an_organization("Elsewhere")
    joined(care.navigator.user_id, other_place, Role.NAVIGATOR)

    assert texts_of(seen_as(care.navigator.user_id, other_place)) == []
    assert texts_of(seen_as(care.navigator.user_id, care.town.holder_id)) == [text_id]


def test_texts_about_a_request_pass_to_its_owner_when_the_last_one_leaves(care: CareTown) -> None:
    text_id = a_text_about(care, an_ask(care))
    colleague = a_member(care.town.holder_id, Role.CLINICIAN)

    leaves(care.navigator)

    assert the_message(text_id).owner_user_id == colleague.user_id


def test_texts_about_a_request_pass_with_it_to_a_colleague(care: CareTown) -> None:
    referral_id = an_ask(care)
    text_id = a_text_about(care, referral_id)
    colleague = a_member(care.town.holder_id, Role.NAVIGATOR)
    assert colleague.user_id is not None

    hand_over_referral(care.navigator, referral_id=referral_id, user_id=colleague.user_id)

    assert the_message(text_id).owner_user_id == colleague.user_id


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.CURATOR, Role.ADMIN, Role.PRIVACY_OFFICER])
def test_nobody_who_cannot_see_it_becomes_the_owner(care: CareTown, role: Role) -> None:
    referral_id = an_ask(care)
    other = a_member(care.town.holder_id, role)
    assert other.user_id is not None

    with pytest.raises(NotFound):
        hand_over_referral(care.navigator, referral_id=referral_id, user_id=other.user_id)
