"""What pages share: a page that a form opened is opened by it again."""

import re

import pytest
from django.test import Client

from kith.core.actions.set_public_face import set_public_face
from tests.factories.core import SYSTEM
from tests.factories.core_site import a_face
from tests.factories.directory import a_host, a_place, a_service, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cache_table: None) -> Client:
    a_host()
    return Client()


def switch_on(page: str) -> tuple[str, dict[str, str]]:
    """Where the switch to Arabic goes, and what it sends."""
    form = re.search(
        r'<form method="post" action="([^"]*)" class="language">(.*?lang="ar".*?)</form>', page, re.DOTALL
    )
    assert form
    return form[1], dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[2]))


def test_a_search_is_read_in_another_language_and_its_words_stay_out_of_addresses(client: Client) -> None:
    a_service("Sewing circle", details=at(a_place()))
    page = client.post("/find/", {"words": "sewing", "near": "Northgate"}).content.decode()

    address, sent = switch_on(page)

    assert address == "/ar/find/"
    assert (sent["words"], sent["near"]) == ("sewing", "Northgate")
    answer = client.post(address, sent).content.decode()
    assert "Sewing circle" in answer
    assert '<html lang="ar" dir="rtl">' in answer


def test_a_page_that_was_looked_at_is_switched_by_its_address(client: Client) -> None:
    address, sent = switch_on(client.get("/find/").content.decode())

    assert (address, sent["next"]) == ("/language/", "/find/")


def test_what_was_typed_is_said_again_as_it_was_typed(client: Client) -> None:
    page = client.post("/find/", {"words": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in page


def test_words_of_danger_bring_the_line_for_those_who_are_hurt_at_home(client: Client) -> None:
    set_public_face(SYSTEM, **a_face())

    for words in ("he hits me", "kill myself"):
        assert "tel:08082000247" in client.post("/find/", {"words": words}).content.decode()
    assert "tel:08082000247" not in client.post("/find/", {"words": "bread"}).content.decode()
