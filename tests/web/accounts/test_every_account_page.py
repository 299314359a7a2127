"""Every page of the area: opens in both languages, has no script, and every field is named."""

import re
from uuid import UUID

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse, translate_url

from kith.core.viewer import Viewer
from kith.web.accounts.urls import urlpatterns
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard

pytestmark = pytest.mark.django_db

FOR_NOBODY = [
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
]
FOR_A_MEMBER = [
    "my_account",
    "choose_organization",
    "team",
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "mfa_index",
]
AFTER_THE_PASSWORD = ["mfa_activate_totp"]
WITH_CODES = [
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
]
LANGUAGES = ["en", "ar"]
FIELDS = {"input", "select", "textarea"}
UNSAFE = [
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "account_reset_password",
    "mfa_activate_totp",
    "mfa_reauthenticate",
    "mfa_generate_recovery_codes",
    "my_account",
    "choose_organization",
    "sign_out_everywhere",
]


def check_page(client: Client, address: str) -> None:
    """Both languages answer 200 and keep the rules of a page."""
    for language in LANGUAGES:
        response = client.get(translate_url(address, language))
        assert response.status_code == 200, (address, language)
        check_rules(response)
        assert f'lang="{language}"' in response.content.decode()


def check_rules(response: keyboard.HttpResponse) -> None:
    tags = keyboard.tags_of(response)
    assert [tag for tag, _ in tags].count("h1") == 1
    assert re.search(r"script-src 'nonce-[^']+';", response["Content-Security-Policy"] + ";")
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    labels = {attributes.get("for") for tag, attributes in tags if tag == "label"}
    for tag, attributes in tags:
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        assert tag != "style"
        assert tag != "button" or attributes.get("type")
        assert tag != "script" or (attributes.get("src") and attributes.get("nonce"))
        for named in (attributes.get("aria-describedby") or "").split():
            assert named in ids
        if tag in FIELDS and attributes.get("type") != "hidden":
            assert attributes["id"] in labels


def test_pages_for_nobody() -> None:
    for name in FOR_NOBODY:
        check_page(Client(), reverse(name))


def test_pages_for_a_member(navigators_browser: Client) -> None:
    for name in FOR_A_MEMBER:
        check_page(navigators_browser, reverse(name))


def test_pages_after_the_password(navigators_browser: Client) -> None:
    keyboard.show_it_is_you(navigators_browser)
    for name in AFTER_THE_PASSWORD:
        check_page(navigators_browser, reverse(name))


def test_pages_with_one_time_codes(navigators_browser: Client) -> None:
    keyboard.turn_codes_on(navigators_browser)
    for name in WITH_CODES:
        check_page(navigators_browser, reverse(name))


def test_the_page_that_asks_for_a_code(navigators_browser: Client) -> None:
    keyboard.turn_codes_on(navigators_browser)
    client = keyboard.fresh()
    keyboard.sign_in(client, "nia@harbour.example")
    check_page(client, reverse("mfa_authenticate"))


def test_pages_for_an_admin(admins_browser: Client, admin: Viewer, navigator: Viewer, harbour: UUID) -> None:
    make.an_invitation(admin)
    keyboard.show_it_is_you(admins_browser)
    membership_id = make.a_membership_of(navigator)
    for address in (
        reverse("team"),
        reverse("team", args=[harbour]),
        reverse("invite_member", args=[harbour]),
        reverse("change_role", args=[membership_id]),
        reverse("end_membership", args=[membership_id]),
    ):
        check_page(admins_browser, address)


def test_pages_of_an_invitation(admin: Viewer, navigators_browser: Client) -> None:
    _, fresh = make.an_invitation(admin)
    _, known = make.an_invitation(admin, email="nia@harbour.example")
    check_page(Client(), reverse("accept_invitation", args=[fresh]))
    check_page(Client(), reverse("accept_invitation", args=[known]))
    check_page(navigators_browser, reverse("accept_invitation", args=[known]))


def test_pages_that_come_back_with_errors(navigators_browser: Client, admin: Viewer) -> None:
    _, token = make.an_invitation(admin)
    invitation = reverse("accept_invitation", args=[token])
    wrong = "wrong wrong wrong"
    for client, address, fields in (
        (Client(), reverse("account_login"), {"login": "", "password": ""}),
        (Client(), reverse("account_login"), {"login": "a@b.example", "password": wrong}),
        (Client(), reverse("account_reset_password"), {"email": "x"}),
        (Client(), invitation, {"display_name": "", "password": "short"}),
        (navigators_browser, reverse("account_change_password"), {"oldpassword": wrong, "password1": "x"}),
        (navigators_browser, reverse("account_reauthenticate"), {"password": wrong}),
        (navigators_browser, reverse("my_account"), {"display_name": ""}),
    ):
        cache.clear()
        response = keyboard.send(client, address, **fields)
        assert response.status_code in {200, 422}
        assert "error-summary" in response.content.decode(), address
        check_rules(response)


@pytest.mark.parametrize("name", UNSAFE)
def test_a_forged_form_has_no_effect(navigators_browser: Client, name: str) -> None:
    keyboard.show_it_is_you(navigators_browser)

    response = navigators_browser.post(reverse(name), {"display_name": "Forged"})

    assert response.status_code == 403
    assert keyboard.is_signed_in(navigators_browser)


def test_a_forged_form_about_roles_and_invitations_has_no_effect(
    admins_browser: Client, admin: Viewer, navigator: Viewer, harbour: UUID
) -> None:
    invitation_id, token = make.an_invitation(admin)
    keyboard.show_it_is_you(admins_browser)
    membership_id = make.a_membership_of(navigator)
    for address in (
        reverse("invite_member", args=[harbour]),
        reverse("change_role", args=[membership_id]),
        reverse("end_membership", args=[membership_id]),
        reverse("withdraw_invitation", args=[invitation_id]),
        reverse("accept_invitation", args=[token]),
    ):
        assert admins_browser.post(address, {"role": "admin", "email": "a@b.example"}).status_code == 403


def test_every_address_of_the_area_is_in_this_file() -> None:
    """A new page must be looked at here too."""
    source = open(__file__, encoding="utf-8").read()  # noqa: SIM115
    names = {pattern.name for entry in urlpatterns for pattern in getattr(entry, "url_patterns", [entry])}
    elsewhere = {
        "first_password",
        "account_reset_password_from_key",
        "mfa_download_recovery_codes",
        "absences",
        "end_absence",
    }

    assert {name for name in names - elsewhere if f'"{name}"' not in source} == set()
