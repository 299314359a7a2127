"""The pages that everybody may see, with text twice as large and in the colours that a reader has chosen."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, ViewportSize
from pytest_django.live_server_helper import LiveServer

from tests.browser.eyes import in_large, in_own_colours
from tests.browser.routes import Seat, routes, seat_of
from tests.browser.sweep import in_language
from tests.browser.town import Town, load_town
from tests.environment import TEST_SCALE
from tests.factories.site import is_postgres

pytestmark = pytest.mark.django_db(transaction=True)

PHONE: ViewportSize = {"width": 360, "height": 800}
FOUND = ["/find/?topic=food", "/find/?language=zu"]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return load_town()


def for_everybody(town: Town) -> list[str]:
    """Every public page, in English and Arabic; in a quick run one of three in one of both."""
    seats = [seat_of(route, town.samples, {"nobody": town.browsers["nobody"]}) for route in routes()]
    listed = [one.address for one in seats if isinstance(one, Seat)] + FOUND
    assert len(listed) > 20
    if TEST_SCALE < 1:
        some = listed[:: 6 if is_postgres() else 3]
        return [in_language(address, "en" if at % 2 else "ar") for at, address in enumerate(some)]
    return [in_language(address, language) for address in listed for language in ("en", "ar")]


@pytest.mark.heavy
def test_pages_hold_with_text_twice_as_large_and_in_the_readers_own_colours(
    chromium: Browser, live_server: LiveServer, town: Town
) -> None:
    addresses, faults = for_everybody(town), []
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        for width in (1280, 640):
            faults += in_large(page, live_server.url, addresses, width=width)
    with closing(chromium.new_context(viewport=PHONE, forced_colors="active")) as context:
        faults += in_own_colours(context.new_page(), live_server.url, addresses)

    assert not faults, "\n".join(faults)
