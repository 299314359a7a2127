"""All tests on SQLite and on PostgreSQL, side by side: `python -m tests.both_databases [pytest arguments]`.

Each run writes its own report. Without a PostgreSQL server its half is left out, and a sentence says how
to get one; KITH_REQUIRE_POSTGRES=1 makes that a failure. The last line is the sum of both.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import psycopg

POSTGRES_URL = "postgres://postgres@127.0.0.1:5432/kith"
HOW_TO_GET_POSTGRES = """\
PostgreSQL did not answer, so these tests ran on SQLite only. To get the other half:
  apt-get install postgresql && pg_ctlcluster 15 main start
and set KITH_TEST_POSTGRES_URL to an account that may make databases (default: {url})."""


@dataclass(frozen=True, slots=True)
class Run:
    """One pytest process and where it writes."""

    name: str
    process: "subprocess.Popen[bytes]"
    text: Path
    report: Path


def postgres_url() -> str:
    return os.environ.get("KITH_TEST_POSTGRES_URL", POSTGRES_URL)


def postgres_answers(url: str) -> bool:
    """True if a database server answers there (the tests make their own database)."""
    address = url.rsplit("/", 1)[0] + "/postgres"
    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def start(name: str, database_url: str | None, reports: Path, arguments: Sequence[str]) -> Run:
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if database_url is not None:
        environment["DATABASE_URL"] = database_url
    text, report = reports / f"{name}.txt", reports / f"{name}.xml"
    command = [sys.executable, "-m", "pytest", f"--junit-xml={report}", *arguments]
    with text.open("wb") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)
    return Run(name, process, text, report)


def follow(run: Run, out: IO[str]) -> None:
    """Show what the run prints, as it comes, until it ends."""
    print(f"\n==== {run.name} ====", file=out, flush=True)
    with run.text.open(encoding="utf-8", errors="replace") as text:
        while True:
            ended = run.process.poll() is not None
            out.write(text.read())
            out.flush()
            if ended:
                return
            time.sleep(0.2)


def counts(report: Path) -> Counter[str]:
    """Passed, failed and skipped, from a JUnit report; a missing one (a crash) is one failure."""
    if not report.exists():
        return Counter(failed=1)
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    total = {
        key: sum(int(suite.get(key, "0")) for suite in suites)
        for key in ("tests", "failures", "errors", "skipped")
    }
    failed = total["failures"] + total["errors"]
    return Counter(passed=total["tests"] - failed - total["skipped"], failed=failed, skipped=total["skipped"])


def closing_line(total: Counter[str]) -> str:
    return f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=Path, default=Path("reports"))
    options, rest = parser.parse_known_args(arguments)
    options.reports.mkdir(parents=True, exist_ok=True)
    for old in [*options.reports.glob("*.xml"), *options.reports.glob("*.txt")]:
        old.unlink()

    has_postgres = postgres_answers(postgres_url())
    runs = [start("sqlite", None, options.reports, rest)]
    if has_postgres:
        runs.append(start("postgresql", postgres_url(), options.reports, rest))
    try:
        for run in runs:
            follow(run, sys.stdout)
    except KeyboardInterrupt:
        for run in runs:
            run.process.wait()
    return finish(runs, has_postgres=has_postgres)


def finish(runs: Sequence[Run], *, has_postgres: bool) -> int:
    """Print what both came to. Returns 0 if every run passed."""
    is_wrong = any(run.process.returncode != 0 for run in runs)
    print()
    if not has_postgres:
        print(HOW_TO_GET_POSTGRES.format(url=POSTGRES_URL))
        is_wrong = is_wrong or os.environ.get("KITH_REQUIRE_POSTGRES") == "1"
    for run in runs:
        print(f"{run.name}: {closing_line(counts(run.report))} (exit {run.process.returncode}, {run.text})")
    print(closing_line(sum((counts(run.report) for run in runs), Counter())))
    return 1 if is_wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
