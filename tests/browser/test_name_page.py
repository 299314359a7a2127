"""The page with the name, on a real screen: it goes blank by itself, with scripts and without."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.post.terms import LinkPurpose
from tests.factories.care import CODE, CareTown, a_care_town, a_name_told, the_referral
from tests.factories.disclosure import NAME
from tests.promises.seats import link_to

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def opened(chromium: Browser, address: str, *, has_scripts: bool) -> Iterator[Page]:
    """The page with the name, on the phone of the named contact."""
    context = chromium.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Your own code").fill(CODE)
    page.get_by_role("button", name="Open the page").click()
    page.get_by_text(NAME).wait_for()
    yield page
    context.close()


def stopped(care: CareTown, referral_id: object) -> None:
    stop_sharing(care.person, consent_id=the_referral(referral_id).consent_id)


def test_a_stop_takes_the_name_off_an_open_screen(chromium: Browser, live_server: LiveServer) -> None:
    care = a_care_town()
    referral_id = a_name_told(care)
    address = live_server.url + link_to(care, referral_id, LinkPurpose.SEE_NAME)

    with opened(chromium, address, has_scripts=True) as page:
        stopped(care, referral_id)

        page.get_by_text("Sharing stopped on").wait_for(timeout=15_000)
        expect(page.get_by_text(NAME)).not_to_be_visible()


def test_after_its_minutes_the_screen_is_covered_even_without_a_connection(
    chromium: Browser, live_server: LiveServer
) -> None:
    care = a_care_town()
    address = live_server.url + link_to(care, a_name_told(care), LinkPurpose.SEE_NAME)

    with opened(chromium, address, has_scripts=True) as page:
        page.clock.install()
        page.reload()
        page.get_by_text(NAME).wait_for()
        page.context.set_offline(True)
        page.clock.fast_forward("15:01")

        page.get_by_text(NAME).wait_for(state="hidden")


def test_without_scripts_the_page_asks_for_itself_again(
    chromium: Browser, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.web.answer.name_pages.LOOK_AGAIN_SECONDS", 2)
    care = a_care_town()
    referral_id = a_name_told(care)
    address = live_server.url + link_to(care, referral_id, LinkPurpose.SEE_NAME)

    with opened(chromium, address, has_scripts=False) as page:
        stopped(care, referral_id)

        page.get_by_text("Sharing stopped on").wait_for(timeout=15_000)
        expect(page.get_by_text(NAME)).not_to_be_visible()
