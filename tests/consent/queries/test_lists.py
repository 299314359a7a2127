"""What a person agreed to, and whom they excluded, as each viewer reads it."""

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.queries.consents_of import consents_of
from kith.consent.queries.exclusions_of import exclusions_of
from kith.core.ids import uuid7
from kith.core.viewer import Role
from tests.factories.consent import WORDS, agreed
from tests.factories.core import portal_of
from tests.factories.partnerships import a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    class Scene:
        holder = an_organization("Northgate Together")
        al_noor = an_organization("Al-Noor Mosque")
        navigator = a_member(holder, Role.NAVIGATOR)
        person_id = uuid7()

        def agree(self):
            return agreed(
                self.navigator,
                person_id=self.person_id,
                holder_id=self.holder,
                recipient_id=self.al_noor,
                interpreter="Layla Haddad",
            )

    scene = Scene()
    scene.agree()
    exclude(
        scene.navigator,
        person_id=scene.person_id,
        holder_id=scene.holder,
        organization_id=scene.al_noor,
        contact_id=uuid7(),
        words="My uncle",
    )
    return scene


@pytest.mark.parametrize("who", ["navigator", "person"])
def test_the_person_and_those_who_work_with_them_read_the_words(scene, who):
    viewer = scene.navigator if who == "navigator" else portal_of(scene.person_id)

    line = consents_of(viewer, person_id=scene.person_id)[0]

    assert (line.words, line.interpreter) == (WORDS, "Layla Haddad")
    assert exclusions_of(viewer, person_id=scene.person_id)[0].words == "My uncle"


def test_the_privacy_officer_sees_that_it_is_and_no_words(scene):
    officer = a_member(scene.holder, Role.PRIVACY_OFFICER)

    line = consents_of(officer, person_id=scene.person_id)[0]

    assert line.recipient_id == scene.al_noor
    assert (line.words, line.interpreter) == ("", "")
    assert exclusions_of(officer, person_id=scene.person_id)[0].words == ""


def test_the_partner_sees_nothing_in_any_role(scene):
    partner = a_member(scene.al_noor, *Role)

    assert consents_of(partner, person_id=scene.person_id) == []
    assert exclusions_of(partner, person_id=scene.person_id) == []


def test_a_replaced_yes_is_not_listed_and_the_newest_comes_first(scene):
    newer = scene.agree()

    assert [line.id for line in consents_of(scene.navigator, person_id=scene.person_id)] == [newer]


def test_each_look_is_recorded_and_a_look_at_nothing_is_not(scene):
    consents_of(scene.navigator, person_id=scene.person_id)
    consents_of(scene.navigator, person_id=uuid7())

    events = events_of_kind("consent.consents_read")
    assert [event.person_id for event in events] == [scene.person_id]


def test_the_number_of_statements_does_not_grow(scene, django_assert_max_num_queries):
    for _ in range(5):
        scene.agree()

    with django_assert_max_num_queries(8):
        consents_of(scene.navigator, person_id=scene.person_id)
    with django_assert_max_num_queries(2):
        exclusions_of(scene.navigator, person_id=scene.person_id)
