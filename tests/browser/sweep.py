"""One look at one page: everything that must hold of every page at every width in every language."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_FILE_PATH
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Request

WIDTHS = (1280, 360)
OF_EVERYBODY = (1280, 360, 320)
"""What anybody may open is looked at on the smallest phone, too."""
HEAD_AND_BAR = 150
AXE = AXE_FILE_PATH.read_text()
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
VIOLATIONS = """async rules => (await axe.run(document, rules)).violations
  .map(one => [one.id, one.nodes.slice(0, 2).map(node => node.html.slice(0, 160))])"""
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    if (!box.width || box.right <= width + 1 && box.left >= -1) return false;
    return !one.closest('.table-scroll, .visually-hidden, .skip-link, svg');
  }).slice(0, 3).map(one => one.outerHTML.slice(0, 120));
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll('button, .button, input:not([type=hidden]), select, textarea')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => !['checkbox', 'radio'].includes(one.type) && one.getBoundingClientRect().height < 43.5)
  .slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""


@dataclass
class Seen:
    """What was wrong with a page."""

    faults: list[str] = field(default_factory=list)

    def note(self, what: str, found: object) -> None:
        if found:
            self.faults.append(f"{what}: {found}")


@contextmanager
def window(
    browser: Browser, base: str, client: Client | None, *, width: int, scripts: bool = True
) -> Iterator[BrowserContext]:
    """A browser window of this width at first, signed in as `client` is."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    session = client.cookies.get(settings.SESSION_COOKIE_NAME) if client is not None else None
    if session is not None:
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session.value, "url": base}])
    try:
        yield context
    finally:
        context.close()


def in_language(address: str, language: str) -> str:
    """The same page in another language."""
    return address if language == "en" else f"/{language}{address}"


def look_at(page: Page, base: str, address: str, *, widths: Sequence[int] = WIDTHS) -> list[str]:
    """Open the page and list its faults: strangers, console; and at each width layout, targets and axe."""
    seen = Seen()

    def note_stranger(request: Request) -> None:
        if not request.url.startswith((base, "data:")):
            seen.note("asks a stranger", request.url)

    def note_console(message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        seen.note("console", text if kind == "error" else "")

    page.on("request", note_stranger)
    page.on("console", note_console)
    page.on("pageerror", lambda error: seen.note("script", error))
    try:
        response = page.goto(base + address)
        seen.note("status", "" if response is not None and response.status == 200 else str(response))
        page.evaluate(AXE)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            note_layout(page, seen, width)
            note_axe(page, seen, width)
    finally:
        page.remove_listener("request", note_stranger)
        page.remove_listener("console", note_console)
    return [f"{address}: {fault}" for fault in seen.faults]


def note_layout(page: Page, seen: Seen, width: int) -> None:
    """Sideways scroll, targets under 44 px, and a head that takes more than its share."""
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        seen.note(f"scrolls sideways at {width}", page.evaluate(TOO_WIDE) or "yes")
    seen.note(f"small targets at {width}", page.evaluate(SMALL_TARGETS))
    if page.query_selector(".site-header"):
        head = page.evaluate("document.querySelector('main').getBoundingClientRect().top + scrollY")
        seen.note(f"head and bar at {width}", f"{head:.0f} px" if head > HEAD_AND_BAR else "")
    seen.note("h1", "" if len(page.query_selector_all("h1")) == 1 else "not exactly one")


def note_axe(page: Page, seen: Seen, width: int) -> None:
    """Violations of axe's rules, with the first elements of each."""
    for rule, elements in page.evaluate(VIOLATIONS, RULES):
        seen.note(f"{rule} at {width}", elements)
