"""`python -m tests.journeys.pictures`: the pictures of the README and the tutorial, taken of the demo town."""

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.architecture.house import BASE
from tests.browser.chromium import HOW_TO_GET_CHROMIUM, QUIET, chromium_path

FOLDER = BASE / "docs" / "pictures"
DESK, PHONE = 1120, 360


def main() -> None:
    path = chromium_path()
    if path is None:
        sys.exit(HOW_TO_GET_CHROMIUM)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kith-pictures-") as folder, sync_playwright() as playwright:
        os.environ["KITH_DATA_DIR"] = folder
        from tests.factories.site import Site
        from tests.journeys.running import RunningSite, running

        site = Site(Path(folder), "")
        for command in (["migrate", "--verbosity", "0"], ["demo"], ["collectstatic", "--noinput", "-v", "0"]):
            done = site.run(*command, KITH_DEMO="1")
            if done.returncode:
                sys.exit(done.stderr)
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        with running(site) as town:
            assert isinstance(town, RunningSite)
            take(browser, town)
        browser.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(BASE)}")


def take(browser: Browser, town: object) -> None:
    """Walk the tutorial, and take a picture at each step."""
    from tests.journeys import test_a_referral_closes_the_loop as story
    from tests.journeys.running import RunningSite

    assert isinstance(town, RunningSite)
    with story.phone(browser, town) as public:
        public.goto(f"{town.base}/find/")
        public.get_by_label("What do you need?").fill("walk")
        public.get_by_role("button", name="Search").click()
        picture(public, "find-help", DESK)
    with story.seat(browser, town, "navigator") as navigator, story.phone(browser, town) as partner:
        picture(navigator, "my-list", DESK)
        navigator.get_by_role("link", name=re.compile(r"^Read and ask.*Amina")).first.click()
        picture(navigator, "before-you-ask", DESK)
        town.settle()
        earlier = len(town.links_in_mail(story.PARTNER, path="/a/"))
        referral = story.ask(navigator, town)
        link = town.link_in_mail(story.PARTNER, path="/a/", after=earlier)
        partner.goto(story.in_english(link))
        picture(partner, "can-you-take-one-person", PHONE)
        story.say_yes(partner, town, earlier=earlier)
        story.tell_the_name(navigator, referral)
        story.read_the_name(partner, browser, town)
        picture(partner, "name-and-safe-contact", PHONE)
        with story.seat(browser, town, "client") as client:
            picture(client, "my-page", PHONE)
    with story.seat(browser, town, "privacy") as officer:
        officer.goto(f"{town.base}/privacy/desk/")
        picture(officer, "privacy-desk", DESK, height=900)


def picture(page: Page, name: str, width: int, *, height: int | None = None) -> None:
    """The page as it is, at this width; with a `height`, its upper part."""
    page.set_viewport_size({"width": width, "height": height or 740})
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path, full_page=height is None, scale="css")


if __name__ == "__main__":
    main()
