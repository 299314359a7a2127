"""Web and worker together, as real processes."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories.site import Site, copied_site

MOST_SECONDS = 60.0


@pytest.fixture
def site(site_template: Site, tmp_path: Path) -> Iterator[Site]:
    with copied_site(site_template, tmp_path / "site") as made:
        done = made.run("collectstatic", "--noinput", "--verbosity", "0")
        assert done.returncode == 0, done.stderr
        yield made


@pytest.fixture
def port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def running(site: Site, port: int) -> Iterator["subprocess.Popen[str]"]:
    process = site.start("manage.py", "run", "--port", str(port))
    assert process.stdout is not None
    assert process.stdout.readline() == f"Kith answers at http://localhost:{port}/  (Ctrl-C stops it)\n"
    until(lambda: bool(workers(site)))
    yield process
    if process.poll() is None:
        process.kill()
        process.communicate()


def until(holds: Callable[[], bool]) -> None:
    last = time.monotonic() + MOST_SECONDS
    while not holds():
        assert time.monotonic() < last, "it did not come true"
        time.sleep(0.1)


def workers(site: Site) -> list[int]:
    return [int(str(number)) for (number,) in site.ask("SELECT process_number FROM core_worker_heartbeat")]


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=10).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_both_run_and_stop_together(
    running: "subprocess.Popen[str]", site: Site, port: int, number: signal.Signals
) -> None:
    assert answers(port)
    (worker,) = workers(site)

    running.send_signal(number)
    out, _ = running.communicate(timeout=MOST_SECONDS)

    assert running.returncode == 0, out
    assert out.endswith("Kith has stopped.\n")
    assert not answers(port)
    assert not lives(worker)
    assert workers(site) == []


def test_if_the_worker_ends_so_does_the_web(running: "subprocess.Popen[str]", site: Site, port: int) -> None:
    os.kill(workers(site)[0], signal.SIGKILL)

    out, _ = running.communicate(timeout=MOST_SECONDS)

    assert running.returncode == 1
    assert "The worker ended by itself (code -9), so Kith has stopped." in out
    assert not answers(port)


def test_if_run_is_killed_nothing_is_left_behind(
    running: "subprocess.Popen[str]", site: Site, port: int
) -> None:
    (worker,) = workers(site)

    running.kill()
    running.communicate(timeout=MOST_SECONDS)

    until(lambda: not lives(worker) and not answers(port))


def test_a_taken_port_is_said_at_once(site: Site) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = site.run("run", "--port", str(port))

    assert done.returncode == 1
    assert done.stderr.startswith(f"CommandError: Port {port} is taken or not allowed.")


def test_a_web_server_that_cannot_start_ends_it_all(site: Site, port: int) -> None:
    done = site.run("run", "--port", str(port), DATABASE_URL="nonsense://x")

    assert done.returncode == 1
    assert done.stdout == ""
