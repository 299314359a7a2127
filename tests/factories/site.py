"""Whole sites on disk, for tests that start real processes: each with its own data folder and database."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from django.conf import settings
from psycopg import sql

from tests.architecture.house import BASE


@dataclass(frozen=True, slots=True)
class Site:
    """One site: its folder, and its PostgreSQL database if the tests run on PostgreSQL."""

    folder: Path
    database: str

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")}
        kept.pop("DATABASE_URL", None)
        kept["KITH_DATA_DIR"] = str(self.folder)
        kept["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
        if self.database:
            kept["DATABASE_URL"] = address_of(self.database)
        return kept

    def run(self, *command: str, text: str = "", **extra: str) -> "subprocess.CompletedProcess[str]":
        """One Kith command to its end; `extra` are environment variables."""
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=BASE,
            env={**self.environment, **extra},
            input=text,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def python(self, program: str, *, seconds: int = 120) -> str:
        """What a small program prints, run inside the site; it must end well, and in time."""
        lines = f"import django; django.setup()\n{program}"
        done = subprocess.run(
            [sys.executable, "-c", lines],
            cwd=BASE,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """The rows of one statement, read past Kith: quick, and an oracle of its own."""
        if self.database:
            with psycopg.connect(address_of(self.database), autocommit=True) as reader:
                found = reader.execute(question.encode())
                return found.fetchall() if found.description else []
        with closing(
            sqlite3.connect(self.folder / "kith.sqlite3", timeout=20, isolation_level=None)
        ) as reader:
            return reader.execute(question).fetchall()

    def all_rows(self) -> dict[str, list[str]]:
        """Every row of every table, as text, in one order."""
        names = (
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            if self.database
            else "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        return {
            str(name): sorted(map(repr, self.ask(f'SELECT * FROM "{name}"'))) for (name,) in self.ask(names)
        }

    def start(self, *command: str, **extra: str) -> "subprocess.Popen[str]":
        """A process that goes on; the caller ends it. `extra` are environment variables."""
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=BASE,
            env={**self.environment, **extra},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


def is_postgres() -> bool:
    return bool(settings.DATABASES["default"]["ENGINE"].endswith("postgresql"))


@contextmanager
def empty_site(folder: Path) -> Iterator[Site]:
    """A site whose database has no tables yet."""
    site = Site(folder, _new_database("template0") if is_postgres() else "")
    try:
        yield site
    finally:
        _drop(site)


@contextmanager
def copied_site(template: Site, folder: Path) -> Iterator[Site]:
    """A site like `template`, which must have no open connection."""
    shutil.copytree(template.folder, folder, dirs_exist_ok=True)
    site = Site(folder, _new_database(template.database) if template.database else "")
    try:
        yield site
    finally:
        _drop(site)


def address_of(database: str) -> str:
    here = settings.DATABASES["default"]
    account = here["USER"] + (f":{here['PASSWORD']}" if here["PASSWORD"] else "")
    return f"postgres://{account}@{here['HOST']}:{here['PORT'] or 5432}/{database}"


def _new_database(template: str) -> str:
    name = f"kith_site_{uuid4().hex[:12]}"
    _as_admin(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template))))
    return name


def _drop(site: Site) -> None:
    if site.database:
        _as_admin(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(site.database)))


def _as_admin(command: sql.Composed) -> None:
    with psycopg.connect(address_of("postgres"), autocommit=True) as connection:
        connection.execute(command)
