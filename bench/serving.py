"""Pages of services: Kith's interface beside Datasette on the same rows, round after round, in turns."""

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote
from uuid import UUID

from bench.asking import Asked, ask
from bench.sites import datasette, kith, same_rows

PER_PAGE = 50
NESTED = (
    "select s.id, s.name, s.status, s.description, s.url, s.email, s.last_modified,"
    " json_object('id', o.id, 'name', o.name, 'description', o.description) as organization"
    " from services s join organizations o on o.id = s.organization_id"
    f" where s.id > :after order by s.id limit {PER_PAGE}"
)
Address = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to be served a page: its name, its port, and the address of a page from 1."""

    name: str
    port: int
    address: Address


@dataclass(frozen=True, slots=True)
class Served:
    """What came of all rounds for one contender; times in milliseconds."""

    name: str
    p50_ms: float
    p95_ms: float
    per_second: float
    cpu_ms: float
    bytes_a_page: float
    rounds: list[float]


def served(site: Path, folder: Path, *, rounds: int, requests: int) -> list[Served]:
    """Each contender's numbers over all rounds: Kith first, then Datasette plain, nested, and as it comes."""
    database = folder / "bench.db"
    same_rows(site, database)
    starts = _page_starts(database)
    with _contenders(site, database, starts) as contenders:
        _check_same(contenders, starts)
        found: dict[str, list[Asked]] = {one.name: [] for one in contenders}
        chance = random.Random(7)
        for one in contenders:
            ask(one.port, [one.address(page) for page in _pages(chance, starts, 20)])
        for number in range(rounds):
            pages = _pages(chance, starts, requests)
            for one in contenders[number % len(contenders) :] + contenders[: number % len(contenders)]:
                share = pages if one.name != "Datasette as it comes" else pages[: max(8, requests // 5)]
                found[one.name].append(ask(one.port, [one.address(page) for page in share]))
    return [_summed(name, asked) for name, asked in found.items()]


@contextmanager
def _contenders(site: Path, database: Path, starts: list[str]) -> Iterator[list[Contender]]:
    def after(page: int) -> str:
        return starts[page - 1]

    def plain(page: int) -> str:
        begin = f"&_next={after(page)}" if page > 1 else ""
        return f"/bench/services.json?_size={PER_PAGE}&_shape=objects{begin}"

    def nested(page: int) -> str:
        return f"/bench.json?sql={quote(NESTED)}&after={after(page)}&_shape=array"

    with kith(site) as ours, datasette(database) as theirs:
        yield [
            Contender("Kith", ours, lambda page: f"/hsds/services?page={page}&per_page={PER_PAGE}"),
            Contender("Datasette", theirs, lambda page: f"{plain(page)}&_nofacet=1&_nosuggest=1"),
            Contender("Datasette, organisation nested", theirs, nested),
            Contender("Datasette as it comes", theirs, plain),
        ]


def _page_starts(database: Path) -> list[str]:
    """The id before each page, empty before the first."""
    with closing(sqlite3.connect(database)) as rows:
        ids = [str(one[0]) for one in rows.execute("SELECT id FROM services ORDER BY id")]
    return ["", *(ids[at - 1] for at in range(PER_PAGE, len(ids), PER_PAGE))]


def _pages(chance: random.Random, starts: list[str], count: int) -> list[int]:
    """So many pages at random, each as likely: no page is hot."""
    return [chance.randint(1, len(starts)) for _turn in range(count)]


def _check_same(contenders: list[Contender], starts: list[str]) -> None:
    """Raises SystemExit unless the first, middle and last page hold the same services everywhere."""
    for page in (1, max(1, len(starts) // 2), len(starts)):
        ids = {one.name: _ids(one, page) for one in contenders}
        if len(set(map(tuple, ids.values()))) != 1:
            raise SystemExit(f"The contenders do not give the same services on page {page}: {ids}")


def _ids(contender: Contender, page: int) -> list[str]:
    with closing(HTTPConnection("127.0.0.1", contender.port, timeout=60)) as connection:
        connection.request("GET", contender.address(page))
        body = json.loads(connection.getresponse().read())
    rows = body if isinstance(body, list) else body.get("contents", body.get("rows"))
    return [UUID(row["id"]).hex for row in rows]


def _summed(name: str, asked: list[Asked]) -> Served:
    times = [1000 * one for stretch in asked for one in stretch.times]
    return Served(
        name=name,
        p50_ms=median(times),
        p95_ms=quantiles(times, n=20)[18],
        per_second=median(one.per_second for one in asked),
        cpu_ms=sum(one.cpu_seconds for one in asked) * 1000 / len(times),
        bytes_a_page=sum(one.content_bytes for one in asked) / len(times),
        rounds=[one.per_second for one in asked],
    )
