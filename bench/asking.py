"""Asking a server for pages, on a few connections at once, and what it cost."""

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

CONNECTIONS = 4
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Asked:
    """One stretch of requests: how long each took, in seconds; wall and processor time of all together."""

    times: list[float]
    seconds: float
    cpu_seconds: float
    content_bytes: int

    @property
    def per_second(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Processor time of the server, milliseconds a request."""
        return 1000 * self.cpu_seconds / len(self.times)


def ask(port: int, paths: Sequence[str]) -> Asked:
    """Ask for each path once. Raises SystemExit where an answer is no 200."""
    before, begun = cpu_of_listener(port), time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        parts = list(pool.map(lambda part: _one_after_the_other(port, part), _dealt(paths)))
    seconds = time.perf_counter() - begun
    times = [one for part, _size in parts for one in part]
    return Asked(times, seconds, cpu_of_listener(port) - before, sum(size for _part, size in parts))


def _dealt(paths: Sequence[str]) -> list[Sequence[str]]:
    return [paths[first::CONNECTIONS] for first in range(CONNECTIONS)]


def _one_after_the_other(port: int, paths: Sequence[str]) -> tuple[list[float], int]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    times, size = [], 0
    for path in paths:
        begun = time.perf_counter()
        connection.request("GET", path)
        response = connection.getresponse()
        size += len(response.read())
        times.append(time.perf_counter() - begun)
        if response.status != 200:
            raise SystemExit(f"{path} answered {response.status}.")
    connection.close()
    return times, size


def cpu_of_listener(port: int) -> float:
    """Processor time so far of who listens on the port, in seconds; 0 where that is not told."""
    inodes = _listening(port)
    return sum(_cpu(process) for process in Path("/proc").glob("[0-9]*") if _holds(process, inodes))


def _listening(port: int) -> set[str]:
    try:
        lines = Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]
    except OSError:
        return set()
    rows = (line.split() for line in lines)
    return {f"socket:[{row[9]}]" for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}


def _holds(process: Path, inodes: set[str]) -> bool:
    try:
        return any(os.readlink(one) in inodes for one in (process / "fd").iterdir())
    except OSError:
        return False


def _cpu(process: Path) -> float:
    try:
        fields = (process / "stat").read_text("ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS
