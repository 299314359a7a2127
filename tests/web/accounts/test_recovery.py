import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.test import Client
from django.urls import reverse

from kith.accounts.models import User
from kith.core.models import Event
from kith.core.viewer import Viewer
from kith.post.models import OutgoingMessage
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import NAVIGATOR

pytestmark = pytest.mark.django_db
NEW = "seven quiet boats"


def ask(email: str, **browser: str) -> keyboard.HttpResponse:
    return keyboard.send(Client(**browser), reverse("account_reset_password"), email=email)


def key_page(client: Client, link: str) -> str:
    """Open the link; the address of the form behind it."""
    response = client.get(link)
    assert response.status_code == 302
    return str(response["Location"])


def test_known_unknown_and_closed_addresses_get_the_same_answer(navigator: Viewer, admin: Viewer) -> None:
    User.objects.filter(pk=admin.user_id).update(is_active=False)

    answers = [ask(email) for email in (NAVIGATOR, "nobody@harbour.example", "admin@harbour.example")]

    assert {(answer.status_code, answer["Location"], answer.content) for answer in answers} == {
        (302, reverse("account_reset_password_done"), b"")
    }
    assert OutgoingMessage.objects.count() == 1


def test_the_page_after_it_says_the_same_to_all(client: Client) -> None:
    page = client.get(reverse("account_reset_password_done")).content.decode()

    assert "If somebody signs in with this e-mail address" in page


def test_mail_waits_for_the_worker_so_that_the_answer_takes_as_long(navigator: Viewer) -> None:
    ask(NAVIGATOR)

    assert mail.outbox == []
    message = keyboard.last_mail()
    assert message.address == NAVIGATOR
    assert message.subject == "A new password for you"
    assert "Harbour" not in message.subject + message.body


def test_the_link_leads_to_the_sites_own_address_whatever_the_browser_says(navigator: Viewer) -> None:
    ask(NAVIGATOR, HTTP_HOST="127.0.0.1")

    assert "http://localhost:8000/account/password/new/" in keyboard.last_mail().body


def test_a_link_gives_a_new_password_once(navigator: Viewer) -> None:
    ask(NAVIGATOR)
    link, client = keyboard.link_in(keyboard.last_mail()), keyboard.fresh()
    form = key_page(client, link)

    response = keyboard.send(client, form, password1=NEW, password2=NEW)

    assert response["Location"] == reverse("account_reset_password_from_key_done")
    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR, NEW).status_code == 302
    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR).status_code == 200
    assert "was used before" in keyboard.fresh().get(link).content.decode()
    changed = Event.objects.get(kind="accounts.sign_in_changed")
    assert (changed.subject_id, changed.payload) == (navigator.user_id, {"what": "recovered"})


def test_opening_the_link_changes_nothing(navigator: Viewer) -> None:
    ask(NAVIGATOR)
    link = keyboard.link_in(keyboard.last_mail())

    for _ in range(3):
        key_page(keyboard.fresh(), link)

    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR).status_code == 302


def test_a_new_password_ends_all_sessions_and_does_not_pass_by_the_codes(
    navigators_browser: Client,
) -> None:
    keyboard.turn_codes_on(navigators_browser)
    ask(NAVIGATOR)
    client = keyboard.fresh()
    keyboard.send(
        client, key_page(client, keyboard.link_in(keyboard.last_mail())), password1=NEW, password2=NEW
    )

    assert not keyboard.is_signed_in(navigators_browser)
    assert not keyboard.is_signed_in(client)
    assert keyboard.sign_in(client, NAVIGATOR, NEW)["Location"] == reverse("mfa_authenticate")


def test_a_link_older_than_an_hour_has_run_out(navigator: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    later = datetime.now() + timedelta(minutes=61)  # noqa: DTZ005 (Django counts these tokens in local time)
    ask(NAVIGATOR)
    link = keyboard.link_in(keyboard.last_mail())
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: later)

    assert "its hour is over" in keyboard.fresh().get(link).content.decode()


@pytest.mark.parametrize("key", ["zz-set-password", "0-0-0", "a" * 300 + "-b", "%00-x", "ff-" + "é" * 20])
def test_a_damaged_link_says_so_calmly(client: Client, key: str) -> None:
    response = client.get(f"/account/password/new/{key}/")

    assert response.status_code in {200, 400, 404}
    assert "Traceback" not in response.content.decode()


def test_a_weak_new_password_is_explained_beside_its_field(navigator: Viewer) -> None:
    ask(NAVIGATOR)
    client = keyboard.fresh()
    form = key_page(client, keyboard.link_in(keyboard.last_mail()))

    page = keyboard.send(client, form, password1="short", password2="short").content.decode()

    assert re.search(r'id="id_password1_error"', page)
    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR).status_code == 302


def test_asking_too_often_for_one_address_gets_the_calm_page(navigator: Viewer) -> None:
    came = [ask(NAVIGATOR).status_code for _ in range(6)]

    assert came == [302] * 5 + [429]
    assert OutgoingMessage.objects.count() == 5


def test_changing_ones_password_keeps_this_session_and_ends_the_others(navigators_browser: Client) -> None:
    other = keyboard.signed_in(NAVIGATOR)

    response = keyboard.send(
        navigators_browser,
        reverse("account_change_password"),
        oldpassword=keyboard.PASSWORD,
        password1=NEW,
        password2=NEW,
    )

    assert response.status_code == 302
    assert keyboard.is_signed_in(navigators_browser)
    assert not keyboard.is_signed_in(other)
    assert Event.objects.get(kind="accounts.sign_in_changed").payload == {"what": "changed"}
    assert keyboard.last_mail().subject == "Your sign-in was changed"


def test_the_old_password_is_asked_for(navigators_browser: Client) -> None:
    keyboard.send(
        navigators_browser,
        reverse("account_change_password"),
        oldpassword="wrong wrong wrong",
        password1=NEW,
        password2=NEW,
    )

    assert keyboard.sign_in(keyboard.fresh(), NAVIGATOR, NEW).status_code == 200
