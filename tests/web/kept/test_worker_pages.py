"""What the browser's own program may keep, and the page without a network."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Role
from tests.factories.directory import SYSTEM, a_host
from tests.web.people_at_the_door import browser_of_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cache_table: None) -> Client:
    a_host()
    return Client()


def listed(client: Client, name: str, address: str = "/sw.js") -> list[str]:
    program = client.get(address).content.decode()
    found = re.search(rf"const {name} = (.*);", program)
    assert found
    return list(json.loads(found[1]))


def version_of(client: Client) -> str:
    found = re.search(r'const PUBLIC = "(kith-\w+)"', client.get("/sw.js").content.decode())
    assert found
    return found[1]


def test_the_program_comes_from_the_root_and_is_asked_for_again(client: Client) -> None:
    response = client.get("/sw.js")

    assert response["Content-Type"].startswith("text/javascript")
    assert response["Service-Worker-Allowed"] == "/"
    assert "no-cache" in response["Cache-Control"]
    assert "connect-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/sw.js", "/ar/sw.js"])
def test_every_page_that_it_may_keep_is_public_and_may_be_stored(client: Client, address: str) -> None:
    pages = listed(client, "PAGES", address)

    assert reverse("offline") in " ".join(pages)
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200, page
        assert "no-store" not in response["Cache-Control"], page


def test_it_keeps_pages_in_the_language_of_its_address(client: Client) -> None:
    assert "/ar/kept/" in listed(client, "PAGES", "/ar/sw.js")


def test_no_page_of_a_sensitive_topic_is_among_them(client: Client) -> None:
    pages = listed(client, "PAGES")

    assert "/help/food/" in pages
    assert not [page for page in pages if any(code in page for code in ("hurt", "drink", "ending", "new"))]


def test_every_file_that_it_keeps_is_our_own(client: Client) -> None:
    assert all(file.startswith("/static/kith/") for file in listed(client, "FILES"))


def test_another_number_to_call_is_another_version(client: Client) -> None:
    before = version_of(client)
    host = a_host()
    assert version_of(client) != before, "the id of the host is another"
    before = version_of(client)

    set_site_profile(
        SYSTEM,
        name="Northgate",
        host_organization_id=host,
        duty_user_id=None,
        country="GB",
        emergency_number="112",
        talk_line="116 123",
        talk_line_words="",
        jurisdiction="",
        timezone="UTC",
        is_demo=False,
    )

    assert version_of(client) != before


def test_without_a_network_the_numbers_to_call_stay(client: Client) -> None:
    page = client.get(reverse("offline")).content.decode()

    assert 'href="tel:999"' in page.split("<main")[1]
    assert 'href="tel:116123"' in page.split("<main")[1]


def test_a_page_that_may_be_kept_holds_the_words_for_later(client: Client) -> None:
    assert '<p class="notice warn" hidden data-when-offline>' in client.get("/kept/").content.decode()


def test_a_page_of_somebody_who_is_signed_in_may_never_be_stored(cache_table: None) -> None:
    member = browser_of_member(Role.NAVIGATOR)

    for page in ("/kept/", "/find/", "/privacy/"):
        response = member.get(page)
        assert "no-store" in response["Cache-Control"], page
        assert "data-when-offline" not in response.content.decode(), page
