"""Changing a record, its name, how to reach, and who looks after the person."""

from dataclasses import replace

import pytest

from kith.core.errors import BadInput
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.people.actions.change_person import change_person
from kith.people.actions.hand_over_person import hand_over_person
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.errors import NotAColleague
from kith.people.queries.person_facts import person_facts
from tests.factories.people import a_member, a_navigator, amina, at_own_page
from tests.factories.post import MAIL_IN_OFFICE_HOURS, TEXTS_ONLY

pytestmark = pytest.mark.django_db
SAME = {
    "alias": "Heron",
    "languages": ["ar", "en"],
    "rough_area": "Northgate East",
    "times": "weekday evenings",
    "access_needs": "no stairs",
    "interpreter_needed": False,
}


@pytest.mark.parametrize(
    ("part", "after"),
    [
        ("alias", "Ibis"),
        ("languages", ["en", "ar"]),
        ("rough_area", "Harbour"),
        ("times", ""),
        ("access_needs", "a quiet room"),
        ("interpreter_needed", True),
    ],
)
def test_a_change_is_kept_and_the_event_names_the_part_only(part, after):
    navigator = a_navigator()
    person_id = amina(navigator)

    change_person(navigator, person_id=person_id, **{**SAME, part: after})

    kept = getattr(person_facts(navigator, person_id=person_id), part)
    assert kept == (tuple(after) if isinstance(after, list) else after)
    assert Event.objects.get(kind="people.person_changed").payload == {"parts": [part]}


def test_the_same_again_changes_and_records_nothing():
    navigator = a_navigator()
    person_id = amina(navigator)

    change_person(navigator, person_id=person_id, **SAME)

    assert not Event.objects.filter(kind="people.person_changed").exists()


def test_a_name_is_set_and_taken_away_again():
    navigator = a_navigator()
    person_id = amina(navigator)

    set_name(navigator, person_id=person_id, name="  Amina H. ")
    there = person_facts(navigator, person_id=person_id).name
    set_name(navigator, person_id=person_id, name="")
    set_name(navigator, person_id=person_id, name="")

    assert there == "Amina H."
    assert person_facts(navigator, person_id=person_id).name == ""
    assert Event.objects.filter(kind="people.person_changed").count() == 2


def test_a_name_that_is_too_long_is_said():
    navigator = a_navigator()

    with pytest.raises(BadInput) as told:
        set_name(navigator, person_id=amina(navigator), name="x" * 201)

    assert told.value.field == "name"


def test_a_person_says_how_to_be_reached_and_the_worker_sees_it():
    navigator = a_navigator()
    person_id = amina(navigator, rule=MAIL_IN_OFFICE_HOURS)

    set_how_to_reach(at_own_page(person_id), person_id=person_id, rule=TEXTS_ONLY)

    assert person_facts(navigator, person_id=person_id).safe_contact == TEXTS_ONLY


def test_a_rule_that_does_not_hold_together_is_not_kept():
    navigator = a_navigator()
    person_id = amina(navigator)

    with pytest.raises(BadInput):
        set_how_to_reach(navigator, person_id=person_id, rule=replace(TEXTS_ONLY, phone=""))

    assert person_facts(navigator, person_id=person_id).safe_contact is None


def test_a_person_is_handed_to_a_colleague_once():
    navigator = a_navigator()
    clinician = a_member(Role.CLINICIAN, organization_id=navigator.organization_id)
    person_id = amina(navigator)

    for _ in range(2):
        hand_over_person(navigator, person_id=person_id, to_user_id=clinician.user_id)

    event = Event.objects.get(kind="people.person_handed_over")
    assert person_facts(navigator, person_id=person_id).owner_user_id == clinician.user_id
    assert event.payload == {
        "from_user_id": str(navigator.user_id),
        "to_user_id": str(clinician.user_id),
    }


def test_nobody_else_is_handed_a_person():
    navigator = a_navigator()
    person_id = amina(navigator)
    others = [
        a_navigator().user_id,
        a_member(Role.ADMIN, organization_id=navigator.organization_id).user_id,
        uuid7(),
    ]

    for other in others:
        with pytest.raises(NotAColleague):
            hand_over_person(navigator, person_id=person_id, to_user_id=other)
    assert person_facts(navigator, person_id=person_id).owner_user_id == navigator.user_id
