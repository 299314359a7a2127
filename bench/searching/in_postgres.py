"""PostgreSQL: full-text search (GIN), PostGIS (GiST on geography) and intarray, in a database of its own."""

import math
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

from bench.searching.asked import Kind, Question
from bench.searching.engines import TOP, Answer, Ask, Built
from bench.searching.made import AT_ONCE, Directory
from bench.searching.plain import EARTH_KM, times

DATABASE = "kith_bench_search"
NEEDED = "`apt-get install postgresql-15-postgis-3`, or the package for your version, and --postgres ADDRESS"
# PostGIS reckons on a sphere of 6371.0087714 km, everybody else here of 6371.
METRES = 1000 * 6371.0087714150598 / EARTH_KM
SETTINGS = {
    "work_mem": "64MB",
    "maintenance_work_mem": "1GB",
    "effective_cache_size": "10GB",
    "jit": "off",
    "random_page_cost": "1.1",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "synchronous_commit": "off",
    "plan_cache_mode": "force_custom_plan",
}
STAGED = """
CREATE UNLOGGED TABLE staged (id int, latitude float8, longitude float8, codes int[], slots int,
 languages int, costs int, youngest int, oldest int, genders int, flags int, places int,
 quality int, name text, said text)
"""
SERVICES = """
CREATE UNLOGGED TABLE services AS SELECT id, codes, slots, languages, costs, youngest, oldest, genders, flags,
 places, quality, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography AS at,
 setweight(to_tsvector('simple', name), 'A') || to_tsvector('simple', said) AS words FROM staged
"""
INDEXES = (
    "ALTER TABLE services ADD PRIMARY KEY (id)",
    "CREATE INDEX ON services USING gist (at)",
    "CREATE INDEX ON services USING gin (words)",
    "CREATE INDEX ON services USING gin (codes gin__int_ops)",
    "DROP TABLE staged",
)
HERE = "ST_SetSRID(ST_MakePoint(%(east)s, %(north)s), 4326)::geography"
NEAR = f"ST_DWithin(at, {HERE}, %(metres)s, false)"
TIMES = "slots & %(slots)s <> 0"
TESTS = """languages & %(language)s <> 0 AND costs & %(cost)s <> 0
 AND youngest <= %(age)s AND oldest >= %(age)s AND genders & %(gender)s <> 0
 AND places > 0 AND flags & %(flags)s = %(flags)s"""
SEARCH = f"""SELECT id, count(*) OVER () FROM services WHERE words @@ %(words)s::tsquery AND {{where}}
 ORDER BY ts_rank(words, %(words)s::tsquery) DESC, id LIMIT {TOP}"""
NEARNESS = f"+ 0.3::float8 * (1 - ST_Distance(at, {HERE}, false) / %(metres)s)"
MATCH = f"""SELECT id, count(*) OVER () FROM services WHERE codes && %(codes)s::int[] AND {{where}}
 ORDER BY 0.35::float8 * least(icount(codes & %(codes)s::int[]), 2) / 2 {{nearness}}
 + 0.15::float8 * bit_count((slots & %(slots)s)::bit(28)) / %(asked)s + 0.1::float8 * quality / 255
 + 0.1::float8 * least(places, 10) / 10 DESC, id LIMIT {TOP}"""


class NotThere(Exception):
    """No such server, or no PostGIS in it."""


class Postgres:
    """Asks over one connection. Raises NotThere."""

    name = "PostgreSQL + PostGIS"

    def __init__(self, address: str) -> None:
        self._address = address
        try:
            with psycopg.connect(address, autocommit=True) as server:
                server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
                server.execute(f"CREATE DATABASE {DATABASE}")
            self._rows = psycopg.connect(address, autocommit=True, dbname=DATABASE, prepare_threshold=0)
            self._rows.execute("CREATE EXTENSION postgis")
            self._rows.execute("CREATE EXTENSION intarray")
        except psycopg.Error as error:
            raise NotThere(f"NO POSTGRESQL WITH POSTGIS at {address}: {error}\nIt needs {NEEDED}.") from error
        for setting, value in SETTINGS.items():
            self._rows.execute(sql.SQL("SET {} = {}").format(sql.Identifier(setting), value))

    def told(self) -> str:
        """Its version, and the settings that only a restart can change."""
        found = self._rows.execute(
            "SELECT format('PostgreSQL %s, PostGIS %s, shared_buffers %s', current_setting('server_version'),"
            " postgis_lib_version(), current_setting('shared_buffers'))"
        ).fetchone()
        return str(found[0]) if found else ""

    def build(self, directory: Directory) -> Built:
        """Copy in, then index; the clock stands still while rows are made up."""
        begun, spent = time.perf_counter(), 0.0
        self._rows.execute("DROP TABLE IF EXISTS services, staged")
        self._rows.execute(STAGED)
        with self._rows.cursor().copy("COPY staged FROM STDIN") as copy:
            for first in range(0, directory.size, AT_ONCE):
                making = time.perf_counter()
                lines = "".join(_lines(directory, first, min(first + AT_ONCE, directory.size)))
                spent += time.perf_counter() - making
                copy.write(lines)
        for statement in (SERVICES, *INDEXES, "VACUUM ANALYZE services"):
            self._rows.execute(statement)
        seconds = time.perf_counter() - begun - spent
        found = self._rows.execute("SELECT pg_total_relation_size('services')").fetchone()
        return Built(seconds, int(found[0]) if found else 0)

    def asking(self, kind: Kind, question: Question) -> Ask:
        """One statement, prepared once and planned anew each time, gives the total and the best."""
        where, values = _where(kind, question), _values(kind, question)
        nearness = NEARNESS if question.km is not None else ""
        statement = (MATCH if kind is Kind.MATCH else SEARCH).format(where=where, nearness=nearness)

        def ask() -> Answer:
            rows = self._rows.execute(statement, values).fetchall()
            return Answer(rows[0][1] if rows else 0, [row[0] for row in rows])

        return ask

    def checked(self, kind: Kind, question: Question) -> Answer:
        """The same."""
        return self.asking(kind, question)()

    def cpu_seconds(self) -> float:
        """Processor time so far, of this thread and of the server's process; NaN where it is elsewhere."""
        try:
            ran = Path(f"/proc/{self._rows.info.backend_pid}/schedstat").read_text("ascii").split()[0]
        except OSError:
            return math.nan
        return time.thread_time() + int(ran) / 1e9

    def close(self) -> None:
        """Take the database away."""
        self._rows.close()
        with psycopg.connect(self._address, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {DATABASE}")


def _where(kind: Kind, question: Question) -> str:
    near = [NEAR] if question.km is not None else []
    timed = [TIMES] if times(kind, question) else []
    return " AND ".join([*near, *timed, TESTS])


def _values(kind: Kind, question: Question) -> dict[str, object]:
    slots = times(kind, question)
    return {
        "words": " | ".join(f"'{word}'" for word in question.words),
        "codes": list(question.codes),
        "north": question.latitude,
        "east": question.longitude,
        "metres": (question.km or 0) * METRES,
        "slots": slots,
        "asked": slots.bit_count(),
        "language": question.language,
        "cost": question.cost,
        "age": question.age,
        "gender": question.gender,
        "flags": question.flags,
    }


def _lines(directory: Directory, first: int, last: int) -> Iterator[str]:
    """Rows as COPY reads them."""
    some = slice(first, last)
    listed = ([str(code) for code in row if code >= 0] for row in directory.codes[some].tolist())
    codes = ["{" + ",".join(row) + "}" for row in listed]
    where = (directory.latitude[some].tolist(), directory.longitude[some].tolist())
    numbers = [column[some].tolist() for column in directory.numbers.values()]
    texts = zip(*directory.texts(first, last), strict=True)
    for row in zip(range(first, last), *where, codes, *numbers, *texts, strict=True):
        yield "\t".join(map(str, row)) + "\n"
