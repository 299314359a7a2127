"""The sweep fails where it should: each fault planted on a page of its own."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.eyes import in_large, in_own_colours
from tests.browser.sweep import look_at, window

BASE = "http://kith.example"
PAGE = '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>{}</main></body></html>'


def show(page: Page, planted: str) -> None:
    """Whatever is opened, it is a page with this in it."""

    def answer(route: Route) -> None:
        is_page = route.request.url.startswith(BASE)
        route.fulfill(body=PAGE.format(planted) if is_page else "", content_type="text/html")

    page.route("**/*", answer)


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
    with window(chromium, BASE, None, width=1280) as context:
        page = context.new_page()
        show(page, planted)
        faults = look_at(page, BASE, "/")

    assert (fault in "\n".join(faults)) if fault else not faults, faults


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("<p>Nothing wrong.</p>", ""),
        (
            "<p style='font-size: 1rem; height: 24px; width: 200px; overflow: hidden'>This is cut off</p>",
            "cut off",
        ),
        ("<p style='width: 60rem'>Too wide.</p>", "scrolls sideways"),
    ],
    ids=["nothing", "cut off", "wide"],
)
def test_what_large_letters_break_is_seen(chromium: Browser, planted: str, fault: str) -> None:
    with window(chromium, BASE, None, width=1280) as context:
        page = context.new_page()
        show(page, planted)
        faults = in_large(page, BASE, ["/"], width=1280)

    assert (fault in "\n".join(faults)) if fault else not faults, faults


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ("<p>Nothing wrong.</p>", ""),
        ("<button type='button' style='border: 0; height: 60px'>Go</button>", "no edge"),
        (
            "<svg role='img' aria-label='A sign'><path d='M0 0h20v20z' fill='#00f'/></svg>",
            "colours of its own",
        ),
    ],
    ids=["nothing", "no edge", "own colour"],
)
def test_what_own_colours_hide_is_seen(chromium: Browser, planted: str, fault: str) -> None:
    with closing(chromium.new_context(forced_colors="active")) as context:
        page = context.new_page()
        show(page, planted)
        faults = in_own_colours(page, BASE, ["/"])

    assert (fault in "\n".join(faults)) if fault else not faults, faults
