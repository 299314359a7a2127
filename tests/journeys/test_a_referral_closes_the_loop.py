"""One story in a real browser: asked without a name, yes by a phone, chosen, named, met, closed, stopped.

A navigator, a partner on a 360 px phone without an account, the client, and the privacy officer; on the demo
town and on the real directory, on the database that the tests run on.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.running import RunningSite, wait_for

PARTNER = "fatima@alnoor.example"
IDENTITY = ("Amina", "Hassan", "555 0142", "0142")
PASSWORD = "kith-demo"
OWN_CODE = "northgate"


@pytest.fixture(params=["demo_town", "real_town"])
def town(request: pytest.FixtureRequest) -> RunningSite:
    found: RunningSite = request.getfixturevalue(request.param)
    return found


def test_a_referral_closes_the_loop(chromium: Browser, town: RunningSite) -> None:
    with seat(chromium, town, "navigator") as navigator, phone(chromium, town) as partner:
        town.settle()
        earlier = len(town.links_in_mail(PARTNER, path="/a/"))
        referral = ask(navigator, town)
        say_yes(partner, town, earlier=earlier)
        tell_the_name(navigator, referral)
        name_link = read_the_name(partner, chromium, town)
        hear_that_they_met(navigator, referral)
        with seat(chromium, town, "client") as client:
            say_that_it_helped(client, service=service_asked(navigator))
            finish(navigator, referral)
            stop_sharing(client)
        find_nothing_any_more(partner, name_link)
    wait_for(lambda: [m for m in town.mails_to(PARTNER) if "Sharing stopped" in m], "the partner to be told")
    with seat(chromium, town, "privacy") as officer:
        read_the_trail(officer)
    verify_the_trail(town)


def ask(navigator: Page, town: RunningSite) -> str:
    """The preview shows what goes when; the person's yes is written down; the ask leaves without a name."""
    navigator.goto(f"{town.base}/list/")
    navigator.get_by_role("link", name=re.compile(r"^Read and ask.*Amina")).first.click()
    expect(navigator.get_by_role("heading", name="Goes after yes")).to_be_visible()
    assert "Amina Hassan" in navigator.locator(".goes-after").inner_text()
    assert "Amina" not in navigator.locator(".goes-now").inner_text()
    navigator.get_by_label("Yes", exact=True).check()
    navigator.get_by_label("Interpreter").fill("Layla H.")
    navigator.get_by_role("button", name=re.compile("Save, and ask")).click()
    expect(navigator.get_by_text("Asked, no name given")).to_be_visible()
    return navigator.url


def say_yes(partner: Page, town: RunningSite, *, earlier: int) -> None:
    """One mail, one link, no login; five facts and no name; one tap, and a second tap has no effect."""
    link = town.link_in_mail(PARTNER, path="/a/", after=earlier)
    for mail in town.mails_to(PARTNER):
        assert not any(mark in mail for mark in IDENTITY)
    for _mail_scanner in range(2):
        partner.request.get(link)
    partner.goto(link)
    expect(partner.get_by_text("walnut")).to_be_visible()
    partner.goto(in_english(link))
    assert not any(mark in partner.content() for mark in IDENTITY)
    assert partner.evaluate("document.documentElement.scrollWidth <= innerWidth")
    partner.get_by_role("button", name="Yes, we can").click()
    expect(partner.get_by_role("heading", name="Thank you")).to_be_visible()
    answer = partner.goto(link)
    assert answer is not None
    assert answer.status == 410


def tell_the_name(navigator: Page, referral: str) -> None:
    navigator.goto(referral)
    expect(navigator.get_by_text("They said yes, no name given yet")).to_be_visible()
    navigator.get_by_role("link", name="The person chooses them").click()
    navigator.get_by_role("button", name="Yes, tell them the name").click()
    expect(navigator.get_by_text("They know the name", exact=True)).to_be_visible()


def read_the_name(partner: Page, chromium: Browser, town: RunningSite) -> str:
    """Link and own code; the first device only; name and safe contact, nothing else."""
    link = in_english(town.link_in_mail(PARTNER, path="/n/", after=0))
    partner.goto(link)
    partner.get_by_label("Your own code").fill("wrong")
    partner.get_by_role("button", name="Open the page").click()
    expect(partner.get_by_text("This is not the code").first).to_be_visible()
    partner.get_by_label("Your own code").fill(OWN_CODE)
    partner.get_by_role("button", name="Open the page").click()
    expect(partner.get_by_text("Amina Hassan")).to_be_visible()
    expect(partner.get_by_text("617 555 0142").first).to_be_visible()
    with phone(chromium, town) as other:
        other.goto(link)
        assert not any(mark in other.content() for mark in IDENTITY)
    return link


def hear_that_they_met(navigator: Page, referral: str) -> None:
    """The partner phones; the worker writes down who told it and when."""
    navigator.goto(referral)
    navigator.get_by_role("link", name="They told us what happened").click()
    navigator.get_by_label("Who told you?").fill("Fatima")
    navigator.get_by_label("They met").check()
    navigator.get_by_role("button", name="Write it down").click()
    expect(navigator.get_by_text("told by phone").first).to_be_visible()


def service_asked(navigator: Page) -> str:
    return navigator.locator("h1").inner_text()


def say_that_it_helped(client: Page, *, service: str) -> None:
    """On her own page: who knows what, and her own word."""
    expect(client.get_by_role("heading", name=re.compile("Hello"))).to_be_visible()
    mine = client.locator("li", has_text=service)
    mine.locator("a", has_text="Did it help?").first.click()
    client.get_by_label("It helped", exact=True).check()
    client.get_by_role("button", name="Send").click()
    expect(client.get_by_role("heading", name="What we told them")).to_be_visible()


def finish(navigator: Page, referral: str) -> None:
    navigator.goto(referral)
    expect(navigator.get_by_text("on their own page").first).to_be_visible()
    navigator.get_by_role("button", name="Finish").click()
    expect(navigator.get_by_text("Finished").first).to_be_visible()


def stop_sharing(client: Page) -> None:
    """One tap beside each partner."""
    told = client.locator("article", has_text=re.compile("name, safe contact")).first
    told.get_by_role("button", name=re.compile("^Stop")).click()
    expect(client.get_by_text("Sharing stopped.").first).to_be_visible()


def find_nothing_any_more(partner: Page, name_link: str) -> None:
    def is_gone() -> bool:
        partner.goto(name_link)
        return not any(mark in partner.content() for mark in IDENTITY)

    wait_for(is_gone, "the name to be gone")


def read_the_trail(officer: Page) -> None:
    officer.goto(re.sub(r"(https?://[^/]+).*", r"\1/privacy/desk/", officer.url))
    for words in ("The name was told to the partner", "Name and safe contact were told"):
        expect(officer.get_by_text(words).first).to_be_visible()
    officer.get_by_role("row", name=re.compile("The name was told")).first.get_by_role("link").click()
    expect(officer.get_by_text("A partner was asked, without a name").first).to_be_visible()
    assert "Hassan" not in officer.content()


def verify_the_trail(town: RunningSite) -> None:
    done = town.site.run("audit", "verify")
    assert done.returncode == 0, done.stdout + done.stderr


def in_english(link: str) -> str:
    """The demo town's contact is written to in Arabic; the same page in English."""
    return link.replace("/ar/", "/")


@contextmanager
def seat(chromium: Browser, town: RunningSite, login: str) -> Iterator[Page]:
    """Someone who signs in with a password at a desk."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{town.base}/account/login/")
    page.locator("input[name=login]").fill(f"{login}@demo.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "login" not in url)
    try:
        yield page
    finally:
        context.close()


@contextmanager
def phone(chromium: Browser, town: RunningSite) -> Iterator[Page]:
    """A small phone without an account and without scripts."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=True)
    try:
        yield context.new_page()
    finally:
        context.close()
