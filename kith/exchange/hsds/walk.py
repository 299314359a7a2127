"""Walking through the pages of a feed's list, to its end and never round in circles."""

from collections.abc import Iterator
from http import HTTPStatus

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.errors import CrawlStopped
from kith.exchange.hsds.page import NO_MORE, Listed, Page, listed, page_of

AT_ONCE = 100
MOST_SERVICES = 200_000
MOST_BROKEN = 3
NO_SUCH_PAGE = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY})


class Walk:
    """The services of a list, each once.

    After the end, `troubles` say why some may be missing, and `notes` what was odd but does no harm.
    """

    def __init__(self, fetcher: Fetcher, base: str, *, most: int = MOST_SERVICES) -> None:
        self.troubles: list[str] = []
        self.notes: list[str] = []
        self._fetcher, self._url, self._most = fetcher, f"{base}/services", most
        self._size = f"&per_page={AT_ONCE}"
        self._seen: set[str] = set()
        self._totals: set[int] = set()
        self._position = self._repeats = 0

    def services(self) -> Iterator[Listed]:
        """Page by page until one brings nothing new, and one page more than the source says there are.

        Raises NotFetched if there is no first page, and CrawlStopped if the source stops answering.
        """
        number, broken, is_past_end = 1, 0, False
        while broken < MOST_BROKEN:
            page, found = self._page(number, is_past_end=is_past_end), len(self._seen)
            if page is None:
                broken += 1
            else:
                broken = 0
                yield from self._fresh(page)
                if self._is_over(page, number, found, is_past_end=is_past_end):
                    break
                is_past_end = page.claims_to_be_last or page.pages == number
            number += 1
        self._compare()

    def _page(self, number: int, *, is_past_end: bool) -> Page | None:
        """None where this page is broken."""
        try:
            return page_of(self._answer(number))
        except NotFetched as error:
            if number == 1:
                raise
            if is_past_end:
                return NO_MORE
            if error.asks_us_to_stop or (error.is_passing and error.answer is None):
                raise CrawlStopped(error) from None
            is_end = error.answer in NO_SUCH_PAGE
            if not (is_end and self._totals):
                words = {"page": number, "why": error.sentence}
                self.troubles.append(_("Page %(page)s of the list could not be read: %(why)s") % words)
            return NO_MORE if is_end else None

    def _answer(self, number: int) -> Json:
        try:
            return self._fetcher.json(f"{self._url}?page={number}{self._size}")
        except NotFetched as error:
            if number > 1 or not self._size or error.answer not in NO_SUCH_PAGE:
                raise
            self._size = ""  # some feeds refuse what they do not know
            return self._answer(number)

    def _fresh(self, page: Page) -> Iterator[Listed]:
        """What stands on this page and on none before it."""
        if page.items and page.total is not None:
            self._totals.add(page.total)
        here: set[str] = set()
        earlier = 0
        for item in page.items:
            one = listed(self._position + 1, item)
            if one.key in self._seen:
                earlier += one.key not in here
                continue
            if one.key:
                here.add(one.key)
                self._seen.add(one.key)
            self._position += 1
            yield one
        self._repeats += earlier if here else 0

    def _is_over(self, page: Page, number: int, found: int, *, is_past_end: bool) -> bool:
        if len(self._seen) >= self._most:
            most = {"most": self._most}
            self.troubles.append(_("The list has no end: we stopped after %(most)s services.") % most)
            return True
        if page.items and len(self._seen) > found:
            return False
        if page.items and not is_past_end and self._totals != {len(self._seen)}:
            words = {"page": number}
            self.troubles.append(_("Page %(page)s shows earlier services again. We stopped there.") % words)
        return True

    def _compare(self) -> None:
        """What the source says of its list beside what it showed."""
        found = len(self._seen)
        if len(self._totals) > 1 or (self._repeats and not self._totals):
            self.troubles.append(_("The list changed while we read it."))
        if self._totals and self._totals != {found}:
            words = {"total": max(self._totals), "found": found}
            sentence = (
                _("Services in the list: %(total)s as the source says, %(found)s as it showed.") % words
            )
            (self.troubles if found < words["total"] else self.notes).append(sentence)
