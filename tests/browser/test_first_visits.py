"""What a first visit weighs, where no clock is needed to say so (bench/pages.py has the times)."""

import gzip

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from playwright.sync_api import Browser, Page, Response
from pytest_django.live_server_helper import LiveServer

from kith.directory.records import PhoneRecord, ServiceDetails
from kith.directory.terms import Topic
from tests.browser.sweep import window
from tests.browser.test_public_pages import MOST_KILOBYTES, MOST_REQUESTS, weight_of
from tests.factories.directory import a_host, a_place, a_service, weekly

pytestmark = pytest.mark.django_db(transaction=True)

MOST_STYLE = 12 * 1024
WORDY = "We help with what you need, and someone sits with you while you wait. " * 4
DETAILS = ServiceDetails(
    fees_description="Free, and bus fare is paid back",
    papers="They do not ask for papers.",
    what_to_expect="Somebody says hello.\nYou have tea.\nYou talk, or just sit.",
    phones=(PhoneRecord(number="0115 555 0170"), PhoneRecord(number="0115 555 0171")),
    schedules=(weekly("MO,TU,WE,TH,FR", "10:00", "14:00"),),
    places=(a_place(), a_place(52.96, -1.16)),
)


def weigh(page: Page, base: str, address: str) -> dict[str, int]:
    """Bytes of everything that opening this address brings, by path."""
    found: dict[str, int] = {}

    def note(response: Response) -> None:
        path = response.url.removeprefix(base)
        found[path] = weight_of(path, response)

    page.on("response", note)
    page.goto(base + address, wait_until="networkidle")
    page.remove_listener("response", note)
    return found


def test_results_and_a_service_are_light_on_a_first_visit(chromium: Browser, live_server: LiveServer) -> None:
    a_host()
    ids = [
        a_service(f"Warm meals {number}", description=WORDY, topics=[Topic.FOOD], languages=["ar", "es"])
        for number in range(30)
    ]
    full = a_service("Full", description=WORDY * 4, languages=["ar"], topics=[Topic.TALK], details=DETAILS)

    for address in (
        "/find/?topic=food",
        reverse("service_page", args=[full]),
        "/kept/",
        "/ar/find/?topic=food",
    ):
        with window(chromium, live_server.url, None, width=360) as context:
            found = weigh(context.new_page(), live_server.url, address)
        assert sum(found.values()) <= MOST_KILOBYTES * 1024, (address, found)
        assert len(found) <= MOST_REQUESTS, (address, found)
    assert len(ids) == 30


def test_the_stylesheet_stays_small() -> None:
    found = finders.find("kith/kith.css")
    assert isinstance(found, str)

    with open(found, "rb") as file:
        assert len(gzip.compress(file.read(), 9)) <= MOST_STYLE
