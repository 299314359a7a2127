"""Asking a site for pages as a browser does: forms with their token, one visitor or several at once."""

import random
import re
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from csv import DictReader
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from bench.asking import cpu_of_listener

QUERIES = Path(__file__).resolve().parent / "relevance" / "queries.csv"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
SERVICE = re.compile(r'href="(/services/[0-9a-f-]{36}/)"')
TOPICS = ("food", "housing", "talk", "money", "health", "family")
FIND, REFERENCE = "/find/", "/accessibility/"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One page to ask for; with a body it is a form that is sent."""

    path: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser that has opened the search once: its cookie, and its token for forms."""

    port: int
    cookie: str
    token: str

    def search(self, **fields: str) -> Ask:
        """The search form as it is sent."""
        return Ask(FIND, urlencode({"csrfmiddlewaretoken": self.token, **fields}))


def visitor(port: int) -> Visitor:
    """Somebody who has just opened the search. Raises SystemExit where there is no form."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", FIND)
        answer = connection.getresponse()
        found = TOKEN.search(answer.read().decode())
        cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    if found is None or not cookie:
        raise SystemExit("The search has no form with a token.")
    return Visitor(port, cookie, found[1])


def searches(who: Visitor, chance: random.Random, count: int) -> list[Ask]:
    """What people ask: words of the judged queries, some near a town, topics, and later pages."""
    with QUERIES.open(encoding="utf-8") as lines:
        queries = [(row["words"], row["near"]) for row in DictReader(lines)]
    found = []
    for number in range(count):
        words, near = chance.choice(queries)
        if number % 4 == 3:
            found.append(who.search(topic=chance.choice(TOPICS), near=near))
        elif number % 8 == 6:
            found.append(who.search(words=words, near=near, page="2"))
        else:
            found.append(who.search(words=words, near=near))
    return found


def services(who: Visitor, asks: Sequence[Ask]) -> list[Ask]:
    """The services' pages that these searches lead to. Raises SystemExit where they lead to none."""
    paths: dict[str, None] = {}
    with closing(HTTPConnection("127.0.0.1", who.port, timeout=60)) as connection:
        for one in asks:
            paths |= dict.fromkeys(SERVICE.findall(_answer(connection, who, one)))
    if not paths:
        raise SystemExit("The searches find no service.")
    return [Ask(path) for path in paths]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some pages asked for: seconds to the last byte of each, and their bytes.

    In all, seconds on the wall and of the server's processor.
    """

    times: list[float]
    seconds: float
    cpu_seconds: float
    sizes: list[int]

    @property
    def per_second(self) -> float:
        """Pages a second."""
        return len(self.times) / self.seconds


def asked(who: Visitor, asks: Sequence[Ask], *, visitors: int) -> Stretch:
    """Each page once, by so many visitors at once. Raises SystemExit where an answer is no 200."""
    before, begun = cpu_of_listener(who.port), time.perf_counter()
    with ThreadPoolExecutor(visitors) as pool:
        parts = list(pool.map(lambda part: _one_after_the_other(who, part), _dealt(asks, visitors)))
    seconds = time.perf_counter() - begun
    each = [one for part in parts for one in part]
    used = cpu_of_listener(who.port) - before
    return Stretch([taken for taken, _ in each], seconds, used, [size for _, size in each])


def _dealt(asks: Sequence[Ask], visitors: int) -> list[Sequence[Ask]]:
    return [asks[first::visitors] for first in range(visitors)]


def _one_after_the_other(who: Visitor, asks: Sequence[Ask]) -> list[tuple[float, int]]:
    found = []
    with closing(HTTPConnection("127.0.0.1", who.port, timeout=60)) as connection:
        for one in asks:
            begun = time.perf_counter()
            page = _answer(connection, who, one)
            found.append((time.perf_counter() - begun, len(page.encode())))
    return found


def _answer(connection: HTTPConnection, who: Visitor, one: Ask) -> str:
    method = "POST" if one.body else "GET"
    head = {"Cookie": who.cookie, **(FORM if one.body else {})}
    connection.request(method, one.path, one.body or None, head)
    answer = connection.getresponse()
    page = answer.read().decode()
    if answer.status != 200:
        raise SystemExit(f"{method} {one.path} answered {answer.status}.")
    return page
