import pytest

from kith.core.errors import BadInput, Denied
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Door, Role, Viewer
from kith.people.actions.take_in import take_in
from kith.people.actions.take_in_self_started import take_in_self_started
from kith.people.errors import UnknownLanguage
from kith.people.models import Person
from kith.people.queries.person_facts import person_facts
from tests.factories.people import SYSTEM, a_member, a_navigator, amina, an_organization

pytestmark = pytest.mark.django_db


def taken_in(viewer, **changes):
    said = {"alias": "Heron", "languages": [], "rough_area": "", "times": "", "access_needs": "", **changes}
    return take_in(viewer, **said)


def test_an_alias_is_enough():
    navigator = a_navigator()

    facts = person_facts(navigator, person_id=taken_in(navigator, alias="  Heron "))

    assert facts.alias == "Heron"
    assert (facts.organization_id, facts.owner_user_id) == (navigator.organization_id, navigator.user_id)
    assert (facts.name, facts.languages, facts.safe_contact, facts.has_portal) == ("", (), None, False)


def test_what_is_private_is_sealed_and_the_event_holds_ids_only():
    navigator = a_navigator()
    person_id = amina(navigator, name="Amina Haddad")

    stored = Person.objects.filter(id=person_id).values("alias", "name", "times", "access_needs").get()
    events = Event.objects.filter(person_id=person_id)

    assert {str(value) for value in stored.values()} == {"(sealed)"}
    assert [event.payload for event in events.order_by("at", "id")] == [
        {"owner_user_id": str(navigator.user_id)},
        {"parts": ["name"]},
    ]


def test_languages_are_kept_in_order_each_once_as_they_are_written():
    navigator = a_navigator()

    person_id = taken_in(navigator, languages=["AR", "en-us", "zh_hant", "ar"])

    assert person_facts(navigator, person_id=person_id).languages == ("ar", "en-US", "zh-Hant")


@pytest.mark.parametrize("alias", ["", "   "])
def test_without_anything_to_call_them_nothing_begins(alias):
    with pytest.raises(BadInput) as told:
        taken_in(a_navigator(), alias=alias)

    assert told.value.field == "alias"
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("alias", "x" * 81),
        ("rough_area", "x" * 81),
        ("times", "x" * 501),
        ("access_needs", "x" * 501),
        ("alias", "a\x00b"),
    ],
)
def test_what_is_too_long_or_no_text_is_said_at_its_field(field, text):
    with pytest.raises(BadInput) as told:
        taken_in(a_navigator(), **{field: text})

    assert told.value.field == field


@pytest.mark.parametrize("tag", ["", "x", "english", "e1", "en-", "en-USA", "a" * 40, "ar; drop"])
def test_what_is_no_language_is_said(tag):
    with pytest.raises(UnknownLanguage):
        taken_in(a_navigator(), languages=[tag])


def test_more_than_ten_languages_are_too_many():
    tags = ["ar", "en", "fr", "de", "es", "it", "pl", "ru", "uk", "tr", "so"]

    with pytest.raises(BadInput):
        taken_in(a_navigator(), languages=tags)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}])
def test_other_roles_take_nobody_in(role):
    with pytest.raises(Denied):
        taken_in(a_member(role))


def test_a_person_may_begin_by_themselves():
    organization_id, duty = an_organization(), a_navigator().user_id

    person_id = take_in_self_started(
        Viewer.nobody(Door.PUBLIC),
        alias="Wren",
        languages=["so"],
        organization_id=organization_id,
        owner_user_id=duty,
        rough_area="Harbour",
    )

    facts = person_facts(SYSTEM, person_id=person_id)
    assert (facts.alias, facts.organization_id, facts.owner_user_id) == ("Wren", organization_id, duty)
    assert Event.objects.get(person_id=person_id).door == Door.PUBLIC


def test_a_person_who_begins_needs_something_to_be_called_by():
    with pytest.raises(BadInput):
        take_in_self_started(
            Viewer.nobody(Door.PUBLIC),
            alias="",
            languages=[],
            organization_id=uuid7(),
            owner_user_id=None,
            rough_area="",
        )
