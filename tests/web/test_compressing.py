"""Public pages travel compressed; a page that holds somebody's facts never does."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import Client

from kith.core.viewer import Role
from tests.web.people_at_the_door import a_site, browser_of_member

pytestmark = pytest.mark.django_db
TAKES = {"Accept-Encoding": "br, gzip"}


def asked(client: Client, address: str, **headers: str) -> HttpResponse:
    page: HttpResponse = client.get(address, headers=headers or TAKES)
    return page


@pytest.mark.parametrize("address", ["/", "/find/", "/accessibility/"])
def test_a_visitors_page_is_compressed_and_says_the_same(client: Client, address: str) -> None:
    a_site()

    packed, plain = asked(client, address), asked(client, address, accept="text/html")

    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)
    assert b"</html>" in gzip.decompress(packed.content)
    assert "Content-Encoding" not in plain.headers


def test_a_page_to_who_has_signed_in_is_not() -> None:
    a_site()

    page = asked(browser_of_member(Role.NAVIGATOR), "/find/")

    assert page.status_code == 200
    assert "Content-Encoding" not in page.headers


@pytest.mark.parametrize("area", ["a", "n", "h", "c", "l", "g", "p", "o"])
def test_a_page_that_a_link_opens_is_not(client: Client, area: str) -> None:
    a_site()

    assert "Content-Encoding" not in asked(client, f"/{area}/{'x' * 43}/").headers
