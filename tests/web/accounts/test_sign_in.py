import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import NoReverseMatch, reverse

from kith.accounts.models import User
from kith.core.models import Event
from kith.core.viewer import Viewer
from kith.web.accounts.sessions import kept_key
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import NAVIGATOR

pytestmark = pytest.mark.django_db


def failed() -> int:
    return Event.objects.filter(kind="accounts.sign_in_failed").count()


def test_e_mail_and_password_let_one_in_and_it_is_recorded(navigator: Viewer) -> None:
    client = keyboard.fresh()

    response = keyboard.sign_in(client, NAVIGATOR.upper())

    assert response["Location"] == "/"
    assert keyboard.is_signed_in(client)
    assert Event.objects.get(kind="accounts.signed_in").subject_id == navigator.user_id
    assert failed() == 0


def test_one_comes_back_to_the_page_one_wanted(navigator: Viewer) -> None:
    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR, to="/account/")["Location"] == "/account/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_one_is_not_sent_to_another_site(navigator: Viewer, elsewhere: str) -> None:
    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR, to=elsewhere)["Location"] == "/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(navigator: Viewer) -> None:
    pages = []
    for email in (NAVIGATOR, "nobody@harbour.example"):
        response = keyboard.sign_in(keyboard.fresh(), email, "wrong wrong wrong")
        pages.append(response.content.decode().replace(email, "EMAIL"))
        assert response.status_code == 200

    hidden = [keyboard.re.sub(r'value="[^"]{32,}"|nonce="[^"]+"', "", page) for page in pages]
    assert hidden[0] == hidden[1]
    assert failed() == 2


def test_a_closed_account_answers_like_an_unknown_one_to_a_wrong_password(navigator: Viewer) -> None:
    User.objects.filter(pk=make.user_id_of(navigator)).update(is_active=False)

    client = keyboard.fresh()

    right = keyboard.sign_in(client, NAVIGATOR)
    wrong = keyboard.sign_in(keyboard.fresh(), NAVIGATOR, "wrong wrong wrong")

    assert right["Location"] == reverse("account_inactive")
    assert wrong.status_code == 200
    assert not keyboard.is_signed_in(client)


def test_the_session_gets_a_new_key_at_sign_in(navigator: Viewer) -> None:
    """A key that somebody planted in the browser before is worth nothing after."""
    client = keyboard.fresh()
    client.get(reverse("account_login"))
    planted = client.session
    planted["planted"] = "yes"
    planted.save()
    client.cookies[keyboard.SESSION] = planted.session_key

    keyboard.sign_in(client, NAVIGATOR)

    assert client.cookies[keyboard.SESSION].value != planted.session_key
    thief = Client()
    thief.cookies[keyboard.SESSION] = planted.session_key
    assert not keyboard.is_signed_in(thief)
    assert keyboard.is_signed_in(client)


def test_a_made_up_session_key_is_not_taken_over(navigator: Viewer) -> None:
    client = keyboard.fresh()
    client.cookies[keyboard.SESSION] = "a" * 32

    keyboard.sign_in(client, NAVIGATOR)

    assert client.cookies[keyboard.SESSION].value != "a" * 32


def test_signing_out_is_a_form_and_looking_has_no_effect(navigators_browser: Client) -> None:
    client = navigators_browser
    key = client.session.session_key
    assert client.get(reverse("account_logout")).status_code == 200
    assert keyboard.is_signed_in(client)

    keyboard.send(client, reverse("account_logout"))

    assert not keyboard.is_signed_in(client)
    assert not Session.objects.filter(session_key=kept_key(key)).exists()


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_set_password", "mfa_trust"])
def test_pages_that_kith_does_not_offer_are_not_there(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize(
    "address", ["/account/signup/", "/accounts/login/", "/account/email/", "/account/social/"]
)
def test_their_addresses_are_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


def test_the_session_ends_with_the_browser(navigators_browser: Client) -> None:
    cookie = navigators_browser.cookies[keyboard.SESSION]

    assert cookie["max-age"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
