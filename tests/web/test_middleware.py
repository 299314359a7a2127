from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from kith.accounts.actions.end_membership import end_membership
from kith.accounts.models import Membership, User
from kith.core import clock
from kith.core.viewer import Door, Role
from tests.web.people_at_the_door import SYSTEM, browser_of, browser_of_member
from tests.web.people_at_the_door import a_user as a_user_with

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.pages_that_fail")]


def test_without_a_session_the_viewer_is_nobody(client: Client) -> None:
    seen = client.get("/who/").json()

    assert seen == {"user": None, "roles": [], "door": Door.PUBLIC}


def test_a_member_acts_in_their_roles_through_the_staff_door() -> None:
    seen = browser_of_member(Role.NAVIGATOR, Role.CLINICIAN).get("/who/").json()

    assert seen["roles"] == ["clinician", "navigator"]
    assert seen["door"] == Door.STAFF


def test_an_ended_membership_counts_from_the_next_page_on() -> None:
    client = browser_of_member(Role.NAVIGATOR)
    end_membership(SYSTEM, membership_id=Membership.objects.get().id)

    assert client.get("/who/").json()["roles"] == []


def test_a_foreign_organisation_in_the_session_gives_no_role() -> None:
    client = browser_of_member(Role.NAVIGATOR)
    session = client.session
    session["acting_for"] = "0190b2f0-0000-7000-8000-000000000000"
    session.save()

    assert client.get("/who/").json()["roles"] == []


def test_nonsense_in_the_session_is_no_choice() -> None:
    client = browser_of_member(Role.NAVIGATOR)
    session = client.session
    session["acting_for"] = "\x00 nonsense"
    session.save()

    assert client.get("/who/").json()["roles"] == ["navigator"]


def test_a_session_ends_after_the_idle_limit() -> None:
    client = browser_of(a_user_with())
    client.get("/who/")

    with clock.at(clock.now() + timedelta(minutes=settings.KITH_IDLE_MINUTES, seconds=5)):
        assert client.get("/who/").json()["user"] is None
        assert "signed out" in client.get("/accessibility/").content.decode()


def test_a_session_in_use_does_not_end() -> None:
    client = browser_of(a_user_with())
    start = clock.now()

    for minutes in (0, 20, 40, 60):
        with clock.at(start + timedelta(minutes=minutes)):
            assert client.get("/who/").json()["user"] is not None


def test_being_here_is_noted_at_most_once_a_minute() -> None:
    user_id = a_user_with()
    client = browser_of(user_id)
    start = clock.now()
    noted = []

    for seconds in (0, 30, 61):
        with clock.at(start + timedelta(seconds=seconds)):
            client.get("/who/")
        noted.append(User.objects.get(pk=user_id).last_seen_at)

    assert noted[0] == noted[1] == start
    assert noted[2] == start + timedelta(seconds=61)


@pytest.mark.parametrize(
    "address", ["/who/?words=%00", "/who/?%00=1", "/%00/", "/ar/services/%00/", "/account/invitation/a%00b/"]
)
def test_nul_bytes_get_a_calm_400(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 400
    assert "<strong>unreadable</strong>" in response.content.decode()


@pytest.mark.parametrize(
    "raw", ["/who/?words=%ff%fe", "/%ff%fe/", "/find/%C3%28/", "/?words=" + "a" * 100_000]
)
def test_broken_letters_and_long_addresses_never_break_a_page(client: Client, raw: str) -> None:
    assert client.get(raw).status_code in {200, 400, 404}


def test_nul_bytes_in_a_form_get_a_calm_400(client: Client) -> None:
    assert client.post("/need/", {"words": "a\x00b"}).status_code == 400


def test_a_broken_upload_gets_a_calm_400(client: Client) -> None:
    response = client.post("/need/", b"not a form", content_type="multipart/form-data")

    assert response.status_code == 400
    assert "<html" in response.content.decode()


def test_a_huge_form_gets_a_calm_413(client: Client) -> None:
    response = client.post("/need/", {"words": "a" * 3_000_000})

    assert response.status_code == 413
    assert "<strong>too-large</strong>" in response.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_unknown_methods_get_a_calm_405(client: Client, method: str) -> None:
    response = getattr(client, method)("/who/")

    assert response.status_code == 405


def test_a_link_to_a_button_gets_a_calm_405(client: Client) -> None:
    response = client.get("/press/")

    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "<h1>" in response.content.decode()


def test_head_gets_what_get_would_without_a_body(client: Client) -> None:
    response = client.head("/privacy/")

    assert response.status_code == 200
    assert response.content == b""


def test_a_public_page_is_kept_by_no_shared_cache(client: Client) -> None:
    assert client.get("/privacy/")["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("address", ["/missing/", "/nowhere/", "/fails/expired/"])
def test_what_went_wrong_is_not_kept(client: Client, address: str) -> None:
    assert "no-store" in client.get(address)["Cache-Control"]


def test_signed_in_pages_are_not_kept() -> None:
    assert "no-store" in browser_of_member(Role.NAVIGATOR).get("/privacy/")["Cache-Control"]


def test_an_answer_to_a_form_is_not_kept(client: Client) -> None:
    assert "no-store" in client.post("/need/", {})["Cache-Control"]
