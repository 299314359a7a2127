from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from kith.accounts.models import User
from kith.core import clock
from kith.core.viewer import Viewer
from kith.web.accounts.sessions import SIGNED_IN_AT, SessionStore, kept_key
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import NAVIGATOR

pytestmark = pytest.mark.django_db


def test_after_half_an_hour_without_a_click_one_is_signed_out(navigators_browser: Client) -> None:
    assert keyboard.is_signed_in(navigators_browser)

    with clock.at(clock.now() + timedelta(minutes=29)):
        assert keyboard.is_signed_in(navigators_browser)
    with clock.at(clock.now() + timedelta(minutes=29 + 31)):
        assert not keyboard.is_signed_in(navigators_browser)


def test_who_was_away_for_days_can_sign_in_again(navigators_browser: Client) -> None:
    assert keyboard.is_signed_in(navigators_browser)

    with clock.at(clock.now() + timedelta(days=9)):
        assert not keyboard.is_signed_in(navigators_browser)
        keyboard.sign_in(navigators_browser, NAVIGATOR)
        assert keyboard.is_signed_in(navigators_browser)


def test_clicking_does_not_make_a_session_live_longer_than_twelve_hours(navigators_browser: Client) -> None:
    session = navigators_browser.session
    signed_in = session[SIGNED_IN_AT]
    session[SIGNED_IN_AT] = signed_in - 11 * 3600
    session.save()

    keyboard.is_signed_in(navigators_browser)

    row = Session.objects.get(pk=kept_key(session.session_key or ""))
    assert int(row.expire_date.timestamp()) == signed_in + 3600


def test_twelve_hours_after_signing_in_the_session_is_gone(navigators_browser: Client) -> None:
    session = navigators_browser.session
    session[SIGNED_IN_AT] -= 12 * 3600
    session.save()

    assert not keyboard.is_signed_in(navigators_browser)


def test_a_session_without_a_sign_in_lives_as_long_as_usual() -> None:
    store = SessionStore()
    store["planted"] = "yes"

    assert store.get_expiry_date() > clock.now() + timedelta(hours=11)


def test_signing_out_everywhere_ends_every_device_at_the_next_click(navigators_browser: Client) -> None:
    others = [keyboard.signed_in(NAVIGATOR) for _ in range(3)]

    response = keyboard.send(navigators_browser, reverse("sign_out_everywhere"))

    assert response["Location"] == reverse("account_login")
    assert not any(keyboard.is_signed_in(client) for client in [navigators_browser, *others])


def test_it_leaves_others_signed_in(navigators_browser: Client, admins_browser: Client) -> None:
    keyboard.send(navigators_browser, reverse("sign_out_everywhere"))

    assert keyboard.is_signed_in(admins_browser)


def test_it_is_not_done_by_opening_its_address(navigators_browser: Client) -> None:
    assert navigators_browser.get(reverse("sign_out_everywhere")).status_code == 405
    assert keyboard.is_signed_in(navigators_browser)


def test_a_closed_account_is_out_at_the_next_click(navigators_browser: Client, navigator: Viewer) -> None:
    User.objects.filter(pk=navigator.user_id).update(is_active=False)

    assert not keyboard.is_signed_in(navigators_browser)


def test_being_here_is_written_at_most_once_a_minute(navigators_browser: Client, navigator: Viewer) -> None:
    start = clock.now() + timedelta(minutes=5)
    seen = set()
    for seconds in range(0, 120, 10):
        with clock.at(start + timedelta(seconds=seconds)):
            keyboard.is_signed_in(navigators_browser)
        seen.add(User.objects.get(pk=navigator.user_id).last_seen_at)

    assert len(seen) == 2


def test_a_row_of_the_table_of_sessions_opens_no_session(navigators_browser: Client) -> None:
    assert keyboard.is_signed_in(navigators_browser)

    for key in Session.objects.values_list("session_key", flat=True):
        thief = Client()
        thief.cookies[keyboard.SESSION] = key
        assert not keyboard.is_signed_in(thief)
        assert key != navigators_browser.cookies[keyboard.SESSION].value


def test_signing_out_takes_the_row_away(navigators_browser: Client) -> None:
    key = navigators_browser.session.session_key or ""
    before = SessionStore().exists(key)

    keyboard.send(navigators_browser, reverse("account_logout"))

    assert before
    assert not SessionStore().exists(key)
