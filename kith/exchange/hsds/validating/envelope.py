"""The envelope of a page: its eight fields, and whether their numbers agree with what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.validating.finding import Finding, Severity, shown, step

COUNTS = ("total_items", "total_pages", "page_number", "size")
FLAGS = ("first_page", "last_page", "empty")
CONTENTS = "contents"
MOST = 10**12
"""Nobody has so many; a larger number is a fault and not a reason to ask on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose envelope is whole."""

    total_items: int
    total_pages: int
    number: int
    size: int
    is_first: bool
    is_last: bool
    is_empty: bool
    held: int


def is_page(body: Json) -> bool:
    """True for what means to be a page of a list."""
    return isinstance(body, dict) and (CONTENTS in body or {"total_items", "total_pages"} <= body.keys())


def contents_of(body: dict[str, Json]) -> list[Json]:
    """What the page holds; nothing where that is no list."""
    held = body.get(CONTENTS)
    return held if isinstance(held, list) else []


def page_of(body: dict[str, Json]) -> Page | None:
    """The page; None while a field of the envelope is missing or of another kind."""
    if any(True for _finding in envelope_shape(body)):
        return None
    total_items, total_pages, number, size = (_count(body[name]) for name in COUNTS)
    is_first, is_last, is_empty = (body[name] is True for name in FLAGS)
    return Page(total_items, total_pages, number, size, is_first, is_last, is_empty, len(contents_of(body)))


def _count(value: Json) -> int:
    return value if isinstance(value, int) else 0


def envelope_findings(body: dict[str, Json]) -> Iterator[Finding]:
    """What is wrong with the envelope of a page."""
    yield from envelope_shape(body)
    page = page_of(body)
    if page:
        yield from _items(page)
        yield from _pages(page)
        yield from _flags(page)


def envelope_shape(body: dict[str, Json]) -> Iterator[Finding]:
    """Fields of the envelope that are missing or of the wrong kind."""
    for name in (*COUNTS, *FLAGS, CONTENTS):
        if name not in body:
            what = _("The page lacks “%(name)s”.") % {"name": name}
            yield _fault("envelope-field", name, what, _("Add it: readers need it to find the next page."))
        elif not _is_of_its_kind(name, body[name]):
            what = _("%(value)s is not of the right kind.") % {"value": shown(body[name])}
            yield _fault("envelope-field", name, what, _mend_kind(name))


def _is_of_its_kind(name: str, value: Json) -> bool:
    if name in FLAGS:
        return isinstance(value, bool)
    if name == CONTENTS:
        return isinstance(value, list)
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def _mend_kind(name: str) -> str:
    if name == CONTENTS:
        return _("Put it into a list, in square brackets.")
    return _("Write true or false.") if name in FLAGS else _("Write a whole number from 0.")


def _items(page: Page) -> Iterator[Finding]:
    said = {"size": page.size, "held": page.held, "total": page.total_items}
    if page.size != page.held:
        what, mend = (
            _("“size” is %(size)s, but the page holds %(held)s."),
            _("Write how many this page holds."),
        )
        severity = Severity.WARNING if page.is_last and page.held < page.size else Severity.FAULT
        yield Finding(severity, "page-size", "/size", what % said, mend)
    if page.held > page.total_items or (page.total_pages == 1 and page.held < page.total_items):
        what = _("“total_items” is %(total)s, but the page holds %(held)s.")
        yield _fault("page-total", "total_items", what % said, _("Count again over all pages."))


def _pages(page: Page) -> Iterator[Finding]:
    if page.held and not page.is_last and page.total_pages != (needed := -(-page.total_items // page.held)):
        said = {"total": page.total_items, "held": page.held, "pages": page.total_pages, "needed": needed}
        what = _("%(total)s items in pages of %(held)s make %(needed)s pages, not %(pages)s.") % said
        yield _fault(
            "page-count", "total_pages", what, _("Divide the items by the size of a page, and round up.")
        )
    if not 1 <= page.number <= max(page.total_pages, 1):
        what = _("This is page %(number)s of %(pages)s.") % {"number": page.number, "pages": page.total_pages}
        yield _fault("page-number", "page_number", what, _("Count pages from 1 to the last."))


def _flags(page: Page) -> Iterator[Finding]:
    said = {"number": page.number, "pages": page.total_pages, "held": page.held}
    for name, is_said, is_so in (
        ("first_page", page.is_first, page.number == 1),
        ("last_page", page.is_last, page.number >= page.total_pages),
        ("empty", page.is_empty, page.held == 0),
    ):
        if is_said != is_so:
            what = _("“%(name)s” does not fit page %(number)s of %(pages)s, which holds %(held)s.")
            mend = _("Write %(word)s.") % {"word": "true" if is_so else "false"}
            yield _fault("page-flag", name, what % (said | {"name": name}), mend)
    if not page.held and page.total_items and page.number <= page.total_pages:
        what = _("The page is empty, though there are %(total)s items.") % {"total": page.total_items}
        yield _fault("page-total", CONTENTS, what, _("Send the items of this page."))


def _fault(kind: str, name: str, what: str, mend: str) -> Finding:
    return Finding(Severity.FAULT, kind, step(name), what, mend)
