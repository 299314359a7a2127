"""Whether pages that were asked for one after the other fit together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.validating.envelope import Page, contents_of, page_of
from kith.exchange.hsds.validating.finding import Finding, Severity, shown
from kith.exchange.hsds.validating.spot import Spot


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it was answered: which one was asked for, and where that is said in the report."""

    asked: int
    spot: Spot
    body: dict[str, Json]

    @property
    def page(self) -> Page | None:
        """The page, if its envelope is whole."""
        return page_of(self.body)

    @property
    def ids(self) -> list[str]:
        """The ids on the page, in its order."""
        held = (one.get("id") for one in contents_of(self.body) if isinstance(one, dict))
        return [one for one in held if isinstance(one, str)]


def to_ask(total_pages: int) -> list[int]:
    """The first page, its neighbour, the one in the middle and the last."""
    middle = (total_pages + 1) // 2
    return sorted({1, min(2, total_pages), middle, total_pages} - {0})


def paging_findings(answers: Sequence[Answer]) -> Iterator[Finding]:
    """Pages that are not the one asked for, hold what another holds, or leave something out."""
    for answer in answers:
        yield from _is_the_one(answer)
    yield from _overlaps(answers)
    pages = [(answer, page) for answer in answers if (page := answer.page)]
    if pages:
        yield from _same_counts(pages)
        yield from _nothing_missing(pages)


def _is_the_one(answer: Answer) -> Iterator[Finding]:
    if answer.page and answer.page.number != answer.asked:
        said = {"asked": answer.asked, "number": answer.page.number}
        what = _("Page %(asked)s was asked for, page %(number)s came.") % said
        yield _fault(answer, "other-page", "/page_number", what, _("Obey the parameter “page”."))


def _overlaps(answers: Sequence[Answer]) -> Iterator[Finding]:
    first: dict[str, Answer] = {}
    for answer in answers:
        again = [one for one in answer.ids if first.setdefault(one, answer) is not answer]
        if again:
            said = {"count": len(again), "page": first[again[0]].asked, "id": shown(again[0])}
            what = _("%(count)s records stand on page %(page)s as well, such as %(id)s.") % said
            mend = _("Order the list by id before it is cut into pages.")
            yield _fault(answer, "pages-overlap", "/contents", what, mend)
        if len(set(answer.ids)) < len(answer.ids):
            what, mend = _("One record stands twice on this page."), _("Send each record once.")
            yield _fault(answer, "pages-overlap", "/contents", what, mend)


def _same_counts(pages: Sequence[tuple[Answer, Page]]) -> Iterator[Finding]:
    _answer, first = pages[0]
    for answer, page in pages[1:]:
        if (page.total_items, page.total_pages) != (first.total_items, first.total_pages):
            what = _("The totals are not those of the first page.")
            mend = _("Count all that the question finds, the same on each page.")
            yield _fault(answer, "totals-differ", "/total_items", what, mend)


def _nothing_missing(pages: Sequence[tuple[Answer, Page]]) -> Iterator[Finding]:
    full = {page.held for answer, page in pages if answer.asked < page.total_pages}
    last = [(answer, page) for answer, page in pages if answer.asked == page.total_pages]
    if len(full) > 1:
        what = _("Pages before the last hold different numbers of records.")
        yield _fault(pages[0][0], "pages-uneven", "/size", what, _("Fill each page but the last."))
    for answer, page in last if len(full) == 1 else ():
        held = full.copy().pop() * (page.total_pages - 1) + page.held
        if held != page.total_items:
            said = {"held": held, "total": page.total_items}
            what = _("All pages together hold %(held)s records, “total_items” says %(total)s.") % said
            yield _fault(
                answer, "pages-miss", "/total_items", what, _("Let no record fall between two pages.")
            )


def beyond_findings(answer: Answer) -> Iterator[Finding]:
    """A page after the last one must be empty."""
    if answer.ids:
        what = _("There are records after the last page.")
        yield _fault(
            answer, "pages-without-end", "/contents", what, _("Count them in, or send an empty page.")
        )


def _fault(answer: Answer, kind: str, pointer: str, what: str, mend: str) -> Finding:
    return answer.spot.of(Finding(Severity.FAULT, kind, pointer, what, mend))
