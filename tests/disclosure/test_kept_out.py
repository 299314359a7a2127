"""Who a viewer is to the people who keep somebody out."""

from dataclasses import replace

import pytest

from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.kept_out import humans_kept_out, people_kept_from
from tests.factories.disclosure import Town, a_town
from tests.factories.partnerships import SYSTEM, a_contact, a_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    town = a_town()
    exclude_from_sharing(
        town.navigator,
        person_id=town.person_id,
        organization_id=town.recipient_id,
        contact_id=town.contact_id,
        words="",
    )
    return town


def test_a_user_of_whom_nothing_is_known_may_be_anybody_and_is_kept_out(town: Town) -> None:
    unknown = replace(town.coordinator, user_id=uuid7())

    assert people_kept_from(unknown) == {town.person_id}


def test_the_system_a_person_and_a_link_are_kept_from_nobody(town: Town) -> None:
    by_link = replace(town.coordinator, user_id=None)

    assert (
        people_kept_from(SYSTEM) == people_kept_from(town.person) == people_kept_from(by_link) == frozenset()
    )


def test_colleagues_with_other_names_are_kept_from_nobody(town: Town) -> None:
    assert people_kept_from(town.coordinator) == frozenset()
    assert people_kept_from(a_member(town.recipient_id, *Role)) == frozenset()


def test_looking_takes_three_statements(town: Town, django_assert_num_queries) -> None:
    with django_assert_num_queries(3):
        people_kept_from(town.coordinator)


def test_where_nobody_keeps_a_human_out_looking_takes_one_statement(django_assert_num_queries) -> None:
    town = a_town()

    with django_assert_num_queries(1):
        people_kept_from(town.coordinator)


def test_of_some_contacts_those_are_kept_out_who_may_be_that_human(town: Town) -> None:
    again = a_contact(town.manager, town.recipient_id, "F. Noor")
    rosa = a_contact(town.manager, town.recipient_id, "Rosa Almeida")

    kept_out = humans_kept_out(person_id=town.person_id, among=[town.contact_id, again, rosa])

    assert set(kept_out) == {town.contact_id, again}
    assert humans_kept_out(person_id=uuid7(), among=[town.contact_id]) == {}
