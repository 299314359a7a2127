"""Every page of the program in the demo town: two widths, two languages, the role that may see it."""

from collections.abc import Iterable
from itertools import product

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.routes import NO_PAGE, Seat, routes, seat_of
from tests.browser.sweep import OF_EVERYBODY, WIDTHS, in_language, look_at, window
from tests.browser.town import CONTACT_CODE, Town, load_town, statuses
from tests.environment import TEST_SCALE
from tests.factories.site import is_postgres

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = ("en", "ar")
IS_QUICK = TEST_SCALE < 1


@pytest.fixture
def town(transactional_db: None, settings: Settings) -> Town:
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 36_000
    return load_town()


def seats_in(town: Town) -> list[Seat]:
    """A seat for each page; fails for a route that nobody in the town can see."""
    found = [seat_of(route, town.samples, town.browsers) for route in routes()]
    missing = [one for one in found if isinstance(one, str) and one != NO_PAGE]
    assert not missing, "\n".join(missing)
    return [one for one in found if isinstance(one, Seat)]


def by_person(town: Town, seats: Iterable[Seat]) -> dict[str, list[str]]:
    """The addresses to look at, by who looks."""
    addresses: dict[str, list[str]] = {}
    for seat in seats:
        addresses.setdefault(seat.who, []).append(seat.address)
    for address, who in statuses(town):
        addresses.setdefault(who, []).append(address)
    return {who: looked_at(listed) for who, listed in addresses.items()}


def looked_at(listed: list[str]) -> list[str]:
    """All of them; in a quick run every second, and on PostgreSQL every fourth of the others."""
    if not IS_QUICK:
        return listed
    return listed[1::8] if is_postgres() else listed[::2]


def in_languages(listed: list[str]) -> list[str]:
    """Each page in English and in Arabic; in a quick run in one of both, by turns."""
    if IS_QUICK:
        return [in_language(address, LANGUAGES[at % 2]) for at, address in enumerate(listed)]
    return [in_language(address, language) for address, language in product(listed, LANGUAGES)]


@pytest.mark.heavy
def test_every_page_holds_at_every_width_in_every_language_and_without_scripts(
    chromium: Browser, live_server: LiveServer, town: Town
) -> None:
    faults = []
    for who, listed in by_person(town, seats_in(town)).items():
        client = town.browsers[who]
        widths = OF_EVERYBODY if who == "nobody" and not IS_QUICK else WIDTHS
        with window(chromium, live_server.url, client, width=1280) as context:
            page = context.new_page()
            for address in in_languages(listed):
                faults += [
                    f"{who} {fault}" for fault in look_at(page, live_server.url, address, widths=widths)
                ]
        faults += unread_without_scripts(chromium, live_server.url, client, listed)
    faults += faults_of_what_is_found(chromium, live_server.url)
    faults += faults_of_an_opened_name(chromium, live_server.url, town.samples["answer_name.token"][0])

    assert not faults, "\n".join(faults)


def unread_without_scripts(browser: Browser, base: str, client: Client, listed: list[str]) -> list[str]:
    """The pages whose heading cannot be seen where scripts do not run."""
    with window(browser, base, client, width=360, scripts=False) as context:
        page = context.new_page()
        unread = []
        for address in listed:
            page.goto(base + address)
            if not page.locator("h1").first.is_visible():
                unread.append(f"without scripts: {address}")
        return unread


def faults_of_what_is_found(browser: Browser, base: str) -> list[str]:
    """A search that finds, and one that does not."""
    with window(browser, base, None, width=1280) as context:
        page = context.new_page()
        listed = in_languages(["/find/?topic=food", "/find/?language=zu"])
        return [fault for address in listed for fault in look_at(page, base, address, widths=OF_EVERYBODY)]


def faults_of_an_opened_name(browser: Browser, base: str, token: object) -> list[str]:
    """The page with a name, once the partner's code was typed."""
    with window(browser, base, None, width=360) as context:
        page = context.new_page()
        page.goto(f"{base}/n/{token}/")
        page.locator("input[type=password]").fill(CONTACT_CODE)
        page.get_by_role("button").first.click()
        faults = look_at(page, base, f"/n/{token}/")
        return faults if page.locator(".safe-plate").is_visible() else [*faults, "the name did not open"]
