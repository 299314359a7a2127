"""What the host's admin says visitors see, and what they then see."""

import re

import pytest
from django.test import Client

from kith.core.actions.set_public_face import set_public_face
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role
from tests.factories.core_site import a_face
from tests.web.people_at_the_door import SYSTEM, a_site, an_organization, browser_of_member

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/",
    "/help/",
    "/help/food/",
    "/find/",
    "/privacy/",
    "/hide-your-tracks/",
    "/nowhere/",
    "/account/login/",
]


def title_of(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page)
    assert found
    return found[1]


def test_the_hosts_admin_says_what_visitors_see() -> None:
    host_id = an_organization()
    a_site(host_id)
    admin = browser_of_member(Role.ADMIN, organization_id=host_id)

    response = admin.post(
        "/site/public/",
        {
            "public_name": "Town notes",
            "is_discreet": "on",
            "text_line": "85258",
            "text_line_words": "Text SHOUT.",
            "left_out_pages": ["new"],
        },
    )

    assert response.status_code == 302
    site = site_profile(SYSTEM)
    assert (site.public_name, site.is_discreet, site.left_out_pages) == ("Town notes", True, ("new",))
    assert (site.text_line, site.safety_line) == ("85258", "")
    assert (site.emergency_number, site.name) == ("911", "Northgate Mental Health Partnership")
    page = admin.get("/site/public/").content.decode()
    assert 'value="Town notes"' in page
    assert re.search(r'value="new"[^>]*checked', page)


def test_a_page_about_danger_cannot_be_left_out() -> None:
    host_id = an_organization()
    a_site(host_id)
    admin = browser_of_member(Role.ADMIN, organization_id=host_id)

    assert admin.post("/site/public/", {"left_out_pages": ["hurt"]}).status_code == 422


@pytest.mark.parametrize("role", Role)
def test_nobody_else_finds_the_page(role: Role) -> None:
    a_site(an_organization())

    assert browser_of_member(role).get("/site/public/").status_code == 404


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/site/public/").status_code == 302


@pytest.mark.parametrize("address", PUBLIC)
def test_a_name_of_its_own_stands_in_window_header_and_footer(client: Client, address: str) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face(public_name="Town <notes>"))

    page = client.get(address).content.decode()

    assert title_of(page).endswith(" – Town &lt;notes&gt;")
    assert '<a class="logo" href="/"><bdi>Town &lt;notes&gt;</bdi></a>' in page
    assert "Kith" not in re.sub(r"/static/kith\S*", "", page)


@pytest.mark.parametrize("address", PUBLIC)
def test_the_windows_of_a_discreet_site_show_nothing_but_its_name(client: Client, address: str) -> None:
    a_site(an_organization("Northgate Clinic"))
    set_public_face(SYSTEM, **a_face(public_name="Town notes", is_discreet=True))

    page = client.get(address).content.decode()

    assert title_of(page) == "Town notes"
    assert "kith/plain" in page
    assert "kith/icon" not in page
    footer = page[page.index("<footer") :]
    assert "Town notes" in footer
    assert "Northgate" not in footer


def test_a_discreet_site_still_says_who_runs_it_where_one_looks_for_that(client: Client) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face(public_name="Town notes", is_discreet=True))

    assert "Northgate Mental Health Partnership" in client.get("/privacy/").content.decode()
    assert "Northgate Mental Health Partnership" not in client.get("/").content.decode()


def test_without_a_word_from_the_admin_the_site_is_called_kith(client: Client) -> None:
    a_site()

    page = client.get("/").content.decode()

    assert title_of(page) == "Find help near you – Kith"
    assert "kith/icon" in page
