"""Chromium for tests: found, started once, and gone at the end. Import these fixtures where a browser is needed."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

HOW_TO_GET_CHROMIUM = (
    "No Chromium was found. Install it (Debian: apt-get install chromium fonts-noto-core), "
    "or say where it is with KITH_CHROMIUM=/path/to/chromium."
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]


def chromium_path() -> str | None:
    """Where Chromium is on this machine."""
    named = os.environ.get("KITH_CHROMIUM", "")
    return shutil.which(named) if named else shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One running Chromium. Skips with a sentence where there is none; fails where it is required."""
    path = chromium_path()
    if path is None:
        if os.environ.get("KITH_REQUIRE_CHROMIUM") == "1":
            pytest.fail(HOW_TO_GET_CHROMIUM)
        pytest.skip(HOW_TO_GET_CHROMIUM)
    # Playwright's loop runs in this thread; Django would otherwise refuse rows beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
