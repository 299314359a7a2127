"""Whoever leaves leaves nobody behind without a worker, and no text unsent."""

import pytest

from kith.accounts.actions.change_role import change_role
from kith.accounts.actions.end_membership import end_membership
from kith.core import clock
from kith.core.ids import Ref
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from kith.core.worker import work_off
from kith.people.actions.hand_over_person import hand_over_person
from kith.people.queries.person_facts import person_facts
from tests.factories.accounts import a_membership_of, joined
from tests.factories.people import BY_COMMAND, SYSTEM, a_member, a_navigator, amina
from tests.factories.post import TEXTS_ONLY, TUESDAY_NOON, a_mail_to, the_message

pytestmark = pytest.mark.django_db


def worker_of(person_id):
    return person_facts(SYSTEM, person_id=person_id).owner_user_id


def leaves(viewer: Viewer):
    end_membership(BY_COMMAND, membership_id=a_membership_of(viewer))
    work_off()


def a_text_to(person_id, navigator):
    with clock.at(TUESDAY_NOON):
        return a_mail_to(
            person_id, navigator, about=Ref("person", person_id), owner_user_id=navigator.user_id
        )


def test_the_people_of_one_who_left_and_their_texts_go_to_a_colleague():
    navigator = a_navigator()
    colleague = a_member(Role.CLINICIAN, organization_id=navigator.organization_id)
    person_id = amina(navigator, rule=TEXTS_ONLY)
    text_id = a_text_to(person_id, navigator)

    leaves(navigator)

    assert worker_of(person_id) == colleague.user_id
    assert the_message(text_id).owner_user_id == colleague.user_id
    [event] = Event.objects.filter(kind="people.person_handed_over")
    assert event.payload == {"from_user_id": str(navigator.user_id), "to_user_id": str(colleague.user_id)}


def test_texts_to_a_person_go_with_them_when_they_are_handed_over():
    navigator = a_navigator()
    colleague = a_navigator(navigator.organization_id)
    person_id = amina(navigator, rule=TEXTS_ONLY)
    text_id = a_text_to(person_id, navigator)

    hand_over_person(navigator, person_id=person_id, to_user_id=colleague.user_id)

    assert the_message(text_id).owner_user_id == colleague.user_id


def test_one_who_helps_people_no_more_looks_after_nobody():
    navigator = a_navigator()
    colleague = a_navigator(navigator.organization_id)
    person_id = amina(navigator)

    change_role(BY_COMMAND, membership_id=a_membership_of(navigator), role=Role.EVALUATOR)
    work_off()

    assert worker_of(person_id) == colleague.user_id


def test_one_who_keeps_a_role_that_helps_keeps_their_people():
    navigator = a_navigator()
    a_navigator(navigator.organization_id)
    person_id = amina(navigator)
    joined(navigator.user_id, navigator.organization_id, Role.CLINICIAN)

    leaves(navigator)

    assert worker_of(person_id) == navigator.user_id


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}])
def test_where_nobody_else_helps_people_nobody_gets_them(role: Role):
    navigator = a_navigator()
    a_member(role, organization_id=navigator.organization_id)
    person_id = amina(navigator)

    leaves(navigator)

    assert worker_of(person_id) == navigator.user_id


def test_people_of_a_colleague_and_of_another_organisation_stay_where_they_are():
    navigator, elsewhere = a_navigator(), a_navigator()
    colleague = a_navigator(navigator.organization_id)
    theirs, others = amina(colleague), amina(elsewhere)

    leaves(navigator)

    assert (worker_of(theirs), worker_of(others)) == (colleague.user_id, elsewhere.user_id)
