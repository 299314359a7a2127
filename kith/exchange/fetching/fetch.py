"""Fetching one thing after another from a server that may be broken, slow, or hostile."""

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import replace
from email.utils import parseaddr
from http.client import HTTPException, HTTPResponse, IncompleteRead
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from django.conf import settings
from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.fetching.answers import SENT_ON, check_answer
from kith.exchange.fetching.bodies import body_of, cut_off
from kith.exchange.fetching.connection import Connection, connect
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.limits import LIMITS, Allowed, Limits
from kith.exchange.fetching.network import NETWORK, Network
from kith.exchange.fetching.targets import Target, sent_on, target_of
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.read_file import BYTE_ORDER_MARK, parsed

ResultT = TypeVar("ResultT")


def fetch_json(url: str, *, allowed: Allowed, limits: Limits = LIMITS, network: Network = NETWORK) -> Json:
    """The JSON at one address. Raises NotFetched with a sentence."""
    with Fetcher(allowed=allowed, limits=limits, network=network) as fetcher:
        return fetcher.json(url)


class Fetcher:
    """One request at a time with a pause between, over one connection for as long as the host is the same.

    No cookies, no credentials, no proxies, no other host than the one that was asked for.
    """

    def __init__(self, *, allowed: Allowed, limits: Limits = LIMITS, network: Network = NETWORK) -> None:
        self.allowed, self.limits, self.network = allowed, limits, network
        self._kept: Connection | None = None
        self._ended_at: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def json(self, url: str, *, largest: int | None = None) -> Json:
        """The JSON at this address, of at most `largest` bytes. Raises NotFetched with a sentence.

        Whatever content type it says: many servers say a wrong one.
        """
        text = self._tried(url, b"".join, replace(self.limits, largest=largest or self.limits.largest))
        try:
            return parsed(text.removeprefix(BYTE_ORDER_MARK))
        except RecordNotTaken as error:
            is_page = text.lstrip()[:1] == b"<"
            page = _("This is a web page, not JSON. Is it the address of the listings?")
            raise NotFetched(page if is_page else error.sentence) from None

    def save(self, url: str, path: Path) -> None:
        """Write what is at this address to a file, piece by piece. Raises NotFetched or OSError."""
        self._tried(url, lambda pieces: _write(path, pieces), self.limits)

    def close(self) -> None:
        """Hang up. The next request connects anew, and checks anew."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def _tried(self, url: str, take: Callable[[Iterable[bytes]], ResultT], limits: Limits) -> ResultT:
        """Again, after a longer pause each time, where the trouble may pass."""
        tries = 1
        while True:
            try:
                with closing(self._pieces(url, limits)) as pieces:
                    return take(pieces)
            except NotFetched as error:
                if not error.is_passing or tries >= limits.tries:
                    raise
                self.network.sleep(max(error.wait, limits.pause * 4**tries))
                tries += 1

    def _pieces(self, url: str, limits: Limits) -> Generator[bytes, None, None]:
        target, is_kept = target_of(url, self.allowed), False
        try:
            response = self._final_answer(target, limits)
            yield from body_of(response, limits.largest)
            is_kept = not response.will_close
        except (IncompleteRead, OSError):
            raise cut_off() from None
        except HTTPException:
            raise NotFetched(_("The other server does not speak HTTP as it should.")) from None
        finally:
            self._ended_at = self.network.clock()
            if not is_kept:
                self.close()

    def _final_answer(self, target: Target, limits: Limits) -> HTTPResponse:
        """The answer after at most so many redirects, all on the same host."""
        for _hop in range(limits.redirects + 1):
            response = self._ask(target, limits)
            if response.status not in SENT_ON:
                check_answer(response, limits)
                return response
            location = response.getheader("Location") or ""
            self.close()
            target = sent_on(target, location, self.allowed)
        raise NotFetched(_("The address sends us on again and again."))

    def _ask(self, target: Target, limits: Limits) -> HTTPResponse:
        self._keep_pace(limits)
        if self._kept is not None and self._kept.origin == target.origin:
            try:
                return self._kept.ask(target, _headers(), limits)
            except ConnectionError:
                pass  # It hung up while nobody asked, as servers may.
        self.close()
        self._kept = connect(target, self.allowed, limits, self.network)
        return self._kept.ask(target, _headers(), limits)

    def _keep_pace(self, limits: Limits) -> None:
        if self._ended_at is None:
            return
        left = self._ended_at + limits.pause - self.network.clock()
        if left > 0:
            self.network.sleep(left)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)


def _headers() -> dict[str, str]:
    """Who asks, and how to reach us."""
    contact = f"Kith (+{settings.KITH_SITE_URL}; {parseaddr(settings.DEFAULT_FROM_EMAIL)[1]})"
    return {
        "User-Agent": contact.encode("ascii", "ignore").decode(),
        "Accept": "application/json, application/x-ndjson;q=0.9, */*;q=0.1",
        "Accept-Encoding": "gzip",
    }
