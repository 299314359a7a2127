"""Keeping a listing right: who sees the pages, what they write, and that a second press does nothing more."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from kith.directory.models import Service
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


@pytest.fixture
def coordinator(own: UUID) -> Client:
    return browser_of_member(Role.COORDINATOR, organization_id=own)


def test_a_coordinator_sees_the_own_listing(coordinator: Client, service_id: UUID) -> None:
    a_service("Of others")

    page = coordinator.get(reverse("my_listing")).content.decode()

    assert "Sewing circle" in page
    assert "Of others" not in page
    assert "You have not told us how many places are left." in page


def test_places_are_set_once_however_often_the_button_is_pressed(
    coordinator: Client, service_id: UUID
) -> None:
    address, fields = reverse("keep_listing", args=[service_id]), {"places_left": "5", "key": str(uuid7())}

    for _ in range(2):
        response = coordinator.post(address, fields)
        assert response.status_code == 302

    assert Service.objects.get().places_left == 5
    assert Event.objects.filter(kind="directory.places_set").count() == 1


@pytest.mark.parametrize("typed", ["", "many", "-1", "9999999", "2.5"])
def test_an_impossible_figure_comes_back_with_a_sentence(
    coordinator: Client, service_id: UUID, typed: str
) -> None:
    response = coordinator.post(reverse("keep_listing", args=[service_id]), {"places_left": typed})

    assert response.status_code == 422
    assert b"Something needs mending" in response.content
    assert Service.objects.get().places_left is None


def test_still_correct_is_one_press(coordinator: Client, service_id: UUID) -> None:
    response = coordinator.post(
        reverse("confirm_listing", args=[service_id]), {"how": "by_the_service", "key": str(uuid7())}
    )

    assert response.status_code == 302
    assert Service.objects.get().confirmed_how == "by_the_service"


def test_how_it_is_known_must_be_said(coordinator: Client, service_id: UUID) -> None:
    response = coordinator.post(reverse("confirm_listing", args=[service_id]), {"how": "by_dream"})

    assert response.status_code == 422
    assert Service.objects.get().confirmed_at is None


def test_looking_confirms_nothing(coordinator: Client, service_id: UUID) -> None:
    assert coordinator.get(reverse("confirm_listing", args=[service_id])).status_code == 405
    assert coordinator.get(reverse("keep_listing", args=[service_id])).status_code == 200

    assert Service.objects.get().confirmed_at is None


def test_for_others_these_pages_are_not_here(service_id: UUID) -> None:
    stranger = browser_of_member(Role.COORDINATOR)

    assert stranger.get(reverse("keep_listing", args=[service_id])).status_code == 404
    assert (
        stranger.post(reverse("confirm_listing", args=[service_id]), {"how": "by_phone"}).status_code == 404
    )
    assert browser_of_member(Role.EVALUATOR).get(reverse("my_listing")).status_code == 404
    assert Client().get(reverse("keep_listing", args=[service_id])).status_code == 302


def test_the_public_page_offers_it_to_those_who_keep_it_only(coordinator: Client, service_id: UUID) -> None:
    address = reverse("service_page", args=[service_id])

    assert b"Keep this listing right" in coordinator.get(address).content
    assert b"Keep this listing right" not in Client().get(address).content
