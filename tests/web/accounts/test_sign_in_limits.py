import pytest
from django.urls import reverse

from kith.core.models import Event
from kith.core.viewer import Viewer
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import ADMIN, NAVIGATOR

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


def from_address(address: str) -> keyboard.Client:
    return keyboard.Client(REMOTE_ADDR=address)


def wrong_five_times(address: str) -> None:
    for _ in range(5):
        assert keyboard.sign_in(from_address(address), NAVIGATOR, "wrong wrong wrong").status_code == 200


def test_the_sixth_try_gets_a_calm_page_even_with_the_right_password(navigator: Viewer) -> None:
    wrong_five_times(HERE)

    response = keyboard.sign_in(from_address(HERE), NAVIGATOR)

    assert response.status_code == 429
    assert response["Retry-After"]
    assert "Please wait" in response.content.decode()
    assert Event.objects.filter(kind="accounts.sign_in_failed").count() == 5
    assert not Event.objects.filter(kind="accounts.signed_in").exists()


def test_nobody_can_lock_a_worker_out_from_elsewhere(navigator: Viewer) -> None:
    wrong_five_times(ELSEWHERE)

    assert keyboard.sign_in(from_address(HERE), NAVIGATOR).status_code == 302


def test_a_colleague_at_the_same_address_still_signs_in(navigator: Viewer, admin: Viewer) -> None:
    wrong_five_times(HERE)

    assert keyboard.sign_in(from_address(HERE), ADMIN).status_code == 302


def test_right_ones_in_between_do_not_buy_more_tries(navigator: Viewer) -> None:
    for _ in range(4):
        keyboard.sign_in(from_address(HERE), NAVIGATOR, "wrong wrong wrong")
    assert keyboard.sign_in(from_address(HERE), NAVIGATOR).status_code == 302

    assert keyboard.sign_in(from_address(HERE), NAVIGATOR, "wrong wrong wrong").status_code == 200
    assert keyboard.sign_in(from_address(HERE), NAVIGATOR).status_code == 429


def test_an_unknown_address_is_limited_in_the_same_way() -> None:
    for _ in range(5):
        keyboard.sign_in(from_address(HERE), "nobody@harbour.example", "wrong wrong wrong")

    assert keyboard.sign_in(from_address(HERE), "nobody@harbour.example").status_code == 429


def test_one_address_cannot_try_many_accounts() -> None:
    came = {
        keyboard.sign_in(from_address(HERE), f"person{n}@harbour.example", "wrong wrong wrong").status_code
        for n in range(25)
    }

    assert came == {200, 429}


def test_too_many_forms_at_once_get_the_calm_page_too() -> None:
    client = from_address(HERE)

    came = [keyboard.send(client, reverse("account_login"), login="", password="") for _ in range(31)]

    assert [response.status_code for response in came] == [200] * 30 + [429]
    assert "Please wait a little" in came[-1].content.decode()


def test_codes_are_limited_for_each_account(navigator: Viewer) -> None:
    keyboard.turn_codes_on(keyboard.signed_in(NAVIGATOR))
    client = keyboard.fresh()
    keyboard.sign_in(client, NAVIGATOR)

    pages = [keyboard.send(client, reverse("mfa_authenticate"), code="000000") for _ in range(6)]

    assert "Incorrect code" in pages[4].content.decode()
    assert "Incorrect code" not in pages[5].content.decode()
    assert "Too many failed login attempts" in pages[5].content.decode()
