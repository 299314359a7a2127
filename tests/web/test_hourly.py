"""Limits for forms that are open to all: for each sender, and for everybody together."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from pytest_django import Settings

from kith.core import clock
from kith.core.errors import TooMany
from kith.web.client_mark import client_mark
from kith.web.hourly import count_this_hour
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]
HERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture(autouse=True)
def nothing_counted(cache_table: None) -> None:
    cache.clear()


def send(address: str = HERE, *, most: int = 100, **heads: str) -> bool:
    """Whether one more got through, of two that one sender may send."""
    request = RequestFactory().post("/", REMOTE_ADDR=address, **heads)
    try:
        count_this_hour(request, "wishes", most_from_one=2, most=most)  # type: ignore[arg-type]
    except TooMany:
        return False
    return True


def test_each_sender_has_a_limit_of_their_own() -> None:
    assert [send() for _ in range(3)] == [True, True, False]
    assert send(ELSEWHERE)


def test_what_was_turned_away_uses_up_nothing_of_what_is_for_all() -> None:
    for _ in range(10):
        send(most=3)

    assert send(ELSEWHERE, most=3)
    assert not send("203.0.113.9", most=3)


def test_what_was_turned_away_for_all_uses_up_nothing_of_ones_own() -> None:
    for address in (ELSEWHERE, ELSEWHERE, "203.0.113.9"):
        send(address, most=3)

    for _ in range(5):
        assert not send(most=3)

    assert send(most=4)


def test_after_an_hour_it_is_open_again_and_not_before() -> None:
    start = clock.now()
    for minutes in (0, 50):
        with clock.at(start + timedelta(minutes=minutes)):
            assert send()

    with clock.at(start + timedelta(minutes=59)):
        assert not send()
    with clock.at(start + timedelta(minutes=61)):
        assert send()
        assert not send()


def test_the_count_lives_as_long_as_the_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every write says how long: the cache's own default is five minutes."""
    kept = []
    monkeypatch.setattr(cache, "set", lambda _key, _value, timeout: kept.append(timeout))

    send()

    assert set(kept) == {3600}


def test_behind_a_proxy_its_word_counts_and_not_the_senders(settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    came = [send("127.0.0.1", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}, {HERE}") for n in range(3)]

    assert came == [True, True, False]
    assert send("127.0.0.1", HTTP_X_FORWARDED_FOR=f"{HERE}, {ELSEWHERE}")


def test_without_a_proxy_the_senders_own_word_is_worth_nothing() -> None:
    assert [send(HTTP_X_FORWARDED_FOR=f"10.0.0.{n}") for n in range(3)] == [True, True, False]


@pytest.mark.parametrize("said", ["", "unknown", "10.0.0.1"])
def test_a_proxy_that_does_not_say_for_whom_shuts_it_for_nobody(settings: Settings, said: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2 if said == "10.0.0.1" else 1
    heads = {"HTTP_X_FORWARDED_FOR": said} if said else {}

    assert all(send("127.0.0.1", most=5, **heads) for _ in range(5))
    assert not send("127.0.0.1", most=5, **heads)


def test_one_household_of_the_newer_addresses_is_one_sender() -> None:
    household = [send(f"2001:db8:1:2::{n}") for n in range(3)]

    assert household == [True, True, False]
    assert send("2001:db8:1:3::1")


def test_an_address_is_one_sender_in_both_spellings() -> None:
    marks = {
        client_mark(RequestFactory().get("/", REMOTE_ADDR=address)) for address in (HERE, f"::ffff:{HERE}")
    }

    assert len(marks) == 1


def test_no_limit_keeps_an_address() -> None:
    send()
    make.a_user("nia@harbour.example")
    keyboard.sign_in(keyboard.Client(REMOTE_ADDR=HERE), "nia@harbour.example", "wrong wrong wrong")

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM core_cache")
        kept = [key for (key,) in cursor.fetchall()]
    assert any("login" in key for key in kept)
    assert any("wishes" in key for key in kept)
    assert not [key for key in kept if HERE in key]


def test_a_mark_is_short_and_another_site_marks_otherwise(settings: Settings) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=HERE)
    here = client_mark(request)

    settings.SECRET_KEY = "another"

    assert len(here) == 16
    assert client_mark(request) != here
