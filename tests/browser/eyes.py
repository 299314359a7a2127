"""Pages as they look to other eyes: with letters twice as large, and in the colours that a reader has chosen."""

from collections.abc import Iterable

from playwright.sync_api import Page

from tests.browser.sweep import AXE, TOO_WIDE, Seen, note_axe

CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
    const style = getComputedStyle(one);
    if (one.closest('.visually-hidden, .skip-link, svg, .table-scroll') || !one.checkVisibility()) return false;
    const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    return hides && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  }).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
"""What is larger than the box that hides the rest of it."""
NO_EDGE = """() => [...document.querySelectorAll('button, .button, input, select, textarea')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => !['checkbox', 'radio', 'hidden', 'file'].includes(one.type) && !one.closest('.visually-hidden'))
  .filter(one => {
    const style = getComputedStyle(one);
    return style.borderTopStyle === 'none' && style.textDecorationLine === 'none' && style.outlineStyle === 'none';
  }).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
"""Buttons and fields that would be text like any other where backgrounds are gone."""
OWN_COLOURS = """() => [...document.querySelectorAll('svg *')]
  .filter(one => one.checkVisibility() && !one.closest('[aria-hidden=true].map-lines, .qr'))
  .filter(one => {
    const style = getComputedStyle(one), text = getComputedStyle(one.closest('svg')).color;
    const own = [style.fill, style.stroke].filter(found => found !== 'none');
    return own.length && own.every(found => found !== text);
  }).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""
"""Signs whose lines keep a colour of ours, which may not be seen on the reader's own ground."""


def in_large(page: Page, base: str, addresses: Iterable[str], *, width: int) -> list[str]:
    """What is cut off, or stands beside the page, where a reader has doubled the size of letters."""
    page.set_viewport_size({"width": width, "height": 800})
    faults: list[str] = []
    for address in addresses:
        seen = Seen()
        page.goto(base + address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            seen.note(f"scrolls sideways at {width}", page.evaluate(TOO_WIDE) or "yes")
        seen.note(f"cut off at {width}", page.evaluate(CUT_OFF))
        faults += [f"{address}: {fault}" for fault in seen.faults]
    return faults


def in_own_colours(page: Page, base: str, addresses: Iterable[str]) -> list[str]:
    """Controls that look like text, and signs in a colour of ours; in a window that forces its colours."""
    faults: list[str] = []
    for address in addresses:
        seen = Seen()
        page.goto(base + address)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        page.evaluate(AXE)
        note_axe(page, seen, 360)
        seen.note("no edge", page.evaluate(NO_EDGE))
        seen.note("colours of its own", page.evaluate(OWN_COLOURS))
        faults += [f"{address}: {fault}" for fault in seen.faults]
    return faults
