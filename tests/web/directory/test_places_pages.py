"""Places told kind by kind: the keeper's page, and what everybody reads."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.directory.models import PlacesOfKind
from tests.factories.directory import a_service, an_organization
from tests.web.people_at_the_door import a_site, browser_of_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]
EMPTY = {f"{name}_{at}": code for at in range(4) for name, code in (("unit", "places"), ("for", "anyone"))}


@pytest.fixture
def own() -> UUID:
    a_site(an_organization("Northgate Together"))
    return an_organization("Harbour House")


@pytest.fixture
def address(own: UUID) -> str:
    return reverse("set_places_by_kind", args=[a_service("Night house", organization_id=own)])


@pytest.fixture
def coordinator(own: UUID) -> Client:
    return browser_of_member(Role.COORDINATOR, organization_id=own)


def written(**lines: str) -> dict[str, str]:
    return EMPTY | {"key": str(uuid7())} | lines


def test_a_keeper_tells_kinds_and_everybody_reads_bands(coordinator: Client, address: str) -> None:
    response = coordinator.post(
        address,
        written(left_0="2", unit_0="beds", for_0="women", left_1="0", unit_1="rooms", for_1="families"),
    )

    assert response.status_code == 302
    page = " ".join(Client().get(address.replace("places/", "")).content.decode().split())
    assert 'Beds · Women: <span class="tag warn">Few places</span>' in page
    assert "Rooms · Families with children" in page
    assert coordinator.get(address).content.decode().count('value="2"') == 1


@pytest.mark.parametrize(
    "lines",
    [
        {},
        {"left_0": "many"},
        {"left_0": "-1"},
        {"left_0": "1", "left_1": "2"},
        {"left_0": "1", "unit_0": "souls"},
    ],
)
def test_what_cannot_be_comes_back_with_a_sentence(
    coordinator: Client, address: str, lines: dict[str, str]
) -> None:
    response = coordinator.post(address, written(**lines))

    assert response.status_code == 422
    assert 'class="field-error"' in response.content.decode()
    assert not PlacesOfKind.objects.exists()


def test_nobody_else_reaches_the_page(own: UUID, address: str) -> None:
    stranger = browser_of_member(Role.COORDINATOR, organization_id=an_organization("Others"))

    assert stranger.get(address).status_code == 404
    assert Client().get(address).status_code == 302
