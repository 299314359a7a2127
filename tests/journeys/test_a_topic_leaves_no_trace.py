"""Somebody who is hurt at home looks for help on a shared phone: what the phone and the server know of it afterwards."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from tests.browser.sweep import AXE, Seen, note_axe, note_layout
from tests.factories.site import Site, copied_site
from tests.journeys.running import RunningSite, running

TELLING = re.compile(r"hurt|safe|violen|danger|abuse|domestic|refuge|safety|topic|يؤذ|أمان", re.IGNORECASE)
ELSEWHERE = re.compile(r"^https://(?!127\.0\.0\.1)")
WHAT_THE_PHONE_KEEPS = """async () => JSON.stringify([
  Object.entries(localStorage), Object.entries(sessionStorage), document.cookie,
  (await indexedDB.databases()).map(one => one.name), history.state, name])"""


@pytest.fixture(scope="module")
def town(demo_template: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """One running town for all: nobody changes anything here."""
    with copied_site(demo_template, tmp_path_factory.mktemp("quiet")) as site, running(site) as town:
        yield town


@contextmanager
def shared_phone(chromium: Browser, *, has_scripts: bool = True) -> Iterator[Page]:
    """A phone on which nothing outside is reached: another site is a blank page."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=has_scripts, is_mobile=True
    )
    context.route(ELSEWHERE, blank)
    try:
        yield context.new_page()
    finally:
        context.close()


def blank(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<title>Weather</title><h1>Weather</h1>")


def history_of(context: BrowserContext, page: Page) -> list[str]:
    """Address and title of every page in the window's history."""
    entries = context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    return [f"{entry['url']} {entry['title']}" for entry in entries]


def no_telling(words: str) -> bool:
    return not TELLING.search(words.replace("kith-", ""))


def open_the_page(page: Page, town: RunningSite) -> None:
    page.goto(town.base)
    page.get_by_role("button", name="Someone hurts me").click()
    expect(page.get_by_role("heading", name="Someone hurts me")).to_be_visible()
    page.wait_for_load_state()


def test_the_address_the_history_the_phone_and_the_log_name_nothing(
    chromium: Browser, town: RunningSite
) -> None:
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    with shared_phone(chromium) as page:
        page.on("request", note)
        open_the_page(page, town)
        expect(page.get_by_role("link", name="Call 1 800 799 7233")).to_be_visible()
        look_at_this(page)
        assert page.evaluate("scrollY") == 0
        page.locator(".languages summary").click()
        page.get_by_role("button", name="العربيّة").click()
        expect(page.get_by_role("heading", name="هناك من يؤذيني")).to_be_visible()
        page.locator(".languages summary").click()
        page.get_by_role("button", name="English").click()
        page.get_by_role("button", name="Not safe at home").click()
        expect(page.locator("h1")).to_have_text("Find help near you")
        kept = page.evaluate(WHAT_THE_PHONE_KEEPS)
        visited = history_of(page.context, page)

        assert len(visited) == 6
        assert not [entry for entry in visited if not no_telling(entry)]
        assert no_telling(kept), kept
        assert not [one.url for one in asked if not no_telling(one.url)]
        assert not [one.url for one in asked if not no_telling(one.headers.get("referer", ""))]
    assert no_telling((town.site.folder / "run.log").read_text())


def test_leaving_quickly_blanks_the_page_takes_its_place_and_tells_the_other_site_nothing(
    chromium: Browser, town: RunningSite
) -> None:
    with shared_phone(chromium) as page:
        open_the_page(page, town)
        page.evaluate("localStorage.setItem('kith-keys', 'off')")
        before = history_of(page.context, page)

        for _press in range(3):
            page.keyboard.press("Shift")

        expect(page.locator("h1")).to_have_text("Weather")
        after = history_of(page.context, page)
        assert after[:-1] == before[:-1]
        assert len(after) == len(before)
        assert page.evaluate("document.referrer") == ""
        page.goto(town.base)
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_back_after_leaving_does_not_show_the_page_again(chromium: Browser, town: RunningSite) -> None:
    with shared_phone(chromium) as page:
        open_the_page(page, town)
        page.get_by_role("link", name="Leave quickly").click()
        expect(page.locator("h1")).to_have_text("Weather")

        page.go_back(wait_until="commit")

        expect(page.locator("h1")).to_have_text("Weather")
        page.goto(town.base)
        expect(page.locator("h1")).to_have_text("Find help near you")
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_without_scripts_the_page_opens_and_the_way_out_is_a_plain_link(
    chromium: Browser, town: RunningSite
) -> None:
    with shared_phone(chromium, has_scripts=False) as page:
        open_the_page(page, town)
        assert page.url == f"{town.base}/help/"

        page.get_by_role("link", name="Leave quickly").click()

        expect(page.locator("h1")).to_have_text("Weather")


def test_with_a_keyboard_alone_one_reaches_the_page_and_leaves_it(
    chromium: Browser, town: RunningSite
) -> None:
    with shared_phone(chromium) as page:
        page.goto(town.base)
        tab_to(page, "Someone hurts me")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Someone hurts me")).to_be_visible()
        tab_to(page, "Leave quickly")

        page.keyboard.press("Enter")

        expect(page.locator("h1")).to_have_text("Weather")


@pytest.mark.parametrize(
    ("language", "topic", "number"),
    [("", "I think of ending my life", "Call 988"), ("/ar", "أفكر في إنهاء حياتي", "اتصلوا بالرقم 988")],
)
def test_whoever_thinks_of_ending_their_life_sees_whom_to_call_after_one_press_without_scrolling(
    chromium: Browser, town: RunningSite, language: str, topic: str, number: str
) -> None:
    with shared_phone(chromium) as page:
        page.goto(f"{town.base}{language}/")
        expect(page.locator("aside.crisis a").last).to_be_in_viewport()
        page.get_by_role("button", name=topic).click()

        call = page.get_by_role("link", name=number).first
        expect(call).to_be_in_viewport(ratio=1)
        expect(call).to_have_attribute("href", "tel:988")


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has these words has the focus, and shows it."""
    for _press in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == words:
            outline = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
            assert outline >= 2
            return
    pytest.fail(f"Tab never reached “{words}”.")


def look_at_this(page: Page) -> None:
    """Layout and axe of the page that a form opened: no sweep of addresses finds it."""
    seen = Seen()
    page.evaluate(AXE)
    note_layout(page, seen, 360)
    note_axe(page, seen, 360)
    assert not seen.faults, seen.faults
