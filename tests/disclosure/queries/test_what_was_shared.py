import pytest
from django.utils import translation

from kith.consent.terms import Duty, Kind
from kith.core.errors import NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.disclosure.models import SharedItem
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.people.actions.set_name import set_name
from tests.factories.disclosure import NAME, a_referral, a_town, asked, said_yes, told_all
from tests.factories.partnerships import a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def test_what_was_told_stays_as_it_was_told(town):
    _ask, name, about = told_all(town)

    set_name(town.navigator, person_id=town.person_id, name="Someone Else")

    assert what_was_shared(town.by_link(about), disclosure_id=name).items[0].text == NAME


def test_duties_go_with_the_name_and_not_with_the_question(town):
    ask, name, about = told_all(town)

    assert what_was_shared(town.by_link(about), disclosure_id=ask).duties == ()
    assert set(what_was_shared(town.by_link(about), disclosure_id=name).duties) == set(Duty)


def test_languages_are_named_in_the_readers_language(town):
    said_yes(town)
    ask = asked(town)

    with translation.override("ar"):
        items = what_was_shared(town.coordinator, disclosure_id=ask).items

    assert next(item.text for item in items if item.kind is Kind.LANGUAGE).startswith("العربية")


def test_each_look_is_recorded_for_the_sender(town):
    ask, *_ = told_all(town)

    what_was_shared(town.coordinator, disclosure_id=ask)

    event = events_of_kind("disclosure.shared_read")[0]
    assert (event.person_id, event.organization_id) == (town.person_id, town.holder_id)
    assert event.acting_organization_id == town.recipient_id
    assert event.user_id == town.coordinator.user_id


def test_the_privacy_officer_and_strangers_find_no_page(town):
    ask, _name, about = told_all(town)
    strangers = [
        town.privacy_officer,
        a_member(an_organization("Elsewhere"), *Role),
        town.by_link(a_referral()),
    ]

    for stranger in strangers:
        with pytest.raises(NotFound):
            what_was_shared(stranger, disclosure_id=ask)
    with pytest.raises(NotFound):
        what_was_shared(town.by_link(about), disclosure_id=uuid7())
    assert events_of_kind("disclosure.shared_read") == []


def test_it_takes_a_bounded_number_of_statements(town, django_assert_max_num_queries):
    ask, name, about = told_all(town)

    for disclosure_id in (ask, name):
        with django_assert_max_num_queries(27):
            what_was_shared(town.by_link(about), disclosure_id=disclosure_id)


def test_an_item_that_came_into_the_ledger_behind_our_back_is_not_shown(town):
    ask, _name, about = told_all(town)
    SharedItem.objects.create(disclosure_id=ask, kind=Kind.NAME.value, text=NAME)
    SharedItem.objects.create(disclosure_id=ask, kind=Kind.HEALTH_NOTES.value, text="canary")

    items = what_was_shared(town.by_link(about), disclosure_id=ask).items

    assert {Kind.NAME, Kind.HEALTH_NOTES}.isdisjoint(item.kind for item in items)
