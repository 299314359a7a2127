"""What a first visit weighs on an old phone with a poor line, in Chromium."""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from bench.sites import BASE
from tests.browser.chromium import HOW_TO_GET_CHROMIUM, QUIET, chromium_path

KILOBIT = 1000 / 8
LINE = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 400 * KILOBIT,
    "uploadThroughput": 400 * KILOBIT,
}
SLOWER = 4
PAINTED = """async () => {
  const seen = () => performance.getEntriesByName('first-contentful-paint')[0];
  for (let turn = 0; turn < 50 && !seen(); turn += 1) await new Promise(done => setTimeout(done, 100));
  return seen() ? seen().startTime : Infinity;
}"""
STATIC = BASE / "kith" / "web" / "static" / "kith"


@dataclass(frozen=True, slots=True)
class Weight:
    """One page on a first visit: bytes on the wire, requests, milliseconds to the first paint."""

    what: str
    bytes: int
    requests: int
    paint_ms: float


def weights(base: str, pages: Sequence[tuple[str, str]], *, rounds: int) -> list[Weight]:
    """Each page, each time in a window that has seen nothing; the middle of the rounds."""
    path = chromium_path()
    if path is None:
        raise SystemExit(HOW_TO_GET_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            return [
                _middle([_weight(browser, base, what, page) for _ in range(rounds)]) for what, page in pages
            ]
        finally:
            browser.close()


def _middle(found: Sequence[Weight]) -> Weight:
    return sorted(found, key=lambda one: one.paint_ms)[len(found) // 2]


def _weight(browser: Browser, base: str, what: str, path: str) -> Weight:
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2)
    try:
        return _opened(context.new_page(), base + path, what)
    finally:
        context.close()


def _opened(page: Page, address: str, what: str) -> Weight:
    sizes: list[int] = []
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    wire.on("Network.loadingFinished", lambda found: sizes.append(int(found["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    return Weight(what, sum(sizes), len(sizes), float(page.evaluate(PAINTED)))


def packed(*names: str) -> int:
    """The bytes of these files of ours together, each compressed as the server sends it."""
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in names)
