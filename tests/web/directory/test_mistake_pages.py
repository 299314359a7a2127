"""Something wrong? Said in one tap without an account, read by those who keep the listing."""

from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.core.ids import uuid7
from kith.core.models import Event, IdempotencyKey
from kith.core.viewer import Role
from kith.directory.models import ListingMistake
from kith.directory.terms import Topic
from kith.web.directory.mistake_pages import NOTES_FROM_ONE
from tests.factories.directory import a_place, a_service, an_organization, at
from tests.web.people_at_the_door import a_site, a_user, browser_of, browser_of_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def own() -> UUID:
    a_site(an_organization("Northgate Together"))
    return an_organization("Harbour House")


@pytest.fixture
def service_id(own: UUID) -> UUID:
    return a_service("Sewing circle", organization_id=own)


def address_of(service_id: UUID) -> str:
    return reverse("report_listing_mistake", args=[service_id])


def test_the_page_of_a_service_leads_there(service_id: UUID) -> None:
    page = Client().get(reverse("service_page", args=[service_id])).content.decode()

    assert f'href="{address_of(service_id)}"' in page


def test_one_tap_is_enough_and_nobody_is_asked_who_it_is(service_id: UUID) -> None:
    page = Client().get(address_of(service_id)).content.decode()
    response = Client().post(address_of(service_id), {"kind": "closed"})

    assert response["Location"] == reverse("mistake_reported")
    assert ListingMistake.objects.get().kind == "closed"
    assert not any(word in page for word in ('type="email"', 'type="tel"', 'name="name"'))


def test_sent_twice_it_is_one_note(service_id: UUID) -> None:
    said = {"kind": "phone", "words": "It is 0171.", "key": str(uuid7())}

    for _ in range(2):
        assert Client().post(address_of(service_id), said).status_code == 302

    assert ListingMistake.objects.count() == 1


def test_without_a_kind_it_comes_back_with_its_words(service_id: UUID) -> None:
    response = Client().post(address_of(service_id), {"words": "It is 0171."})

    assert response.status_code == 422
    assert "It is 0171." in response.content.decode()


def test_a_flood_is_stopped(service_id: UUID) -> None:
    cache.clear()
    for _ in range(NOTES_FROM_ONE):
        Client().post(address_of(service_id), {"kind": "closed"})

    assert Client().post(address_of(service_id), {"kind": "phone"}).status_code == 429
    assert ListingMistake.objects.count() == NOTES_FROM_ONE


def test_it_does_not_use_up_what_may_be_said_about_the_site(service_id: UUID) -> None:
    cache.clear()
    for _ in range(NOTES_FROM_ONE):
        Client().post(address_of(service_id), {"kind": "closed"})

    said = {"what": "The first page is empty.", "where": "", "reply_to": ""}

    assert Client().post(reverse("report_a_mistake"), said).status_code == 302


def test_whoever_is_signed_in_is_not_kept_either(service_id: UUID) -> None:
    user_id = a_user()
    before = IdempotencyKey.objects.filter(viewer__contains=str(user_id)).count()

    browser_of(user_id).post(address_of(service_id), {"kind": "safety", "words": "They shouted."})

    assert IdempotencyKey.objects.filter(viewer__contains=str(user_id)).count() == before
    assert IdempotencyKey.objects.filter(viewer="public:nobody").exists()
    assert Event.objects.get(kind="directory.listing_mistake_reported").user_id is None


def test_the_form_says_who_reads_which_kind(service_id: UUID) -> None:
    page = Client().get(address_of(service_id)).content.decode()

    assert "Those who keep this listing read it" in page
    assert "“It was not safe there” goes only to the people who run this site" in page
    assert "nor where a hidden place is" in page


def test_the_form_of_those_who_run_the_site_does_not_say_that_others_read_it(own: UUID) -> None:
    a_site(own)
    page = Client().get(address_of(a_service("Sewing", organization_id=own))).content.decode()

    assert "They read all that you send here." in page
    assert "goes only to" not in page


def test_those_who_run_the_site_read_what_was_not_safe_and_its_keeper_does_not(own: UUID) -> None:
    host = an_organization("Northgate Together")
    a_site(host)
    refuge = a_service("Refuge", organization_id=own, details=at(a_place(is_confidential=True)))
    for words in ("Come to 12 Mill Lane", "They shouted"):
        Client().post(address_of(refuge), {"kind": "safety", "words": words})

    theirs = browser_of_member(Role.COORDINATOR, organization_id=own).get(reverse("my_listing"))
    page = browser_of_member(Role.CURATOR, organization_id=host).get(reverse("my_listing")).content.decode()

    assert "It was not safe there" not in theirs.content.decode()
    assert "They shouted" in page
    assert "12 Mill Lane" not in page
    assert "The words are kept back: they could say where a hidden place is." in page
    assert "2 notes wait." in page


def test_of_many_notes_five_are_shown_and_the_others_counted(service_id: UUID, own: UUID) -> None:
    for number in range(7):
        Client().post(address_of(service_id), {"kind": "phone", "words": f"It is {number}."})

    page = browser_of_member(Role.COORDINATOR, organization_id=own).get(reverse("my_listing"))

    assert page.content.decode().count("The number is wrong</strong>") == 5
    assert "And 2 more notes." in page.content.decode()
    assert "7 notes wait." in page.content.decode()


@pytest.mark.parametrize("topic", [Topic.SAFETY_AT_HOME, Topic.CRISIS])
def test_the_page_about_a_sensitive_service_is_stored_nowhere(own: UUID, topic: Topic) -> None:
    safe = a_service("Safe", organization_id=own, topics=[topic])

    assert Client().get(address_of(safe))["Cache-Control"] == "no-store"


def test_a_keeper_reads_it_and_settles_it(service_id: UUID, own: UUID) -> None:
    Client().post(address_of(service_id), {"kind": "phone", "words": "It is 0171."})
    keeper = browser_of_member(Role.COORDINATOR, organization_id=own)
    page = keeper.get(reverse("my_listing")).content.decode()
    assert "The number is wrong" in page
    assert "It is 0171." in page

    settle = reverse("settle_listing_mistake", args=[ListingMistake.objects.get().id])
    assert keeper.post(settle, {"key": str(uuid7())})["Location"] == reverse("my_listing")

    assert "What people found wrong" not in keeper.get(reverse("my_listing")).content.decode()


def test_somebody_elses_note_is_not_found(service_id: UUID) -> None:
    Client().post(address_of(service_id), {"kind": "phone"})
    settle = reverse("settle_listing_mistake", args=[ListingMistake.objects.get().id])

    other = browser_of_member(Role.COORDINATOR)

    assert other.post(settle, {"key": str(uuid7())}).status_code == 404
    assert Client().post(settle, {"key": str(uuid7())}).status_code == 302, "to the sign-in page"
    assert ListingMistake.objects.filter(settled_at__isnull=True).exists()
