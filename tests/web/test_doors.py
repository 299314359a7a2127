from dataclasses import replace

import pytest
from django.test import Client

from kith.core.viewer import Role
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.take_in import take_in
from tests.factories.core import staff
from tests.web.people_at_the_door import SYSTEM, a_user, an_organization, browser_of, browser_of_member

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.pages_that_fail")]


@pytest.mark.parametrize("address", ["/navigators/", "/staff/", "/person/", "/signed-in/"])
def test_nobody_is_asked_to_sign_in_and_comes_back(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == f"/account/login/?next={address}"


def test_a_part_asked_by_htmx_sends_the_whole_page_to_sign_in(client: Client) -> None:
    response = client.get("/navigators/", headers={"hx-request": "true"})

    assert response["HX-Redirect"] == "/account/login/"


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        (Role.NAVIGATOR, "/navigators/", 200),
        (Role.COORDINATOR, "/navigators/", 404),
        (Role.COORDINATOR, "/staff/", 200),
        (Role.NAVIGATOR, "/person/", 404),
        (Role.EVALUATOR, "/signed-in/", 200),
    ],
)
def test_a_page_is_not_there_for_other_roles(role: Role, address: str, status: int) -> None:
    assert browser_of_member(role).get(address).status_code == status


def test_a_person_finds_their_own_page_and_no_staff_page() -> None:
    user_id = a_user()
    worker = staff(Role.NAVIGATOR, organization_id=an_organization())
    worker_id = a_user("Worker")
    person_id = take_in(
        replace(worker, user_id=worker_id),
        alias="Robin",
        languages=["en"],
        rough_area="",
        times="",
        access_needs="",
    )
    link_portal_user(SYSTEM, person_id=person_id, user_id=user_id)
    client = browser_of(user_id)

    assert client.get("/person/").status_code == 200
    assert client.get("/staff/").status_code == 404
    assert client.get("/who/").json()["door"] == "portal"
