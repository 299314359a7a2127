import re

import pytest
from django.test import Client

from tests.web.people_at_the_door import a_site

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/privacy/",
    "/hide-your-tracks/",
    "/accessibility/",
    "/report-a-mistake/",
    "/styleguide/",
    "/nowhere/",
]


def policy(client: Client, address: str) -> dict[str, str]:
    parts = (part.strip().split(" ", 1) for part in client.get(address)["Content-Security-Policy"].split(";"))
    return {part[0]: part[1] for part in parts}


@pytest.mark.parametrize("address", PAGES)
def test_no_page_may_run_what_we_did_not_write(client: Client, address: str) -> None:
    a_site()

    rules = policy(client, address)

    assert "unsafe" not in str(rules)
    assert re.fullmatch(r"'nonce-[^']{16,}'", rules["script-src"])
    assert rules["style-src"] == "'self'"
    assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"


@pytest.mark.parametrize("address", PAGES)
def test_each_script_carries_the_nonce_of_its_page(client: Client, address: str) -> None:
    a_site()
    response = client.get(address)
    nonce = re.search(r"'nonce-([^']+)'", response["Content-Security-Policy"])
    assert nonce

    scripts = re.findall(r"<script\b[^>]*>", response.content.decode())

    assert scripts
    assert all(f'nonce="{nonce[1]}"' in script and "src=" in script for script in scripts)


@pytest.mark.parametrize("address", PAGES)
def test_no_page_asks_a_third_party_for_anything(client: Client, address: str) -> None:
    a_site()
    page = client.get(address).content.decode()

    asked = re.findall(r'(?:src|href|action|srcset)="(https?:)?//[^"]*"', page)

    assert len(asked) <= 1  # the one link out is the quick exit


def test_other_headers_keep_the_page_to_itself(client: Client) -> None:
    response = client.get("/")

    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_refused_form_leaves_no_address_of_a_link_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    answer = Client(enforce_csrf_checks=True).post("/a/a-token-that-is-secret/", {"answer": "yes"})

    assert answer.status_code == 403
    assert "a-token-that-is-secret" not in caplog.text


SECRET = ["/a/", "/n/", "/h/", "/c/", "/l/", "/account/invitation/", "/account/password/new/"]


@pytest.mark.parametrize("area", SECRET)
def test_no_page_of_a_secret_address_is_stored_or_indexed(client: Client, area: str) -> None:
    answer = client.get(f"{area}a-b/")

    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_public_page_may_be_found_by_a_search_engine(client: Client) -> None:
    answer = client.get("/privacy/")

    assert '<meta name="robots" content="index">' in answer.content.decode()
    assert "X-Robots-Tag" not in answer
