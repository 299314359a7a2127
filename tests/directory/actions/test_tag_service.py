"""Facts about a service: who says them, that they can be asked for, and that they leave and stay as they should."""

from uuid import UUID

import pytest

from kith.core.errors import BadInput, Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.directory.actions.tag_service import tag_service
from kith.directory.models import Attribute
from kith.directory.queries.find_services import find_services
from kith.directory.queries.service_cards import service_cards
from kith.directory.queries.service_facts import service_facts
from kith.directory.queries.service_page import service_page
from kith.directory.queries.whole_services import whole_services
from tests.factories.core import staff
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_service,
    an_organization,
    coordinator_of,
    own_taxonomies,
)

pytestmark = pytest.mark.django_db
FACTS = ["papers-none", "modality-art", "setting-phone"]


@pytest.fixture(autouse=True)
def taxonomies(db: None) -> None:
    own_taxonomies()


def facts_on(service_id: UUID, language: str = "en") -> dict[str, list[str]]:
    groups = service_facts(NOBODY, service_id=service_id, language=language)
    return {group.name: [fact.name for fact in group.facts] for group in groups}


def found(*facts: str, words: str = "") -> list[UUID]:
    results = find_services(NOBODY, words=words, near="", topics=(), languages=(), facts=facts, page=1)
    return [line.id for line in results.lines]


def test_facts_are_read_in_their_groups_in_the_readers_language() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)

    tag_service(coordinator_of(own), service_id=service_id, codes=FACTS)

    assert facts_on(service_id) == {
        "How you meet": ["By phone"],
        "Kind of help": ["Art, music or making things"],
        "Papers": ["Does not ask for papers"],
    }
    assert facts_on(service_id, "ar")["الأوراق"] == ["لا يطلبون أوراقًا"]
    assert service_page(NOBODY, service_id=service_id).tags == ()
    assert service_cards(NOBODY, service_ids=[service_id])[service_id].attributes == ()


def test_what_is_not_named_again_is_taken_away_and_the_same_again_changes_nothing() -> None:
    service_id = a_service()
    tag_service(SYSTEM, service_id=service_id, codes=FACTS)

    tag_service(SYSTEM, service_id=service_id, codes=["cost-free"])
    tag_service(SYSTEM, service_id=service_id, codes=["cost-free"])

    assert facts_on(service_id) == {"Who pays": ["Free"]}
    events = Event.objects.filter(kind="directory.service_tagged").order_by("pk")
    assert [event.payload for event in events] == [{"facts": 3}, {"facts": 1}]


@pytest.mark.parametrize("code", ["no-such-fact", "papers", "unit-beds", "population-women"])
def test_what_is_no_fact_about_a_service_is_not_taken(code: str) -> None:
    service_id = a_service()

    with pytest.raises(BadInput):
        tag_service(SYSTEM, service_id=service_id, codes=["cost-free", code])

    assert not Attribute.objects.exists()


def test_only_those_who_keep_the_listing_say_facts() -> None:
    service_id = a_service()

    for viewer in (NOBODY, coordinator_of(an_organization()), staff(Role.NAVIGATOR)):
        with pytest.raises(Denied):
            tag_service(viewer, service_id=service_id, codes=["cost-free"])
    with pytest.raises(NotFound):
        tag_service(SYSTEM, service_id=uuid7(), codes=["cost-free"])


def test_a_search_can_ask_for_facts_and_finds_them_by_their_words_in_both_languages() -> None:
    both, one, _none = a_service("Ink"), a_service("Clay"), a_service("Wood")
    tag_service(SYSTEM, service_id=both, codes=FACTS)
    tag_service(SYSTEM, service_id=one, codes=["papers-none"])

    assert set(found("papers-none")) == {both, one}
    assert found("papers-none", "setting-phone") == [both]
    assert found("culture-women") == []
    assert found(words="art therapy") == found(words="علاج بالفن") == [both]


def test_facts_are_published_as_attributes_with_their_term() -> None:
    service_id = a_service()
    tag_service(SYSTEM, service_id=service_id, codes=["papers-none"])

    (service,) = whole_services(NOBODY, service_ids=[service_id])

    (tag,) = service.details.attributes
    assert (tag.link_type, tag.link_entity, tag.link_key) == ("papers", "service", str(service_id))
    assert tag.term is not None
    assert tag.term.taxonomy is not None
    assert (tag.term.code, tag.term.taxonomy.name) == ("papers-none", "Kith: about a service")
