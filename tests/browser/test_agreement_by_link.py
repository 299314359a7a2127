"""A proposal on a phone, in a real browser: read, ask for other words, sign; in English and in Arabic."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from kith.core.viewer import Role
from kith.partnerships.models import Agreement, AgreementParty
from tests.browser.sweep import in_language, look_at
from tests.factories.partnerships import a_member, a_partner, an_organization, make_host, sign
from tests.factories.proposals import a_mailed_proposal, mailed_links, on_the_table

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("KITH_PICTURES", "")


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_a_coordinator_reads_counters_and_signs_on_a_phone(
    chromium: Browser, live_server: LiveServer
) -> None:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    mosque = a_partner(manager, "Al-Noor Mosque")
    agreement_id, address = a_mailed_proposal(manager, mosque)
    assert mailed_links("g") == [address]
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()

    faults = [
        fault for one in ("en", "ar") for fault in look_at(page, live_server.url, in_language(address, one))
    ]
    assert not faults, faults
    page.set_viewport_size({"width": 360, "height": 740})
    for language in ("ar", "en"):
        page.goto(live_server.url + in_language(address, language))
        for summary in page.query_selector_all("details.card > summary, main > details > summary"):
            summary.click()
        picture(page, f"agreement-{language}")
    page.get_by_label("Another number").first.fill("5")
    page.get_by_role("button", name="Send what we want").click()
    page.get_by_text("You can still sign.").wait_for()
    page.get_by_text("within 5 of its own working days").first.wait_for()
    page.get_by_label("Your name").fill("Fatima Noor")
    page.get_by_label("What you do there").fill("Coordinator")
    page.get_by_label("We agree to these words").check()
    page.get_by_role("button", name="Yes, we sign").click()
    page.get_by_role("heading", name="Thank you").wait_for()
    picture(page, "agreement-thanks")
    context.close()

    assert AgreementParty.objects.get(version=on_the_table(agreement_id), organization_id=mosque).signed_at
    sign(agreement_id, manager)
    assert Agreement.objects.get().status == "in_force"
