"""A person's record changed at the same moment: nothing fails, and neither change undoes the other."""

from functools import partial
from uuid import UUID

import pytest

from kith.core.viewer import Role, Viewer
from kith.people.actions.change_person import change_person
from kith.people.actions.hand_over_person import hand_over_person
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.people.models import Person
from kith.post.models import SafeContactRule
from tests.environment import scaled
from tests.factories.accounts import user_id_of
from tests.factories.disclosure import TEXTS_ONLY
from tests.factories.partnerships import a_member, an_organization
from tests.post.crowd import all_at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]
ROUNDS = scaled(40, least=8)


@pytest.fixture
def navigator() -> Viewer:
    return a_member(an_organization("Northgate Together"), Role.NAVIGATOR)


def someone_new(navigator: Viewer) -> UUID:
    return take_in(navigator, alias="Zuhal", languages=["ar"], rough_area="", times="", access_needs="")


def rename(navigator: Viewer, person_id: UUID, alias: str) -> None:
    change_person(
        navigator,
        person_id=person_id,
        alias=alias,
        languages=["ar"],
        rough_area="East",
        times="",
        access_needs="",
        interpreter_needed=True,
    )


def test_a_first_rule_that_is_sent_twice_at_once_is_one_rule(navigator: Viewer) -> None:
    for _ in range(ROUNDS):
        person_id = someone_new(navigator)

        answers = all_at_once(
            [partial(set_how_to_reach, navigator, person_id=person_id, rule=TEXTS_ONLY)] * 4
        )

        assert answers == [None] * 4
        assert SafeContactRule.objects.filter(person_id=person_id).count() == 1


def test_name_facts_and_worker_changed_at_once_are_all_kept(navigator: Viewer) -> None:
    assert navigator.organization_id is not None
    colleague = user_id_of(a_member(navigator.organization_id, Role.NAVIGATOR))
    for _ in range(ROUNDS):
        person_id = someone_new(navigator)

        answers = all_at_once(
            [
                partial(set_name, navigator, person_id=person_id, name="Amina"),
                partial(rename, navigator, person_id, "Noor"),
                partial(hand_over_person, navigator, person_id=person_id, to_user_id=colleague),
            ]
        )

        person = Person.objects.get(pk=person_id)
        assert answers == [None] * 3
        assert (person.name, person.alias, person.owner_user_id) == ("Amina", "Noor", colleague)
