"""SQLite as it comes with Python: FTS5 and R*Tree beside one table."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from bench.searching.asked import Kind, Question
from bench.searching.engines import TOP, Answer, Ask, Built, box
from bench.searching.made import AT_ONCE, Directory
from bench.searching.plain import times

MADE = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
PRAGMA mmap_size = 2000000000; PRAGMA cache_size = -200000;
CREATE TABLE services (id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, code0 INT, code1 INT,
 code2 INT, code3 INT, slots INT, languages INT, costs INT, youngest INT, oldest INT, genders INT, flags INT,
 places INT, quality INT);
CREATE VIRTUAL TABLE ground USING rtree (id, south, north, west, east);
CREATE VIRTUAL TABLE texts USING fts5 (name, said, content='', tokenize='unicode61');
"""
DONE = "INSERT INTO texts (texts) VALUES ('optimize'); ANALYZE;"
KM = """(12742 * asin(sqrt(pow(sin(radians(s.latitude - :north) / 2), 2) + cos(radians(:north))
 * cos(radians(s.latitude)) * pow(sin(radians(s.longitude - :east) / 2), 2))))"""
TESTS = """s.languages & :language AND s.costs & :cost AND s.youngest <= :age AND s.oldest >= :age
 AND s.genders & :gender AND s.places > 0 AND s.flags & :flags = :flags"""
BOX = "g.north >= :box_south AND g.south <= :box_north AND g.east >= :box_west AND g.west <= :box_east"
IN_BOX = "s.latitude BETWEEN :box_south AND :box_north AND s.longitude BETWEEN :box_west AND :box_east"
SEARCH = """SELECT s.id, count(*) OVER () FROM texts JOIN services s ON s.id = texts.rowid
 WHERE texts MATCH :words AND {where} ORDER BY texts.rank, s.id"""
MATCH = """SELECT s.id, count(*) OVER () FROM {tables} WHERE {where} ORDER BY 0.35 * min(({overlap}), 2) / 2
 {nearness} + 0.15 * bits(s.slots & :slots) / :asked + 0.1 * s.quality / 255.0
 + 0.1 * min(s.places, 10) / 10.0 DESC, s.id"""


class Sqlite:
    """One file, mapped into memory."""

    name = "SQLite FTS5 + R*Tree"

    def __init__(self, folder: Path) -> None:
        self._file = folder / "services.sqlite3"
        self._rows = sqlite3.connect(self._file, isolation_level=None, cached_statements=1024)
        self._rows.create_function("bits", 1, int.bit_count, deterministic=True)

    def build(self, directory: Directory) -> Built:
        """In one transaction; the clock stands still while rows are made up."""
        begun, spent = time.perf_counter(), 0.0
        self._rows.executescript(MADE)
        self._rows.execute("BEGIN")
        for first in range(0, directory.size, AT_ONCE):
            last = min(first + AT_ONCE, directory.size)
            making = time.perf_counter()
            rows = list(_rows(directory, first, last))
            texts = [(one, *said) for one, said in enumerate(directory.texts(first, last), first)]
            spent += time.perf_counter() - making
            self._rows.executemany(f"INSERT INTO services VALUES ({', '.join('?' * 16)})", rows)
            points = (row[:3] for row in rows)
            self._rows.executemany("INSERT INTO ground VALUES (?1, ?2, ?2, ?3, ?3)", points)
            self._rows.executemany("INSERT INTO texts (rowid, name, said) VALUES (?, ?, ?)", texts)
        self._rows.execute("COMMIT")
        self._rows.executescript(DONE)
        return Built(time.perf_counter() - begun - spent, self._file.stat().st_size)

    def asking(self, kind: Kind, question: Question) -> Ask:
        """One statement gives the total and the best."""
        statement, values = _statement(kind, question), _values(kind, question)

        def ask() -> Answer:
            rows = self._rows.execute(statement, values).fetchall()
            return Answer(rows[0][1] if rows else 0, [row[0] for row in rows])

        return ask

    def checked(self, kind: Kind, question: Question) -> Answer:
        """The same."""
        return self.asking(kind, question)()

    def told(self) -> str:
        """Its version."""
        return f"SQLite {sqlite3.sqlite_version}"

    def cpu_seconds(self) -> float:
        """Processor time so far: all is done in this thread."""
        return time.thread_time()

    def close(self) -> None:
        """Let the file go."""
        self._rows.close()


def _statement(kind: Kind, question: Question) -> str:
    near = [] if question.km is None else [f"{KM} <= :km"]
    timed = ["s.slots & :slots"] if times(kind, question) else []
    if kind is not Kind.MATCH:
        boxed = [] if question.km is None else [IN_BOX]
        where = " AND ".join([*boxed, *timed, TESTS, *near])
        return SEARCH.format(where=where) + f" LIMIT {TOP}"
    listed = ", ".join(f":code{at}" for at in range(len(question.codes)))
    has = [f"(s.code{at} IN ({listed}))" for at in range(4)]
    boxed = [] if question.km is None else [BOX]
    where = " AND ".join([*boxed, f"({' OR '.join(has)})", *timed, TESTS, *near])
    tables = "services s" if question.km is None else "ground g CROSS JOIN services s ON s.id = g.id"
    nearness = "" if question.km is None else f"+ 0.3 * (1 - {KM} / :km)"
    overlap = " + ".join(has)
    statement = MATCH.format(tables=tables, where=where, overlap=overlap, nearness=nearness)
    return f"{statement} LIMIT {TOP}"


def _values(kind: Kind, question: Question) -> dict[str, object]:
    slots = times(kind, question)
    south, north, west, east = box(question)
    return {
        "words": " OR ".join(f'"{word}"' for word in question.words),
        **{f"code{at}": code for at, code in enumerate(question.codes)},
        "north": question.latitude,
        "east": question.longitude,
        "km": question.km,
        "box_south": south,
        "box_north": north,
        "box_west": west,
        "box_east": east,
        "slots": slots,
        "asked": slots.bit_count(),
        "language": question.language,
        "cost": question.cost,
        "age": question.age,
        "gender": question.gender,
        "flags": question.flags,
    }


def _rows(directory: Directory, first: int, last: int) -> Iterator[tuple[float, ...]]:
    some = slice(first, last)
    columns = [directory.latitude, directory.longitude, *directory.codes.T, *directory.numbers.values()]
    return zip(range(first, last), *(column[some].tolist() for column in columns), strict=True)
