"""The site's own pages without a town: they must stand before anything was set up."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from kith.core.viewer import Role
from tests.browser.sweep import in_language, look_at, window
from tests.web.people_at_the_door import a_site, browser_of_member

pytestmark = pytest.mark.django_db(transaction=True)

PUBLIC = [
    "/",
    "/help/",
    "/help/food/",
    "/privacy/",
    "/hide-your-tracks/",
    "/accessibility/",
    "/report-a-mistake/",
    "/styleguide/",
]
MOST_KILOBYTES = 60
MOST_REQUESTS = 6
ELSEWHERE = re.compile(r"^https:")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_public_pages_hold_at_every_width(chromium: Browser, live_server: LiveServer, language: str) -> None:
    a_site()

    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        faults = [
            fault
            for address in PUBLIC
            for fault in look_at(page, live_server.url, in_language(address, language))
        ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [320])
def test_nothing_is_cut_off_with_large_text_on_a_small_phone(
    chromium: Browser, live_server: LiveServer, width: int
) -> None:
    a_site()
    with window(chromium, live_server.url, None, width=width) as context:
        page = context.new_page()
        wide = []
        for address in PUBLIC:
            page.goto(live_server.url + address)
            page.evaluate("document.documentElement.style.fontSize = '125%'")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(address)

    assert not wide


@pytest.mark.parametrize("address", ["/", "/find/", "/help/", "/help/food/"])
def test_a_first_visit_is_light(chromium: Browser, live_server: LiveServer, address: str) -> None:
    a_site()
    weights: dict[str, int] = {}

    def weigh(response: Response) -> None:
        path = response.url.removeprefix(live_server.url)
        weights[path] = weight_of(path, response)

    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.on("response", weigh)
        page.goto(live_server.url + address, wait_until="networkidle")

    assert sum(weights.values()) <= MOST_KILOBYTES * 1024, weights
    assert len(weights) <= MOST_REQUESTS, weights


def weight_of(path: str, response: Response) -> int:
    """Bytes on the wire: files go out compressed by WhiteNoise, pages as they are."""
    if not path.startswith("/static/"):
        return len(response.body())
    found = finders.find(path.removeprefix("/static/"))
    assert isinstance(found, str)
    with open(found, "rb") as file:
        return len(gzip.compress(file.read(), 9))


def test_the_first_stop_of_a_keyboard_skips_to_the_page(chromium: Browser, live_server: LiveServer) -> None:
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        page.goto(live_server.url + "/privacy/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_a_keyboard_can_be_seen(chromium: Browser, live_server: LiveServer) -> None:
    a_site()
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        page.goto(live_server.url + "/report-a-mistake/")
        unseen = []
        for _ in range(20):
            page.keyboard.press("Tab")
            outline = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
            if outline < 2 and page.evaluate("document.activeElement !== document.body"):
                unseen.append(page.evaluate("document.activeElement.outerHTML"))

    assert not unseen


def fill_exit(page: Page) -> list[str]:
    left: list[str] = []
    page.context.route(
        ELSEWHERE, lambda route: (left.append(route.request.url), route.fulfill(body="weather"))
    )
    return left


def test_leaving_quickly_takes_the_pages_place_in_the_history(
    chromium: Browser, live_server: LiveServer
) -> None:
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        left = fill_exit(page)
        page.goto(live_server.url + "/privacy/")
        page.evaluate("localStorage.setItem('kept', 'yes')")
        before = page.evaluate("history.length")
        page.get_by_text("Leave quickly").first.click()
        page.wait_for_url(ELSEWHERE)

        assert left
        assert page.evaluate("history.length") == before


def test_three_times_shift_leaves_and_two_do_not(chromium: Browser, live_server: LiveServer) -> None:
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        left = fill_exit(page)
        page.goto(live_server.url + "/privacy/")
        page.keyboard.press("Shift")
        page.keyboard.press("Shift")
        page.wait_for_timeout(200)
        assert not left

        page.keyboard.press("Shift")
        page.wait_for_url(ELSEWHERE)
        assert left


def test_without_scripts_leaving_is_a_link_and_forms_are_sent(
    chromium: Browser, live_server: LiveServer
) -> None:
    with window(chromium, live_server.url, None, width=360, scripts=False) as context:
        page = context.new_page()
        left = fill_exit(page)
        page.goto(live_server.url + "/report-a-mistake/")
        page.get_by_label("What is wrong?").fill("The number is wrong.")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()

        page.get_by_text("Leave quickly").first.click()
        page.wait_for_url(ELSEWHERE)
        assert left


def test_a_form_with_faults_gets_the_focus_on_its_summary(chromium: Browser, live_server: LiveServer) -> None:
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.goto(live_server.url + "/report-a-mistake/")
        page.get_by_role("button", name="Send").click()

        assert page.evaluate("document.activeElement.className") == "error-summary"
        page.get_by_role("link", name="What is wrong?").click()
        assert page.evaluate("document.activeElement.id") == "id_what"


def test_the_language_switch_works_on_the_page(chromium: Browser, live_server: LiveServer) -> None:
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        page.goto(live_server.url + "/privacy/")
        page.locator(".languages summary").click()
        page.get_by_role("button", name="العربيّة").click()
        expect(page).to_have_url(live_server.url + "/ar/privacy/")

        page.locator(".languages summary").click()
        page.get_by_role("button", name="English").click()
        expect(page).to_have_url(live_server.url + "/privacy/")


@pytest.mark.urls("tests.web.pages_that_fail")
def test_htmx_swaps_a_part_under_our_policy_and_keeps_no_copies(
    chromium: Browser, live_server: LiveServer
) -> None:
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(live_server.url + "/swap/")
        page.get_by_role("button", name="Swap").click()
        page.get_by_text("Something needs mending").wait_for()

        assert page.evaluate("htmx.config.historyCacheSize") == 0
        assert page.evaluate("htmx.config.allowEval") is False
        assert not [line for line in said if "Content Security Policy" in line]


def test_keys_move_on_a_list_and_can_be_turned_off(chromium: Browser, live_server: LiveServer) -> None:
    a_site()
    current = (
        "[...document.querySelectorAll('.work-row')].findIndex(row => row.classList.contains('current'))"
    )
    with window(chromium, live_server.url, None, width=1280) as context:
        page = context.new_page()
        page.goto(live_server.url + "/styleguide/")
        page.keyboard.press("j")
        assert page.evaluate(current) == 1

        page.get_by_role("button", name="Turn keys off").click()
        page.keyboard.press("k")
        assert page.evaluate(current) == 1
        expect(page.get_by_role("button", name="Turn keys on")).to_be_visible()


def test_before_the_idle_limit_the_page_says_so_and_one_can_stay(
    chromium: Browser, live_server: LiveServer
) -> None:
    member = browser_of_member(Role.EVALUATOR)
    with window(chromium, live_server.url, member, width=360) as context:
        page = context.new_page()
        page.clock.install()
        page.goto(live_server.url + "/privacy/")
        notice = page.get_by_text("You will be signed out in 2 minutes")
        page.clock.fast_forward("27:00")
        expect(notice).not_to_be_visible()

        page.clock.fast_forward("01:30")
        expect(notice).to_be_visible()
        with page.expect_response("**/still-here/") as answer:
            page.get_by_role("button", name="Stay signed in").click()
        assert answer.value.status == 204
        notice.wait_for(state="hidden")


def test_a_form_on_its_way_is_not_sent_twice(chromium: Browser, live_server: LiveServer) -> None:
    with window(chromium, live_server.url, None, width=360) as context:
        page = context.new_page()
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
        page.goto(live_server.url + "/report-a-mistake/")
        page.get_by_label("What is wrong?").fill("The number is wrong.")
        page.get_by_role("button", name="Send").dblclick()
        page.get_by_role("heading", name="Thank you").wait_for()

    assert len(sent) == 1
