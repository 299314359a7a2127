"""One walk through every address by everybody: nothing of another community is ever seen; the docs say the rest."""

import logging
import os
import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from kith.core.models import Event
from tests.browser.routes import Route
from tests.browser.town import load_town
from tests.environment import TEST_SCALE
from tests.factories.site import is_postgres
from tests.sweep.elsewhere import CANARIES, ask_the_mosque, build_elsewhere
from tests.sweep.who_sees_what import FILE, Walk, leaking, listed_routes, page, telling, with_rows_of, word_of


@pytest.fixture(scope="module")
def walk(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Walk]:
    """Both communities, built once for this file and rolled back; however long it takes, a sign-in stays fresh."""
    logging.disable(logging.CRITICAL)
    fresh = override_settings(ACCOUNT_REAUTHENTICATION_TIMEOUT=36_000)
    with django_db_blocker.unblock(), transaction.atomic(), fresh:
        town, elsewhere = load_town(), build_elsewhere()
        ask_the_mosque()
        yield Walk(town, elsewhere)
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def shown() -> list[Route]:
    """All of them; on PostgreSQL a quick run asks every third, as the same rules decide on both."""
    is_quick = TEST_SCALE < 1 and is_postgres()
    return listed_routes()[::3] if is_quick else listed_routes()


@pytest.fixture(scope="module")
def text(walk: Walk, shown: list[Route]) -> str:
    return page(walk, shown)


def test_nobody_sees_or_changes_a_record_of_another_community(walk: Walk, shown: list[Route]) -> None:
    ours = {"person_id__in": walk.elsewhere.samples["person_id"]}
    before = Event.objects.filter(**ours).count()

    faults = [*leaking(walk, shown), *telling(walk, shown)]

    assert not faults, "\n".join(faults)
    assert not walk.leaks, "\n".join(walk.leaks)
    assert Event.objects.filter(**ours).count() == before


@pytest.mark.heavy
def test_the_page_who_sees_what_is_up_to_date(walk: Walk, text: str, shown: list[Route]) -> None:
    if os.environ.get("KITH_WRITE_DOCS") == "1":
        FILE.write_text(text, "utf-8")
    assert not walk.leaks, "\n".join(walk.leaks)
    assert with_rows_of(FILE.read_text("utf-8"), shown) == text, (
        "docs/who-sees-what.md is stale: run `make docs`"
    )


def test_the_walk_would_notice_a_leak(walk: Walk) -> None:
    planted = Walk(walk.town, walk.elsewhere)
    person_id = walk.elsewhere.samples["person_id"][0]
    navigator = walk.elsewhere.strangers["navigator"]

    word = planted.ask(navigator, "planted", f"/people/{person_id}/")

    assert word == "sees"
    assert any(CANARIES[0] in leak for leak in planted.leaks)


def test_every_address_gives_a_word_and_none_crashes(text: str, shown: list[Route]) -> None:
    assert not re.findall(r"^.*\| 5\d\d .*$", text, re.MULTILINE)
    assert all(f"`{route.name}`" in text for route in shown)


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_not_there() -> None:
    assert word_of(Client().get("/no-such-page/")) == "–"
