"""The sweep fails where it should: each fault planted on a page of its own."""

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.sweep import look_at, window

BASE = "http://kith.example"
PAGE = '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>{}</main></body></html>'


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("<p>Nothing wrong.</p>", ""),
        ("<input type='text' style='height: 60px'>", "label"),
        ("<p style='color: #bbb; background: #fff'>Too pale to read.</p>", "color-contrast"),
        ("<p style='width: 2000px'>Too wide.</p>", "scrolls sideways"),
        ("<button type='button' style='height: 30px'>Small</button>", "small targets"),
        ("<img alt='' src='https://elsewhere.example/pixel.png'>", "asks a stranger"),
        ("<script>throw new Error('oh')</script>", "script: oh"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<h1>Another</h1>", "not exactly one"),
    ],
    ids=["nothing", "label", "contrast", "wide", "small", "stranger", "throws", "console", "headings"],
)
def test_a_planted_fault_is_seen(chromium: Browser, planted: str, fault: str) -> None:
    def answer(route: Route) -> None:
        is_page = route.request.url.startswith(BASE)
        route.fulfill(body=PAGE.format(planted) if is_page else "", content_type="text/html")

    with window(chromium, BASE, None, width=1280) as context:
        page = context.new_page()
        page.route("**/*", answer)
        faults = look_at(page, BASE, "/")

    assert (fault in "\n".join(faults)) if fault else not faults, faults
