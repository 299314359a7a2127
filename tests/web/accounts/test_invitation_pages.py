from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.actions.invite_to_portal import invite_to_portal
from kith.accounts.models import Invitation, User
from kith.core import clock
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import NAVIGATOR

pytestmark = pytest.mark.django_db
EMAIL = "new@member.example"


def address_of(token: str) -> str:
    return reverse("accept_invitation", args=[token])


def take_up(client: Client, token: str, password: str = keyboard.PASSWORD) -> keyboard.HttpResponse:
    return keyboard.send(client, address_of(token), display_name="Noor Haddad", password=password)


def test_a_newcomer_reads_it_takes_it_up_and_signs_in(admin: Viewer, harbour: UUID) -> None:
    _, token = make.an_invitation(admin, role=Role.CLINICIAN)
    client = keyboard.fresh()
    page = client.get(address_of(token)).content.decode()
    assert "Harbour House" in page
    assert "Clinician" in page

    response = take_up(client, token)

    assert response["Location"] == reverse("account_login")
    assert not keyboard.is_signed_in(client)
    assert keyboard.sign_in(client, EMAIL).status_code == 302
    assert make.seen_as(User.objects.get(email=EMAIL).pk, harbour).roles == {Role.CLINICIAN}


def test_a_mail_scanner_that_opens_it_changes_nothing(admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin)

    for method in ("get", "head", "get"):
        assert getattr(keyboard.fresh(), method)(address_of(token)).status_code == 200

    assert Invitation.objects.get(pk=invitation_id).accepted_at is None


def test_used_taken_back_and_run_out_are_said_in_calm_sentences(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)
    take_up(keyboard.fresh(), token)
    _, old = make.an_invitation(admin)

    for used in (keyboard.fresh().get(address_of(token)), take_up(keyboard.fresh(), token)):
        assert used.status_code == 410
        assert "already used" in used.content.decode()
    with clock.at(clock.now() + timedelta(days=8)):
        assert "run out" in keyboard.fresh().get(address_of(old)).content.decode()
    assert keyboard.fresh().get(address_of("made-up")).status_code == 404


def test_a_double_click_makes_one_user(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)
    client, key = keyboard.fresh(), "0197f3c0-0000-7000-8000-000000000001"
    fields = {"key": key, "display_name": "Noor", "password": keyboard.PASSWORD}

    first = keyboard.send(client, address_of(token), **fields)
    second = keyboard.send(client, address_of(token), **fields)

    assert (first.status_code, first["Location"]) == (302, "/account/login/")
    assert (second.status_code, second["Location"]) == (302, "/account/login/")
    assert User.objects.filter(email=EMAIL).count() == 1


def test_a_weak_password_comes_back_beside_its_field_and_is_not_shown(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)

    response = take_up(keyboard.fresh(), token, "short")

    assert response.status_code == 422
    page = response.content.decode()
    assert 'id="id_password_error"' in page
    assert "Noor Haddad" in page
    assert 'value="short"' not in page


def test_who_has_a_sign_in_is_asked_to_use_it_and_comes_back(navigator: Viewer, lantern: UUID) -> None:
    lanterns_admin = make.a_member(lantern, Role.ADMIN)
    _, token = make.an_invitation(lanterns_admin, email=NAVIGATOR, role=Role.COORDINATOR)
    client = keyboard.fresh()
    assert f"/account/login/?next={address_of(token)}" in client.get(address_of(token)).content.decode()
    assert take_up(client, token).status_code == 200
    assert User.objects.filter(email=NAVIGATOR).count() == 1

    back = keyboard.sign_in(client, NAVIGATOR, to=address_of(token))
    assert back["Location"] == address_of(token)
    response = keyboard.send(client, address_of(token))

    assert response["Location"] == reverse("choose_organization")
    assert make.seen_as(make.user_id_of(navigator), lantern).roles == {Role.COORDINATOR}


def test_somebody_else_who_is_signed_in_cannot_take_it(navigators_browser: Client, admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin, role=Role.ADMIN)

    looked = navigators_browser.get(address_of(token))
    sent = keyboard.send(navigators_browser, address_of(token), display_name="X", password=keyboard.PASSWORD)

    assert looked.status_code == sent.status_code == 403
    assert EMAIL not in looked.content.decode()
    assert Invitation.objects.get(pk=invitation_id).accepted_at is None


def test_a_person_opens_their_own_page_without_a_role(navigator: Viewer) -> None:
    made = invite_to_portal(navigator, email="amina@home.example")
    client = keyboard.fresh()
    assert "your own page" in client.get(address_of(made.token)).content.decode()

    take_up(client, made.token)

    assert keyboard.sign_in(client, "amina@home.example").status_code == 302
    assert client.get(reverse("team")).status_code == 404


def test_the_page_is_kept_by_no_cache_and_sends_its_address_nowhere(client: Client, admin: Viewer) -> None:
    _, token = make.an_invitation(admin)

    response = client.get(address_of(token))

    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("language", ["", "/ar"])
def test_no_search_engine_keeps_the_page(client: Client, admin: Viewer, language: str) -> None:
    _, token = make.an_invitation(admin)

    response = client.get(f"{language}/account/invitation/{token}/")

    assert response.status_code == 200
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "noindex" in response["X-Robots-Tag"]
