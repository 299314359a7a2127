import pytest

from kith.core.errors import NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.people.queries.count_alike import count_alike
from kith.people.queries.people_list import people_list
from kith.people.queries.person_facts import person_facts
from kith.people.queries.person_labels import person_labels
from kith.people.queries.person_page import person_page
from kith.people.terms import PEOPLE_A_PAGE
from tests.factories.people import SYSTEM, a_navigator, amina
from tests.factories.post import TEXTS_ONLY

pytestmark = pytest.mark.django_db


def test_opening_a_record_is_recorded_each_time_with_who_looked():
    navigator, other = a_navigator(), a_navigator()
    person_id = amina(navigator)

    for _ in range(2):
        person_page(navigator, person_id=person_id)
    with pytest.raises(NotFound):
        person_page(other, person_id=person_id)

    looks = Event.objects.filter(kind="people.person_seen")
    assert [(look.user_id, look.person_id, look.organization_id) for look in looks] == [
        (navigator.user_id, person_id, navigator.organization_id)
    ] * 2


def test_facts_for_other_rooms_are_no_look():
    navigator = a_navigator()

    person_facts(navigator, person_id=amina(navigator))

    assert not Event.objects.filter(kind="people.person_seen").exists()


def test_a_page_shows_languages_by_name():
    navigator = a_navigator()

    page = person_page(navigator, person_id=amina(navigator, name="Amina H.", rule=TEXTS_ONLY))

    assert page.language_names == ("Arabic", "English")
    assert (page.name, page.safe_contact) == ("Amina H.", TEXTS_ONLY)


def test_an_unknown_person_is_not_found():
    with pytest.raises(NotFound):
        person_facts(SYSTEM, person_id=uuid7())


def test_people_alike_speak_the_same_in_the_same_area_in_any_order():
    navigator = a_navigator()
    for _ in range(3):
        amina(navigator)
    amina(a_navigator())

    def count(languages, area):
        return count_alike(
            navigator,
            organization_id=navigator.organization_id,
            languages=languages,
            rough_area=area,
        )

    assert count(["en", "AR"], " northgate east ") == 3
    assert count(["ar"], "Northgate East") == 0
    assert count(["ar", "en"], "Harbour") == 0


def test_people_of_another_organisation_are_not_counted_for_the_viewer():
    navigator, other = a_navigator(), a_navigator()
    amina(other)

    assert (
        count_alike(
            navigator,
            organization_id=other.organization_id,
            languages=["ar", "en"],
            rough_area="Northgate East",
        )
        == 0
    )


def test_the_list_is_newest_first_in_pages_and_one_statement(django_assert_num_queries):
    navigator = a_navigator()
    ids = [amina(navigator) for _ in range(PEOPLE_A_PAGE + 2)]

    with django_assert_num_queries(1):
        first = people_list(navigator, page=1)
    second = people_list(navigator, page=2)

    assert [line.id for line in first] == ids[:1:-1]
    assert [line.id for line in second] == ids[1::-1]
    assert people_list(navigator, page=0) == first
    assert people_list(navigator, page=3) == []


def test_labels_are_the_alias_and_never_the_name_in_one_statement(django_assert_num_queries):
    navigator = a_navigator()
    ids = [amina(navigator, name="Amina Haddad") for _ in range(3)]

    with django_assert_num_queries(1):
        labels = person_labels(navigator, person_ids=[*ids, uuid7()])

    assert labels == dict.fromkeys(ids, "Heron")
