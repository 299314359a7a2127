"""A listing is kept right, in a real browser: one press on a phone, from a mail; and an edit that shows first what changes."""

import os
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.sweep import AXE, Seen, note_axe, note_layout
from tests.journeys.running import RunningSite
from tests.journeys.test_a_referral_closes_the_loop import phone, seat

PARTNER = "fatima@alnoor.example"
PICTURES = os.environ.get("KITH_PICTURES", "")
MONTHS_LATER = """
from datetime import timedelta
from kith.core import clock
from kith.core.models import ScheduledJob
from kith.directory.models import Service
from kith.partnerships.models import Partner
long_ago = clock.now() - timedelta(days=200)
Service.objects.filter(organization__name="Al-Noor Mosque").update(confirmed_at=long_ago)
Partner.objects.filter(organization__name="Al-Noor Mosque").update(welcomed_at=long_ago)
ScheduledJob.objects.filter(name__endswith="write_routine_mail").update(due_at=clock.now())
"""


def test_one_press_on_a_phone_says_that_a_listing_is_still_right(
    chromium: Browser, demo_town: RunningSite
) -> None:
    demo_town.site.python(MONTHS_LATER)
    link = demo_town.link_in_mail(PARTNER, path="/l/", after=0)
    with phone(chromium, demo_town) as partner:
        for _mail_scanner in range(2):
            assert partner.request.get(link).status == 200
        partner.goto(link.replace("/l/", "/ar/l/"))
        expect(partner.locator("html")).to_have_attribute("dir", "rtl")
        look_at_this(partner, "confirm-ar")
        partner.goto(link)
        expect(partner.get_by_text("walnut")).to_be_visible()
        expect(partner.get_by_text("Checked today")).to_have_count(0)
        look_at_this(partner, "confirm-en")

        partner.get_by_role("button", name="Still correct").click()

        expect(partner.get_by_text("Thank you. People now see that you checked this today.")).to_be_visible()
        expect(partner.get_by_text("Checked today").first).to_be_visible()
        look_at_this(partner, "confirmed")
        answer = partner.goto(link)
        assert answer is not None
        assert answer.status == 410


def test_an_edit_shows_what_changes_before_it_is_saved_and_can_be_put_back(
    chromium: Browser, demo_town: RunningSite
) -> None:
    with seat(chromium, demo_town, "coordinator") as coordinator:
        coordinator.goto(f"{demo_town.base}/my-listing/")
        coordinator.locator(".result-card h2 a").first.click()
        before = coordinator.locator(".lead").first.inner_text()
        listing = coordinator.url
        coordinator.get_by_role("link", name="Edit this listing").click()
        look_at_this(coordinator, "edit")
        coordinator.get_by_label("What it is").fill("Tea, talk and a warm room.")
        coordinator.get_by_role("button", name="See what changes").click()
        expect(coordinator.locator("ins")).to_have_text("Tea, talk and a warm room.")
        expect(coordinator.locator("del")).to_have_text(before)
        look_at_this(coordinator, "what-changes")
        coordinator.get_by_role("button", name="Save").click()

        expect(
            coordinator.get_by_text("Typed here by the coordinator of the organisation").first
        ).to_be_visible()
        look_at_this(coordinator, "history")
        coordinator.goto(coordinator.url.replace(demo_town.base, f"{demo_town.base}/ar"))
        look_at_this(coordinator, "history-ar")
        coordinator.goto(listing)
        expect(coordinator.locator(".lead").first).to_have_text("Tea, talk and a warm room.")
        coordinator.goto(f"{listing}history/")
        coordinator.get_by_role("button", name="Put back what it said before").first.click()
        coordinator.goto(listing)
        expect(coordinator.locator(".lead").first).to_have_text(before)


def look_at_this(page: Page, name: str) -> None:
    """No fault of layout or of axe at this width; a picture where KITH_PICTURES names a folder."""
    seen, width = Seen(), page.viewport_size["width"] if page.viewport_size else 0
    page.evaluate(AXE)
    note_layout(page, seen, width)
    note_axe(page, seen, width)
    assert not seen.faults, seen.faults
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"{name}.png"), full_page=True)
