"""A service's and an organisation's page, as anybody sees them."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from kith.core import clock
from kith.core.ids import uuid7
from kith.directory.actions.set_places import set_places
from kith.directory.models import Service
from kith.directory.records import PhoneRecord, ServiceDetails
from kith.directory.terms import SENSITIVE_TOPICS, ServiceStatus, Topic
from tests.factories.directory import (
    SYSTEM,
    a_host,
    a_place,
    a_service,
    an_organization,
    at,
    hsds_service,
    taken_in,
    weekly,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def client(cache_table: None) -> Client:
    a_host()
    return Client()


def page_of(client: Client, service_id: UUID) -> str:
    with clock.at(NOON):
        response = client.get(reverse("service_page", args=[service_id]))
    assert response.status_code == 200
    return response.content.decode()


def test_today_is_marked_and_the_number_can_be_called(client: Client) -> None:
    details = ServiceDetails(
        schedules=(weekly("MO,FR", "14:00", "20:00"),),
        phones=(PhoneRecord(number="+44 115 555 0170"),),
        places=(a_place(),),
    )

    page = page_of(client, a_service(languages=["ar"], details=details))

    assert "<strong>Today, Fri 20</strong>" in page
    assert "Closed now" in page
    assert 'href="tel:+441155550170"' in page
    assert 'lang="ar"' in page
    assert 'href="geo:52.95,-1.15"' in page


def test_an_address_in_the_phone_field_is_words_and_no_link(client: Client) -> None:
    phones = (PhoneRecord(number="Ask at 12 Church Lane", is_dialable=False),)

    page = page_of(client, a_service(details=ServiceDetails(phones=phones)))

    assert "Ask at 12 Church Lane" in page
    assert 'href="tel:"' not in page


def test_the_public_sees_the_band_and_never_the_figure(client: Client) -> None:
    service_id = a_service()
    with clock.at(NOON):
        set_places(SYSTEM, service_id=service_id, places_left=98_765, as_of=NOON)

    words = strip_tags(page_of(client, service_id))

    assert "Places free" in words
    assert "They told us on 20 November." in words
    assert "98765" not in words


@pytest.mark.parametrize("places_left", [0, 4])
def test_a_full_service_is_not_asked_to_contact_anyone(client: Client, places_left: int) -> None:
    service_id = a_service()
    with clock.at(NOON):
        set_places(SYSTEM, service_id=service_id, places_left=places_left, as_of=NOON)

    assert ("Please contact me" in page_of(client, service_id)) is (places_left > 0)


def test_a_service_that_ended_says_so_and_offers_nothing(client: Client) -> None:
    service_id = a_service()
    Service.objects.update(status=ServiceStatus.DEFUNCT)

    page = page_of(client, service_id)

    assert "No longer offered" in page
    assert "Please contact me" not in page


@pytest.mark.parametrize("topic", sorted(SENSITIVE_TOPICS))
def test_a_sensitive_service_is_stored_nowhere_nor_is_the_page_that_lists_it(
    client: Client, topic: Topic
) -> None:
    own = an_organization("Harbour House")
    listing = reverse("organization_page", args=[own])
    plain = a_service("Warm bread", organization_id=own, topics=[Topic.FOOD])
    assert "no-store" not in client.get(listing)["Cache-Control"]
    assert "no-store" not in client.get(reverse("service_page", args=[plain]))["Cache-Control"]

    service_id = a_service("Open door", organization_id=own, topics=[Topic.FOOD, topic])

    assert client.get(listing)["Cache-Control"] == "no-store"
    assert client.get(reverse("service_page", args=[service_id]))["Cache-Control"] == "no-store"


def test_the_title_names_neither_service_nor_need(client: Client) -> None:
    service_id = a_service("Alcohol recovery group", topics=[Topic.ADDICTION])

    response = client.get(reverse("service_page", args=[service_id]))

    assert b"<title>A place that helps" in response.content
    assert response["Cache-Control"] == "no-store"


def test_where_it_comes_from_stays_visible(client: Client) -> None:
    taken_in(hsds_service(assured_date="2025-03-10"))
    service = Service.objects.get()

    page = page_of(client, service.id)
    organization = client.get(reverse("organization_page", args=[service.organization_id])).content.decode()

    assert "Taken from the list “<bdi>Riverside List</bdi>”." in page
    assert "It says it was right on 10 March 2025." in page
    assert "Nobody here has checked this listing yet." in page
    assert "(listed by Riverside List)" in organization


def test_a_confidential_place_is_nowhere_on_the_page(client: Client) -> None:
    page = page_of(client, a_service(details=at(a_place(is_confidential=True))))

    assert "Mill Lane" not in page
    assert "geo:" not in page
    assert "kept safe" in page


def test_what_a_source_wrote_is_text_and_never_markup(client: Client) -> None:
    service_id = a_service("<b>Bold</b>", description="<script>alert(1)</script>")

    assert "<script>alert" not in page_of(client, service_id)


def test_an_organisation_lists_its_services(client: Client) -> None:
    own = an_organization("Harbour House")
    a_service("Sewing circle", organization_id=own)

    page = client.get(reverse("organization_page", args=[own])).content.decode()

    assert "Harbour House" in page
    assert "Sewing circle" in page


@pytest.mark.parametrize("name", ["service_page", "organization_page"])
def test_an_unknown_id_is_a_calm_not_found(client: Client, name: str) -> None:
    assert client.get(reverse(name, args=[uuid7()])).status_code == 404
