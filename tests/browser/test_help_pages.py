"""Pages about a topic in a real browser: those that a form opens are found by no sweep of addresses."""

from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kith.core.actions.set_public_face import set_public_face
from kith.web.site.help_topics import HELP_TOPICS
from tests.browser.sweep import AXE, Seen, in_language, note_axe, note_layout, window
from tests.factories.core_site import a_face
from tests.web.people_at_the_door import SYSTEM, a_site

pytestmark = pytest.mark.django_db(transaction=True)
CODES = [topic.code for topic in HELP_TOPICS]
WIDTHS = (1280, 360, 320)


def open_topic(page: Page, base: str, code: str) -> None:
    page.locator(f'[value="{code}"], [href$="/help/{code}/"]').click()
    page.locator("blockquote").wait_for()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_about_a_topic_holds_at_every_width(
    chromium: Browser, live_server: LiveServer, language: str
) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face())
    seen = Seen()

    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        for code, width in product(CODES, WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(live_server.url + in_language("/help/", language))
            open_topic(page, live_server.url, code)
            page.evaluate(AXE)
            note_layout(page, seen, width)
            note_axe(page, seen, width)

    assert not seen.faults, "\n".join(seen.faults)


def test_on_paper_a_page_keeps_its_words_and_numbers_and_loses_its_buttons(
    chromium: Browser, live_server: LiveServer
) -> None:
    a_site()

    with window(chromium, live_server.url, None, width=800) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/help/")
        open_topic(page, live_server.url, "ending")
        page.emulate_media(media="print")

        expect(page.get_by_text("Call or text a number above.")).to_be_visible()
        expect(page.get_by_role("link", name="Call 988").first).to_be_visible()
        expect(page.get_by_text("This page was not yet reviewed by a named person.")).to_be_visible()
        for gone in ("Leave quickly", "Hide your tracks", "All topics", "Report a mistake"):
            expect(page.get_by_text(gone).first).not_to_be_visible()
        expect(page.locator("button:visible")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar", "es", "fr", "so", "uk"])
@pytest.mark.parametrize("width", [360, 320])
@pytest.mark.parametrize(
    "name", ["Town notes", "Notes of our town and its neighbours on the other side of it"]
)
def test_a_long_name_leaves_the_way_out_where_it_is(
    chromium: Browser, live_server: LiveServer, name: str, width: int, language: str
) -> None:
    a_site()
    set_public_face(SYSTEM, **a_face(public_name=name))
    seen = Seen()

    with window(chromium, live_server.url, None, width=width) as context:
        page = context.new_page()
        page.goto(live_server.url + in_language("/", language))
        exit_box = page.locator(".exit").bounding_box()
        note_layout(page, seen, width)

    assert exit_box is not None
    assert exit_box["y"] < 20
    assert not seen.faults
