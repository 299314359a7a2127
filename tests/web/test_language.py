import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def switch(client: Client, to: str, here: str) -> str:
    """Press the switch as it stands on the page `here`."""
    address = "/ar/language/" if here.startswith("/ar/") else "/language/"
    response = client.post(address, {"language": to, "next": here})
    assert response.status_code == 302
    return response["Location"]


def test_arabic_pages_live_under_ar_and_read_from_the_right(client: Client) -> None:
    page = client.get("/ar/privacy/").content.decode()

    assert '<html lang="ar" dir="rtl">' in page


def test_the_switch_goes_to_the_same_page(client: Client) -> None:
    assert switch(client, "ar", "/privacy/?a=1") == "/ar/privacy/?a=1"
    assert switch(client, "en", "/ar/privacy/") == "/privacy/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_the_switch_never_leaves_the_site(client: Client, elsewhere: str) -> None:
    assert "evil" not in switch(client, "ar", elsewhere)
    assert "javascript" not in switch(client, "ar", elsewhere)


def test_an_unknown_language_changes_nothing(client: Client) -> None:
    assert switch(client, "xx", "/privacy/") == "/privacy/"


def test_each_page_offers_the_other_language_in_its_own_name(client: Client) -> None:
    assert "العربيّة" in client.get("/privacy/").content.decode()
    assert ">English</button>" in client.get("/ar/privacy/").content.decode()


def test_a_translation_says_that_nobody_has_reviewed_it(client: Client) -> None:
    assert "not yet reviewed" not in client.get("/privacy/").content.decode()
    assert "لم تُراجَع" in client.get("/ar/privacy/").content.decode()
