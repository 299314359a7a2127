"""One person before a screen: does what is to be done with the page as it is shown, and counts it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.agreements.effort import WORD, Effort
from tests.journeys.agreements.town import PASSWORD

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
LINES_SHOWN = """part => {
  const walker = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.checkVisibility() && !around.closest('option, .visually-hidden'))
      lines.push(walker.currentNode.data.trim());
  }
  return lines;
}"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
A_DATE = 8
PATIENCE = 10_000
TO_CHOOSE, TO_GIVE_A_FILE = 2, 3


class Hand:
    """The taps, fields and letters of one person, and the words on each page that opened."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base, self.effort = page, base, Effort()
        self._lines_read = set[str]()
        page.set_default_timeout(PATIENCE)

    def open(self, address: str) -> None:
        """Follow a link from outside, as one in a mail."""
        answer = self.page.goto(address if address.startswith("http") else self.base + address)
        assert answer is not None
        assert answer.ok, f"{address}: {answer.status}"
        self._read()

    def follow(self, words: str, *, about: str = "", within: str = "main") -> None:
        """Tap a link, the one about this if there are several; the page that it opens is read."""
        self._press(self.page.locator(within).get_by_role("link", name=_named(words, about)).first)

    def press(self, words: str, *, about: str = "", reads: str = "main") -> None:
        """Tap a button; the page that it opens is read, or a part of it."""
        button = self.page.locator("main").get_by_role("button", name=_named(words, about)).first
        self._press(button, reads=reads)

    def unfold(self, words: str) -> None:
        """Open what is folded away, and read it."""
        self._decide(1)
        self.page.locator("summary", has_text=words).first.click()
        self._read_lines("main")

    def write(self, label: str, text: object, *, at: Locator | None = None) -> None:
        """Fill in one field; a date is typed as eight digits."""
        field = self.field(label, at=at)
        self._fill_in(1)
        self.effort.typed += 1
        self.effort.letters += A_DATE if isinstance(text, date) else len(str(text))
        field.fill(str(text))

    def choose(self, label: str, option: str, *, at: Locator | None = None) -> None:
        """Open a list and pick."""
        self._fill_in(TO_CHOOSE)
        self.field(label, at=at).select_option(label=option)

    def tick(self, *labels: str, at: Locator | None = None) -> None:
        """Tick boxes, or one of several."""
        for label in labels:
            self._fill_in(1)
            self.field(label, at=at).check()

    def give_file(self, label: str, path: Path) -> None:
        """Find a file on one's own machine: the button, the file, open."""
        self._fill_in(TO_GIVE_A_FILE)
        self.field(label).set_input_files(path)

    def field(self, label: str, *, at: Locator | None = None) -> Locator:
        """The field with this label, in the whole page or a part of it."""
        labelled = (at or self.page.locator("main")).get_by_label(label)
        return labelled.and_(self.page.locator("input, select, textarea")).first

    def row(self, legend: str) -> Locator:
        """The fields about one party."""
        return self.page.get_by_role("group", name=legend).first

    def sees(self, *words: str) -> None:
        """All of it stands on the page."""
        for said in words:
            expect(self.page.locator("main").get_by_text(said).first).to_be_visible()

    def sees_no(self, words: str) -> None:
        """It stands nowhere on the page."""
        assert words not in self.page.locator("main").inner_text()

    def _press(self, what: Locator, *, reads: str = "main") -> None:
        self._decide(1)
        with self.page.expect_navigation():
            what.click()
        self._read(reads)

    def _read(self, part: str = "main") -> None:
        assert not self.page.locator(".error-summary").count(), self.page.locator(
            ".error-summary"
        ).inner_text()
        assert not self.page.evaluate(TOO_WIDE), f"{self.page.url} scrolls sideways"
        self.effort.pages.append(self.page.locator("h1").first.inner_text())
        self._lines_read.clear()
        self._read_lines(part)

    def _read_lines(self, part: str) -> None:
        """Every line that is shown, once: a label that comes again in each row is not read again."""
        shown = set(self.page.evaluate(LINES_SHOWN, part)) - self._lines_read
        self._lines_read |= shown
        self.effort.words += sum(len(WORD.findall(line)) for line in shown)

    def _fill_in(self, taps: int) -> None:
        self.effort.fields += 1
        self._decide(taps)

    def _decide(self, taps: int) -> None:
        self.effort.decisions += 1
        self.effort.taps += taps


def _named(words: str, about: str) -> re.Pattern[str]:
    """What a link or button is called to the ear: its words, and what it is about."""
    return re.compile(re.escape(words) + (rf"\W+{re.escape(about)}" if about else ""))


@contextmanager
def at_a_desk(browser: Browser, base: str, email: str, *, scripts: bool = True) -> Iterator[Hand]:
    """Somebody who has just signed in."""
    context = browser.new_context(viewport=DESK, java_script_enabled=scripts)  # type: ignore[arg-type]
    hand = Hand(context.new_page(), base)
    hand.page.goto(f"{base}/account/login/")
    hand.page.locator("input[name=login]").fill(email)
    hand.page.locator("input[name=password]").fill(PASSWORD)
    hand.page.locator("main button[type=submit]").click()
    hand.page.wait_for_url(lambda url: "login" not in url)
    try:
        yield hand
    finally:
        context.close()


@contextmanager
def on_a_phone(browser: Browser, base: str, *, scripts: bool = True) -> Iterator[Hand]:
    """Somebody with a phone of 360 px and without an account."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)  # type: ignore[arg-type]
    try:
        yield Hand(context.new_page(), base)
    finally:
        context.close()
