"""What is measured, as real processes: a Kith site with its web server, and Datasette on the same rows."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

BASE = Path(__file__).resolve().parents[1]
DATASETTE = BASE / ".venv-bench/bin/datasette"
START_SECONDS = 60
SOURCE = "Bench"
ADDRESS = "database.url"
"""The file in a site's folder that says which database it is on, where that is not a file beside it."""


def new_site(folder: Path) -> Path:
    """An empty site in a new folder."""
    folder.mkdir(parents=True)
    manage(folder, "migrate", "--verbosity", "0")
    return folder


def copied_site(site: Path, folder: Path) -> Path:
    """The same site again, to be changed."""
    shutil.copytree(site, folder)
    return folder


def manage(site: Path, *command: str) -> None:
    """One Kith command to its end."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=BASE,
        env=_environment(site),
        check=True,
        capture_output=True,
    )


def python(site: Path, program: str) -> str:
    """What a small program prints inside the site."""
    lines = f"import django; django.setup()\n{program}"
    done = subprocess.run(
        [sys.executable, "-c", lines],
        cwd=BASE,
        env=_environment(site),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@contextmanager
def kith(site: Path) -> Iterator[int]:
    """`kith run` on that site, web server and worker; gives its port."""
    port = free_port()
    command = [sys.executable, "manage.py", "run", "--port", str(port)]
    with _running(command, _environment(site), port, "/hsds/"):
        yield port


@contextmanager
def datasette(database: Path) -> Iterator[int]:
    """`datasette serve` on that file, as it comes, with our size of a page; gives its port."""
    port = free_port()
    command = [str(DATASETTE), "serve", str(database), "--port", str(port)]
    with _running(command, os.environ, port, "/-/versions.json"):
        yield port


@contextmanager
def _running(command: list[str], environment: Mapping[str, str], port: int, path: str) -> Iterator[None]:
    process = subprocess.Popen(
        command, cwd=BASE, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        last = time.monotonic() + START_SECONDS
        while not _answers(port, path):
            if process.poll() is not None or time.monotonic() > last:
                raise SystemExit(f"{command[1]} did not start.")
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def free_port() -> int:
    """A port on which nobody listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment(site: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KITH_")}
    kept.pop("DATABASE_URL", None)
    if (site / ADDRESS).exists():
        kept["DATABASE_URL"] = (site / ADDRESS).read_text("utf-8")
    return {**kept, "KITH_DATA_DIR": str(site), "DJANGO_SETTINGS_MODULE": "kith.config.settings"}


def same_rows(site: Path, database: Path) -> None:
    """A file for Datasette with the same services in it: their own fields and their organisation's.

    `services` is the plain table; the view `nested` gives the organisation as JSON inside each row.
    """
    with closing(sqlite3.connect(database)) as rows:
        rows.execute("ATTACH ? AS kith", (str(site / "kith.sqlite3"),))
        columns = [str(one[1]) for one in rows.execute("PRAGMA kith.table_info(directory_service)")]
        own = [name for name in columns if name not in {"id", "source_id", "topics"}]
        listed = ", ".join(f'"{name}"' for name in own)
        rows.execute(f"CREATE TABLE services (id TEXT PRIMARY KEY, {listed})")
        rows.execute(f"INSERT INTO services SELECT id, {listed} FROM kith.directory_service")
        rows.execute("CREATE TABLE organizations (id TEXT PRIMARY KEY, name, description, email, website)")
        rows.execute(
            "INSERT INTO organizations SELECT id, name, description, email, website"
            " FROM kith.directory_organization"
        )
        rows.commit()
        rows.execute("ANALYZE")
        rows.commit()
