"""What a person keeps on the own phone: only when asked, gone when asked, there without a network."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import suppress
from uuid import UUID

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from kith.core.viewer import Role
from kith.directory.records import PhoneRecord, ServiceDetails
from kith.directory.terms import Topic
from kith.web.kept.worker_pages import FILES, PUBLIC_PAGES
from tests.browser.chromium import QUIET, chromium_path
from tests.browser.sweep import in_language, look_at, window
from tests.browser.test_public_pages import ELSEWHERE, fill_exit
from tests.factories.directory import a_host, a_place, a_service
from tests.web.people_at_the_door import browser_of_member

pytestmark = pytest.mark.django_db(transaction=True)

MOST_SCRIPT = 5 * 1024
NUMBER = "0115 555 0170"
DETAILS = ServiceDetails(phones=(PhoneRecord(number=NUMBER),), places=(a_place(),))
CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
  return found;
}"""
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


@pytest.fixture
def bread(cache_table: None) -> UUID:
    a_host()
    return a_service("Warm bread", description="Every day.", details=DETAILS)


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    with window(chromium, live_server.url, None, width=360) as context:
        yield context


def opened(phone: BrowserContext, live_server: LiveServer, address: str) -> Page:
    page = phone.pages[0] if phone.pages else phone.new_page()
    page.goto(live_server.url + address)
    return page


def service(service_id: UUID) -> str:
    return reverse("service_page", args=[service_id])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def keep(phone: BrowserContext, live_server: LiveServer, service_id: UUID) -> Page:
    """Press "Keep on this phone", and wait until it works without a network."""
    page = opened(phone, live_server, service(service_id))
    press(page, "Keep on this phone")
    wait_for(page, service(service_id))
    return page


def wait_for(page: Page, path: str) -> None:
    wait_until(page, lambda: path in page.evaluate(CACHED) and bool(page.evaluate(CONTROLLED)))


def wait_until(page: Page, look: Callable[[], bool]) -> None:
    """Look again and again, for at most 15 seconds."""
    for _turn in range(150):
        if look():
            return
        page.wait_for_timeout(100)
    raise AssertionError(page.evaluate(CACHED))


def items(page: Page) -> list[str]:
    return page.locator("[data-items] h2").all_inner_texts()


def test_nothing_is_kept_before_somebody_asks(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    for address in ("/", "/find/", service(bread), "/kept/"):
        page = opened(phone, live_server, address)

    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(CACHED) == []


def test_kept_services_and_first_pages_open_without_a_network(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    keep(phone, live_server, bread)
    phone.set_offline(True)

    page = opened(phone, live_server, "/kept/")
    assert items(page) == ["Warm bread"]
    assert page.get_by_role("link", name=NUMBER).get_attribute("href") == "tel:01155550170"
    expect(page.get_by_text("12 Mill Lane").first).to_be_visible()
    for address in ("/", service(bread)):
        page = opened(phone, live_server, address)
        expect(page.get_by_text("This page was kept earlier")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.crisis')).backgroundColor") != (
            "rgba(0, 0, 0, 0)"
        ), "the style is there"


def test_a_page_that_was_not_kept_gives_the_numbers_to_call(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    keep(phone, live_server, bread)
    phone.set_offline(True)

    page = opened(phone, live_server, "/accessibility/")

    expect(page.get_by_role("heading", name="You have no internet now")).to_be_visible()
    expect(page.locator("main a[href='tel:999']")).to_be_visible()


def test_a_form_sent_without_a_network_leads_to_the_numbers_and_stays_nowhere(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    page = keep(phone, live_server, bread)
    page.goto(live_server.url + "/find/")
    page.get_by_label("What do you need?").fill("hidden words")
    page.get_by_role("button", name="Search").click()
    assert "/find/" in page.evaluate(CACHED)
    assert "hidden words" not in kept_bytes(page)

    page.get_by_label("What do you need?").fill("hidden words")
    phone.set_offline(True)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("heading", name="You have no internet now").wait_for()


def kept_bytes(page: Page) -> str:
    """Everything in the browser's caches and storage as one text."""
    found = page.evaluate(
        """async () => {
          let all = JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
          for (const name of await caches.keys()) {
            const box = await caches.open(name);
            for (const request of await box.keys()) all += await (await box.match(request)).text();
          }
          return all;
        }"""
    )
    return str(found)


def test_no_page_of_somebody_who_is_signed_in_is_ever_in_a_cache(
    chromium: Browser, live_server: LiveServer, bread: UUID
) -> None:
    member = browser_of_member(Role.NAVIGATOR)
    with window(chromium, live_server.url, None, width=1280) as context:
        page = keep(context, live_server, bread)
        cookie = member.cookies["kith"].value
        context.add_cookies([{"name": "kith", "value": cookie, "url": live_server.url}])
        page.evaluate(f"navigator.serviceWorker.controller.postMessage({{ keep: '{service(bread)}' }})")
        page.evaluate("navigator.serviceWorker.controller.postMessage({ keep: '/list/' })")
        page.wait_for_timeout(1_000)
        assert "Sign out" not in kept_bytes(page)
        assert "/list/" not in page.evaluate(CACHED)

        page.goto(live_server.url + "/list/")
        wait_until(page, lambda: page.evaluate(CACHED) == [])
        page.goto(live_server.url + service(bread))
        assert page.evaluate(WORKERS) == 0


def test_a_sensitive_service_enters_only_after_the_question_and_no_page_of_it(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    safe = a_service("Safe harbour", topics=[Topic.SAFETY_AT_HOME], details=DETAILS)
    page = opened(phone, live_server, service(safe))
    press(page, "Keep on this phone")
    expect(page.get_by_text("Is this phone only yours?")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0

    press(page, "No. Keep nothing")
    assert page.evaluate("localStorage.length") == 0

    press(page, "Keep on this phone")
    press(page, "Keep only the number")
    wait_for(page, "/kept/")
    assert "Safe harbour" not in kept_bytes(page)
    assert "Mill Lane" not in kept_bytes(page)
    assert service(safe) not in page.evaluate(CACHED)
    page.goto(live_server.url + "/kept/")
    assert items(page) == ["A number to call"]
    expect(page.get_by_role("button", name="Print with codes")).not_to_be_visible()

    page.goto(live_server.url + service(safe))
    press(page, "Remove")
    press(page, "Keep on this phone")
    press(page, "It is only mine")
    page.goto(live_server.url + "/kept/")
    page.wait_for_timeout(500)
    assert items(page) == ["Safe harbour"]
    assert service(safe) not in page.evaluate(CACHED)


def test_remove_takes_one_and_remove_all_takes_everything(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    soup = a_service("Hot soup", details=DETAILS)
    keep(phone, live_server, bread)
    keep(phone, live_server, soup)
    page = opened(phone, live_server, "/kept/")
    page.get_by_role("button", name="Remove – Warm bread").click()
    assert items(page) == ["Hot soup"]
    wait_until(page, lambda: service(bread) not in page.evaluate(CACHED))

    press(page, "Remove all")
    page.get_by_text("Nothing is kept on this phone.").wait_for()
    wait_until(page, lambda: page.evaluate(CACHED) == [])
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert page.evaluate(WORKERS) == 0

    keep(phone, live_server, soup)
    phone.set_offline(True)
    assert items(opened(phone, live_server, "/kept/")) == ["Hot soup"]


@pytest.fixture
def phone_that_holds(
    chromium: Browser, live_server: LiveServer, settings: Settings
) -> Iterator[BrowserContext]:
    """A browser that holds pages for "Back" as on a person's own phone; that is off in tests otherwise."""
    settings.KITH_EXIT_URL = live_server.url + reverse("health")
    browser = chromium.browser_type.launch(
        executable_path=chromium_path(), args=QUIET, ignore_default_args=["--disable-back-forward-cache"]
    )
    with window(browser, live_server.url, None, width=360) as context:
        yield context
    browser.close()


def go_back(page: Page) -> None:
    """One press of Back; an answer to a form that is stored nowhere gives a fault of the browser's own."""
    with suppress(Error):
        page.go_back(wait_until="commit")
    page.wait_for_timeout(1_000)


def leave(page: Page) -> None:
    page.get_by_text("Leave quickly").first.click()
    page.wait_for_url("**" + reverse("health"))
    page.wait_for_timeout(500)


def test_a_page_held_for_back_shows_what_is_kept_now(
    phone_that_holds: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    page = opened(phone_that_holds, live_server, service(bread))
    press(page, "Keep on this phone")
    page = opened(phone_that_holds, live_server, "/kept/")
    page.evaluate("window.isHeld = true")
    opened(phone_that_holds, live_server, "/privacy/")
    go_back(page)
    assert page.evaluate("window.isHeld")
    assert items(page) == ["Warm bread"]
    assert "Every%20day." in str(page.locator("[data-mail]").get_attribute("href"))

    opened(phone_that_holds, live_server, "/privacy/")
    page.evaluate("localStorage.clear()")
    go_back(page)
    assert page.evaluate("window.isHeld")
    assert items(page) == []
    expect(page.get_by_text("Nothing is kept on this phone.")).to_be_visible()
    assert "Warm" not in page.content() + page.locator("[data-as-text]").input_value()


def test_after_leaving_back_shows_neither_list_nor_results_nor_service(
    phone_that_holds: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    a_service("Safe harbour", topics=[Topic.SAFETY_AT_HOME], details=DETAILS)
    page = opened(phone_that_holds, live_server, service(bread))
    press(page, "Keep on this phone")
    page = opened(phone_that_holds, live_server, "/kept/")
    page.goto(live_server.url + "/find/")
    page.get_by_label("What do you need?").fill("harbour")
    press(page, "Search")
    page.get_by_role("link", name="Safe harbour").first.click()
    page.get_by_role("heading", name="Safe harbour").wait_for()
    page.goto(live_server.url + "/privacy/")
    leave(page)

    for step in range(5):
        go_back(page)
        assert "harbour" not in page.content(), step
        assert "Warm bread" not in page.content(), step
    expect(page).to_have_url(live_server.url + reverse("health"))


@pytest.mark.parametrize("way", ["Remove", "Leave quickly"])
def test_a_list_in_another_tab_empties_too(
    phone: BrowserContext, live_server: LiveServer, bread: UUID, way: str
) -> None:
    page = keep(phone, live_server, bread)
    other = phone.new_page()
    other.goto(live_server.url + "/kept/")
    assert items(other) == ["Warm bread"]
    fill_exit(page)

    page.bring_to_front()
    page.get_by_text(way, exact=True).first.click()

    other.get_by_text("Nothing is kept on this phone.").wait_for()
    assert items(other) == []
    expect(other.locator("[data-as-text]")).to_have_value("")
    assert "bread" not in str(other.locator("[data-mail]").get_attribute("href"))


@pytest.mark.parametrize("is_early", [False, True])
def test_leaving_quickly_takes_list_pages_and_program(
    phone: BrowserContext, live_server: LiveServer, bread: UUID, is_early: bool
) -> None:
    page = opened(phone, live_server, service(bread))
    fill_exit(page)
    press(page, "Keep on this phone")
    if not is_early:
        wait_for(page, service(bread))
        page.goto(live_server.url + "/privacy/")
    page.get_by_text("Leave quickly").first.click()
    page.wait_for_url(ELSEWHERE)
    page.wait_for_timeout(2_000)

    page.goto(live_server.url + "/accessibility/")
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(CACHED) == []
    assert page.evaluate(WORKERS) == 0


def test_the_list_goes_by_own_mail_and_on_paper(
    phone: BrowserContext, live_server: LiveServer, bread: UUID
) -> None:
    keep(phone, live_server, bread)
    page = opened(phone, live_server, "/kept/")

    link = page.get_by_role("link", name="Send by my own mail").get_attribute("href") or ""
    assert link.startswith("mailto:?subject=Numbers%20to%20call&body=Warm%20bread%0D%0AEvery%20day.")

    press(page, "Print with codes")
    page.wait_for_url("**/kept/print/")
    expect(page.get_by_role("img", name="Code for your camera")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".site-header")).not_to_be_visible()
    expect(page.get_by_role("link", name="Send by my own mail")).not_to_be_visible()
    expect(page.get_by_text("In danger? Call 999").last).to_be_visible()


def test_without_scripts_the_page_offers_paper(
    chromium: Browser, live_server: LiveServer, bread: UUID
) -> None:
    with window(chromium, live_server.url, None, width=360, scripts=False) as context:
        page = context.new_page()
        page.goto(live_server.url + "/kept/")
        expect(page.get_by_text("A list on this phone needs scripts")).to_be_visible()
        page.goto(live_server.url + service(bread))
        expect(page.get_by_role("button", name="Keep on this phone")).not_to_be_visible()

        press(page, "Print")
        expect(page.get_by_role("heading", name="Warm bread")).to_be_visible()
        expect(page.get_by_text("Use the print button of your browser.")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_that_go_along_hold_at_every_width(
    phone: BrowserContext, live_server: LiveServer, bread: UUID, language: str
) -> None:
    safe = a_service("Safe harbour", topics=[Topic.SAFETY_AT_HOME], details=DETAILS)
    page = keep(phone, live_server, bread)

    faults = look_at(page, live_server.url, in_language("/kept/", language))
    faults += look_at(page, live_server.url, in_language("/offline/", language))
    faults += look_at(page, live_server.url, in_language(service(safe), language))

    assert not faults, "\n".join(faults)


def test_our_scripts_for_everybody_stay_small(client: Client, cache_table: None) -> None:
    sizes = {"sw.js": len(gzip.compress(client.get("/sw.js").content, 9))}
    for name in FILES:
        found = finders.find(name)
        assert isinstance(found, str)
        if name.endswith(".js"):
            with open(found, "rb") as file:
                sizes[name] = len(gzip.compress(file.read(), 9))

    assert len(sizes) == 3
    assert sum(sizes.values()) <= MOST_SCRIPT, sizes
    assert "find_help" in PUBLIC_PAGES
