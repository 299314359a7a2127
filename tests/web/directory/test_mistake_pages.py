"""Something wrong? Said in one tap without an account, read by those who keep the listing."""

from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.directory.models import ListingMistake
from kith.directory.terms import Topic
from kith.web.site.report_pages import REPORTS_FROM_ONE
from tests.factories.directory import a_service, an_organization
from tests.web.people_at_the_door import a_site, browser_of_member

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
    for _ in range(REPORTS_FROM_ONE):
        Client().post(address_of(service_id), {"kind": "closed"})

    assert Client().post(address_of(service_id), {"kind": "phone"}).status_code == 429
    assert ListingMistake.objects.count() == REPORTS_FROM_ONE


def test_the_page_about_a_sensitive_service_is_stored_nowhere(own: UUID) -> None:
    safe = a_service("Safe", organization_id=own, topics=[Topic.SAFETY_AT_HOME])

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
