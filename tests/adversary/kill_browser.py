"""A browser as somebody uses it while the server is killed: whatever broke is sent again, the same.

Real HTTP with cookies and forms; only scripts are missing, and no page of Kith needs them. A redirect is
read before it is followed: only then the step is acknowledged. Now and then the net is lost while a form is
on its way, as on a phone: then the server has done it and nobody knows.
"""

import random
import time
from dataclasses import dataclass
from http.client import HTTPException
from http.cookiejar import CookieJar
from threading import Event as Flag
from urllib.error import URLError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, HTTPHandler, OpenerDirector, Request

from tests.adversary.kill_diary import CUT, NET_LOST, NOBODY_THERE, Diary, Entry
from tests.browser.forms import Entries, Form, forms_of

MOST_SECONDS = 60.0
PAUSE_SECONDS = 0.05
LOSES_NET = 0.1
LONGEST_BEFORE_LOSS = 0.15


class Stopped(Exception):
    """The test is over, or this life cannot go on."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came back, and from where."""

    address: str
    status: int
    to: str
    html: str

    def form(self, name: str, value: str = "") -> Form:
        """The first form with this field or button."""
        return next(form for form in forms_of(self.html) if form.holds(name, value))

    def form_to(self, ending: str) -> Form:
        """The first form whose address ends so."""
        return next(form for form in forms_of(self.html) if form.action.endswith(ending))


class Browser:
    """One person's browser. `life` names whose story its forms belong to; `chance` says when the net is lost."""

    def __init__(self, base: str, diary: Diary, stop: Flag, chance: random.Random) -> None:
        self._base, self._diary, self._stop, self._chance = base, diary, stop, chance
        self._opener = OpenerDirector()
        self._opener.add_handler(HTTPHandler())
        self._opener.add_handler(HTTPCookieProcessor(CookieJar()))

    def look(self, address: str) -> Page:
        """Open a page that must be there."""
        page = self._until_answered(Request(urljoin(self._base, address)), Entry("", "look", ""))
        if page.status != 200:
            self._give_up(f"looking at {_without_token(address)} gave {page.status} {page.to}")
        return page

    def send(self, page: Page, form: Form, entries: Entries, *, life: str, step: str) -> str:
        """Send the form until its answer was read; then it is acknowledged. Returns where it leads."""
        address, sent = urljoin(page.address, form.action or page.address), form.filled(entries)
        entry = self._diary.begin(life, step, form.key(address, sent))
        request = Request(address, urlencode(sent).encode())
        request.add_header("Origin", self._base)
        request.add_header("Referer", page.address)
        self._diary.sending(1)
        try:
            answer = self._until_answered(request, entry)
        finally:
            self._diary.sending(-1)
        if answer.status != 302 or "/account/login/" in answer.to:
            self._give_up(f"{life}: {step} saw {entry.saw} and ended at {answer.status} {answer.to}")
        self._diary.acknowledge(entry)
        return urljoin(page.address, answer.to)

    def _until_answered(self, request: Request, entry: Entry) -> Page:
        last = time.monotonic() + MOST_SECONDS
        while time.monotonic() < last:
            try:
                page = self._once(request)
            except (OSError, HTTPException) as error:
                entry.saw.append(_what_broke(error))
                if self._stop.wait(PAUSE_SECONDS):
                    raise Stopped from error
                if entry.is_in_doubt:
                    entry.sent_again_at = entry.sent_again_at or time.time()
                continue
            entry.saw.append(str(page.status))
            return page
        return self._give_up(f"nobody answered {entry.step} for {MOST_SECONDS:.0f} s")

    def _once(self, request: Request) -> Page:
        loses_net = request.data is not None and self._chance.random() < LOSES_NET
        patience = self._chance.uniform(0.001, LONGEST_BEFORE_LOSS) if loses_net else MOST_SECONDS
        with self._opener.open(request, timeout=patience) as answer:
            to = answer.headers.get("Location", "")
            return Page(request.full_url, answer.status, to, answer.read().decode())

    def _give_up(self, sentence: str) -> Page:
        self._diary.trouble(sentence)
        raise Stopped


def _what_broke(error: Exception) -> str:
    """Nothing was sent, because no server listens; or the net was lost; or the connection was cut."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ConnectionRefusedError):
        return NOBODY_THERE
    return NET_LOST if isinstance(reason, TimeoutError) else CUT


def _without_token(address: str) -> str:
    return "/".join(part[:8] for part in address.split("/"))
