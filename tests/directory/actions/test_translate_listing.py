"""A listing in other languages: who says it, where the words come from, when they are old, what they may not say."""

from uuid import UUID

import pytest

from kith.core.errors import BadInput, Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.directory.actions.edit_listing import edit_listing
from kith.directory.actions.translate_listing import translate_listing
from kith.directory.keeping.current import mark_of_text
from kith.directory.live_index import index_now
from kith.directory.queries.listing_in_language import ListingInLanguage, listing_in_language
from kith.directory.queries.listing_to_translate import listing_to_translate
from kith.directory.records import ServiceDetails
from kith.directory.terms import ChangedHow, ListingKind
from kith.directory.text_origins import TextOrigin
from kith.matching.questions import Part, Term
from tests.factories.core import staff
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_place,
    a_service,
    an_organization,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
SOMALI = {"name": "Kafeega dhageysiga", "description": "Kaalay oo fadhiiso."}


def said_in(language: str, service_id: UUID) -> ListingInLanguage:
    return listing_in_language(NOBODY, service_id=service_id, language=language)


def say(service_id: UUID, words: dict[str, str], *, origin: TextOrigin = TextOrigin.PERSON) -> None:
    translate_listing(SYSTEM, service_id=service_id, language="so", words=words, origin=origin)


def change_description(service_id: UUID, before: str, after: str) -> None:
    edit_listing(
        SYSTEM,
        kind=ListingKind.SERVICE,
        listing_id=service_id,
        typed={"description": after},
        seen={"description": mark_of_text(before)},
        how=ChangedHow.EDIT,
        is_confidential=False,
    )


def test_its_own_coordinator_says_it_and_everybody_reads_it_in_that_language() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, description="Come and sit.")

    translate_listing(
        coordinator_of(own), service_id=service_id, language="so", words=SOMALI, origin=TextOrigin.PERSON
    )

    assert said_in("so", service_id).words == SOMALI
    assert said_in("so", service_id).origin is TextOrigin.PERSON
    assert said_in("ar", service_id).words == {}
    assert said_in("ar", service_id).origin is None


def test_the_least_careful_origin_is_told() -> None:
    service_id = a_service(description="Come and sit.")

    say(service_id, SOMALI, origin=TextOrigin.MACHINE)

    assert said_in("so", service_id).origin is TextOrigin.MACHINE


def test_a_translation_is_old_once_its_original_says_something_else() -> None:
    service_id = a_service(description="Come and sit.")
    say(service_id, SOMALI)
    fresh = said_in("so", service_id).is_stale

    change_description(service_id, "Come and sit.", "Come on Mondays only.")

    assert not fresh
    assert said_in("so", service_id).is_stale
    page = listing_to_translate(SYSTEM, service_id=service_id, language="so")
    assert [one.name for one in page.fields if one.is_stale] == ["description"]


def test_saying_it_again_makes_it_new() -> None:
    service_id = a_service(description="Come and sit.")
    say(service_id, SOMALI)
    change_description(service_id, "Come and sit.", "Come on Mondays only.")

    say(service_id, SOMALI | {"description": "Kaalay Isniinta oo keliya."})

    assert not said_in("so", service_id).is_stale


def test_empty_words_take_it_away() -> None:
    service_id = a_service(description="Come and sit.")
    say(service_id, SOMALI)

    say(service_id, {"name": "Kafeega dhageysiga", "description": "  "})

    assert said_in("so", service_id).words == {"name": "Kafeega dhageysiga"}


def test_a_text_that_names_a_hidden_street_is_not_shown() -> None:
    service_id = a_service(
        description="Come and sit.", details=ServiceDetails(places=(a_place(is_confidential=True),))
    )

    say(service_id, {"name": "Kafeega", "description": "Kaalay 12 Mill Lane."})

    assert said_in("so", service_id).words == {"name": "Kafeega"}


def test_an_old_text_of_a_service_at_a_hidden_place_is_not_shown() -> None:
    service_id = a_service(
        description="Come and sit.", details=ServiceDetails(places=(a_place(is_confidential=True),))
    )
    say(service_id, SOMALI)
    shown_before = set(said_in("so", service_id).words)

    change_description(service_id, "Come and sit.", "Call us first.")

    assert shown_before == {"name", "description"}
    assert set(said_in("so", service_id).words) == {"name"}


@pytest.mark.parametrize("words", ["Mill Lane 12 waa halkan.", "12, Mill   Lane", "lane-ka mill"])
def test_the_street_is_found_in_whatever_order(words: str) -> None:
    service_id = a_service(
        description="Come and sit.", details=ServiceDetails(places=(a_place(is_confidential=True),))
    )

    say(service_id, {"name": "Kafeega", "description": words})

    assert said_in("so", service_id).words == {"name": "Kafeega"}


def test_what_was_said_before_a_place_was_hidden_is_not_read_until_somebody_looked_at_it() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own, description="Come and sit.")
    say(service_id, SOMALI)
    shown_before = set(said_in("so", service_id).words)

    a_service("Refuge", organization_id=own, details=ServiceDetails(places=(a_place(is_confidential=True),)))
    shown_after = set(said_in("so", service_id).words)
    say(service_id, SOMALI)

    assert shown_before == {"name", "description"}
    assert shown_after == set()
    assert set(said_in("so", service_id).words) == {"name", "description"}
    assert listing_to_translate(SYSTEM, service_id=service_id, language="so").has_hidden_place


def test_what_people_rely_on_is_read_in_the_original_once_that_has_changed() -> None:
    service_id = a_service(details=ServiceDetails(papers="No papers asked.", alert="Open today."))
    say(service_id, {"papers": "Warqado lama weydiiyo.", "alert": "Maanta waa furan."})

    edit_listing(
        SYSTEM,
        kind=ListingKind.SERVICE,
        listing_id=service_id,
        typed={"papers": "Bring your passport.", "alert": ""},
        seen={"papers": mark_of_text("No papers asked."), "alert": mark_of_text("Open today.")},
        how=ChangedHow.EDIT,
        is_confidential=False,
    )

    assert said_in("so", service_id).words == {}


def test_the_trail_names_the_fields_and_none_of_the_words() -> None:
    service_id = a_service(description="Come and sit.")

    say(service_id, SOMALI)

    event = Event.objects.filter(kind="directory.listing_translated").get()
    assert sorted(event.payload["field_codes"]) == ["description", "name"]
    assert "Kafeega" not in str(event.payload)


@pytest.mark.parametrize(
    ("language", "words", "field"),
    [
        ("not a language", SOMALI, "language"),
        ("so", {"papers": "Waxba"}, "papers"),
        ("so", {"topics": "Waxba"}, "topics"),
        ("so", {"name": "x" * 301}, "name"),
        ("so", {"description": "x" * 5001}, "description"),
    ],
)
def test_what_cannot_be_said_is_named_and_nothing_is_written(
    language: str, words: dict[str, str], field: str
) -> None:
    service_id = a_service(description="Come and sit.")

    with pytest.raises(BadInput) as refused:
        translate_listing(
            SYSTEM, service_id=service_id, language=language, words=words, origin=TextOrigin.PERSON
        )

    assert refused.value.field == field
    assert said_in("so", service_id).words == {}


def test_others_may_not_and_what_is_not_there_is_not_found() -> None:
    service_id = a_service(description="Come and sit.")
    stranger = staff(Role.COORDINATOR, organization_id=an_organization("Others"))

    with pytest.raises(Denied):
        translate_listing(
            stranger, service_id=service_id, language="so", words=SOMALI, origin=TextOrigin.PERSON
        )
    with pytest.raises(Denied):
        listing_to_translate(stranger, service_id=service_id, language="so")
    with pytest.raises(NotFound):
        translate_listing(SYSTEM, service_id=uuid7(), language="so", words=SOMALI, origin=TextOrigin.PERSON)
    with pytest.raises(NotFound):
        listing_in_language(NOBODY, service_id=uuid7(), language="so")


def found(words: str) -> list[UUID]:
    parts = (Part(tuple((Term(word),) for word in words.split())),)
    return index_now().index.every(parts)


def test_a_listing_is_found_by_its_words_in_another_language() -> None:
    service_id = a_service(description="Come and sit.")

    say(service_id, SOMALI)

    assert found("fadhiiso") == [service_id]


def test_words_of_one_who_keeps_a_place_hidden_are_not_looked_for() -> None:
    service_id = a_service(
        description="Come and sit.", details=ServiceDetails(places=(a_place(is_confidential=True),))
    )

    say(service_id, SOMALI)

    assert service_id not in found("fadhiiso")
