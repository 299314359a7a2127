"""The page on which keepers tick facts, and the facts on the service's page and in the search."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.directory.actions.tag_service import tag_service
from tests.factories.directory import SYSTEM, a_service, an_organization, own_taxonomies
from tests.web.people_at_the_door import a_site, browser_of_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def own() -> UUID:
    a_site(an_organization("Northgate Together"))
    own_taxonomies()
    return an_organization("Harbour House")


def test_a_keeper_ticks_what_is_true_and_everybody_reads_it(own: UUID) -> None:
    service_id = a_service("Sewing circle", organization_id=own)
    coordinator = browser_of_member(Role.COORDINATOR, organization_id=own)
    address = reverse("tag_service", args=[service_id])
    tag_service(SYSTEM, service_id=service_id, codes=["cost-free"])

    before = coordinator.get(address).content.decode()
    response = coordinator.post(address, {"papers": "papers-none", "culture": ["culture-women"]})

    assert '<input type="checkbox" name="cost" value="cost-free"' in before
    assert response.status_code == 302
    page = Client().get(reverse("service_page", args=[service_id])).content.decode()
    assert "Does not ask for papers" in page
    assert "Women only" in page
    assert "Who feels at home" in page
    assert "Free" not in page


def test_a_fact_that_is_none_comes_back_and_nothing_is_written(own: UUID) -> None:
    service_id = a_service("Sewing circle", organization_id=own)
    coordinator = browser_of_member(Role.COORDINATOR, organization_id=own)

    response = coordinator.post(reverse("tag_service", args=[service_id]), {"papers": "cost-free"})

    assert response.status_code == 422
    assert (
        "Does not ask for papers"
        not in Client().get(reverse("service_page", args=[service_id])).content.decode()
    )


def test_nobody_else_reaches_the_page(own: UUID) -> None:
    address = reverse("tag_service", args=[a_service("Sewing circle", organization_id=own)])
    stranger = browser_of_member(Role.COORDINATOR, organization_id=an_organization("Others"))

    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"papers": "papers-none"}).status_code == 404
    assert Client().get(address).status_code == 302


def test_a_search_asks_for_facts_and_leaves_no_trace(own: UUID) -> None:
    open_to_all, other = a_service("Open table"), a_service("Card table")
    tag_service(SYSTEM, service_id=open_to_all, codes=["papers-none"])
    tag_service(SYSTEM, service_id=other, codes=["cost-free"])

    response = Client().post(reverse("find_help"), {"words": "table", "fact": ["papers-none", "nonsense"]})

    page = response.content.decode()
    assert "Open table" in page
    assert "Card table" not in page
    assert 'value="papers-none" checked' in page
    assert response["Cache-Control"] == "no-store"
