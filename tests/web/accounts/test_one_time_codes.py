import base64
import json
import re
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from kith.accounts.models import User
from kith.core.models import Event
from kith.core.sealed_text import SealedText, open_sealed
from kith.core.viewer import Viewer
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import ADMIN, NAVIGATOR

pytestmark = pytest.mark.django_db
ENTER = "/account/codes/enter/"


def changes() -> list[str]:
    events = Event.objects.filter(kind="accounts.sign_in_changed").order_by("at", "id")
    return [str(event.payload["what"]) for event in events]


def test_from_turning_on_to_signing_in_to_turning_off(navigators_browser: Client) -> None:
    secret = keyboard.turn_codes_on(navigators_browser)
    assert changes() == ["codes_on"]
    assert keyboard.last_mail().address == NAVIGATOR

    client = keyboard.fresh()
    assert keyboard.sign_in(client, NAVIGATOR)["Location"] == ENTER
    assert not keyboard.is_signed_in(client)
    assert client.get(ENTER).status_code == 200
    assert keyboard.send(client, ENTER, code="000000").status_code == 200
    assert not keyboard.is_signed_in(client)
    assert keyboard.send(client, ENTER, code=keyboard.code_now(secret))["Location"] == "/"
    assert keyboard.is_signed_in(client)
    assert Event.objects.filter(kind="accounts.signed_in").count() == 2
    assert Event.objects.filter(kind="accounts.sign_in_failed").count() == 1

    keyboard.show_it_is_you(client)
    keyboard.send(client, reverse("mfa_deactivate_totp"))
    assert changes() == ["codes_on", "codes_off"]
    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR)["Location"] == "/"


def test_a_code_works_once(navigators_browser: Client) -> None:
    secret = keyboard.turn_codes_on(navigators_browser)
    code = keyboard.code_now(secret)
    outcomes = []
    for _ in range(2):
        client = keyboard.fresh()
        keyboard.sign_in(client, NAVIGATOR)
        outcomes.append(keyboard.send(client, ENTER, code=code).status_code)

    assert outcomes == [302, 200]


def test_a_wrong_first_code_turns_nothing_on(navigators_browser: Client) -> None:
    keyboard.show_it_is_you(navigators_browser)
    navigators_browser.get(reverse("mfa_activate_totp"))

    response = keyboard.send(navigators_browser, reverse("mfa_activate_totp"), code="000000")

    assert 'id="id_code_error"' in response.content.decode()
    assert not Authenticator.objects.exists()


def test_the_picture_is_an_image_without_script(navigators_browser: Client) -> None:
    keyboard.show_it_is_you(navigators_browser)
    response = navigators_browser.get(reverse("mfa_activate_totp"))

    (image,) = [attributes for tag, attributes in keyboard.tags_of(response) if tag == "img"]
    kind, _, picture = str(image["src"]).partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert image["alt"]
    assert b"<svg" in base64.b64decode(picture)
    assert b"<script" not in base64.b64decode(picture)
    assert "data:" in response["Content-Security-Policy"]


def test_secrets_are_sealed_in_the_database(navigators_browser: Client) -> None:
    secret = keyboard.turn_codes_on(navigators_browser)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = json.dumps([str(row[0]) for row in cursor.fetchall()])
    assert secret not in stored
    assert len(re.findall(r"\bk\d+:", stored)) == 2


def test_a_secret_that_was_moved_to_another_users_row_opens_nothing(
    navigators_browser: Client, admin: Viewer
) -> None:
    secret = keyboard.turn_codes_on(navigators_browser)
    Authenticator.objects.update(user=User.objects.get(pk=admin.user_id))
    client = keyboard.fresh()
    keyboard.sign_in(client, ADMIN)

    answer = keyboard.send(client, ENTER, code=keyboard.code_now(secret))

    assert answer.status_code == 409
    assert "cannot be checked here" in answer.content.decode()
    assert not keyboard.is_signed_in(client)


def test_secrets_sealed_before_are_bound_to_their_user_by_the_migration(navigators_browser: Client) -> None:
    secret = keyboard.turn_codes_on(navigators_browser)
    spare = keyboard.spare_codes_on(navigators_browser)
    migration = import_module("kith.accounts.migrations.0004_bind_codes")
    migration.reseal(apps, None, is_back=True)
    unbound = {
        name: open_sealed(SealedText(text), place=migration.ONCE)
        for row in Authenticator.objects.all()
        for name, text in row.data.items()
        if name in migration.SEALED
    }

    migration.reseal(apps, None, is_back=False)

    assert unbound["secret"] == secret
    assert keyboard.spare_codes_on(navigators_browser) == spare
    client = keyboard.fresh()
    keyboard.sign_in(client, NAVIGATOR)
    assert keyboard.send(client, ENTER, code=keyboard.code_now(secret))["Location"] == "/"


def test_a_secret_that_these_keys_cannot_open_stays_as_it_is(navigators_browser: Client) -> None:
    keyboard.turn_codes_on(navigators_browser)
    before = list(Authenticator.objects.order_by("id").values_list("data", flat=True))

    import_module("kith.accounts.migrations.0004_bind_codes").reseal(apps, None, is_back=False)

    assert list(Authenticator.objects.order_by("id").values_list("data", flat=True)) == before


def test_each_spare_code_works_once(navigators_browser: Client) -> None:
    keyboard.turn_codes_on(navigators_browser)
    codes = keyboard.spare_codes_on(navigators_browser)
    assert len(set(codes)) == 10

    def try_code(code: str) -> int:
        cache.clear()
        client = keyboard.fresh()
        keyboard.sign_in(client, NAVIGATOR)
        return keyboard.send(client, ENTER, code=code).status_code

    assert [try_code(codes[0]), try_code(codes[0]), try_code(codes[1])] == [302, 200, 302]
    assert keyboard.spare_codes_on(navigators_browser) == codes[2:]


def test_new_spare_codes_close_the_old_ones(navigators_browser: Client) -> None:
    keyboard.turn_codes_on(navigators_browser)
    old = keyboard.spare_codes_on(navigators_browser)

    keyboard.send(navigators_browser, reverse("mfa_generate_recovery_codes"))

    new = keyboard.spare_codes_on(navigators_browser)
    assert not set(old) & set(new)
    assert changes() == ["codes_on", "recovery_codes_made"]
    client = keyboard.fresh()
    keyboard.sign_in(client, NAVIGATOR)
    assert keyboard.send(client, ENTER, code=old[0]).status_code == 200


def test_the_file_holds_the_codes_and_is_kept_by_no_cache(navigators_browser: Client) -> None:
    keyboard.turn_codes_on(navigators_browser)

    response = navigators_browser.get(reverse("mfa_download_recovery_codes"))

    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().split() == keyboard.spare_codes_on(navigators_browser)
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    "name",
    [
        "mfa_activate_totp",
        "mfa_generate_recovery_codes",
    ],
)
def test_changing_codes_asks_for_the_password_again(navigators_browser: Client, name: str) -> None:
    response = navigators_browser.get(reverse(name))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_reauthenticate"))


def test_the_codes_are_shown_only_after_the_password(navigator: Viewer) -> None:
    secret = keyboard.turn_codes_on(keyboard.signed_in(NAVIGATOR))
    client = keyboard.fresh()
    keyboard.sign_in(client, NAVIGATOR)
    keyboard.send(client, ENTER, code=keyboard.code_now(secret))

    for name in ("mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_deactivate_totp"):
        response = client.get(reverse(name))
        assert response["Location"].startswith(reverse("account_reauthenticate"))


def test_a_code_shows_that_it_is_you_too(navigator: Viewer) -> None:
    secret = keyboard.turn_codes_on(keyboard.signed_in(NAVIGATOR))
    client = keyboard.fresh()
    keyboard.sign_in(client, NAVIGATOR)
    keyboard.send(client, ENTER, code=keyboard.code_now(secret))
    cache.clear()

    keyboard.send(client, reverse("mfa_reauthenticate"), code=keyboard.code_now(secret))

    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200


def test_half_a_sign_in_opens_nothing(navigator: Viewer) -> None:
    keyboard.turn_codes_on(keyboard.signed_in(NAVIGATOR))
    client = keyboard.fresh()
    keyboard.sign_in(client, NAVIGATOR)

    for name in ("my_account", "mfa_index", "account_change_password", "mfa_view_recovery_codes"):
        assert client.get(reverse(name))["Location"].startswith("/account/login/")
