"""A site whose web and worker are killed and started again, while people use it at their browsers."""

import json
import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from tests.adversary.kill_diary import Diary
from tests.adversary.kill_life import Lane
from tests.adversary.kill_mailbox import Mailbox
from tests.adversary.kill_town import LANES
from tests.factories.site import Site

MOST_SECONDS_TO_FINISH = 600.0
MOST_SECONDS_TO_GET_ON = 180.0


@dataclass(frozen=True, slots=True)
class Found:
    """What was found when all had ended. `already_done`: forms whose answer was cut off after they had effect."""

    faults: list[str]
    already_done: int


class Running:
    """The nursery's children, and the people's threads."""

    def __init__(self, site: Site, port: int, process: "subprocess.Popen[str]") -> None:
        self.site, self.diary = site, Diary()
        self._process, self._stop = process, Flag()
        self._children: dict[str, int] = {}
        mailbox = Mailbox(site.folder / "mail")
        base = f"http://127.0.0.1:{port}"
        lanes = [
            Lane(number, base, self.diary, mailbox, self._stop, random.Random(number))
            for number in range(LANES)
        ]
        self._people = [Thread(target=lane.run, name=f"lane {lane.number}") for lane in lanes]

    def start(self, role: str, how: str = "") -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{role} {how}\n")
        self._process.stdin.flush()
        self._children[role] = int(self._process.stdout.readline())

    def kill(self, role: str, chance: random.Random) -> None:
        """The worker; or of the web server the process that serves, or the one that started it."""
        victim = chance.choice([self._children[role], *children_of(self._children[role])])
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)

    def let_people_in(self) -> None:
        for one in self._people:
            one.start()

    def wait_for_steps(self, more: int) -> None:
        """Let the people get on by so many steps, so that a slow machine is not killed before it has begun."""
        wanted = self.diary.acknowledged + more
        self.wait_until(lambda: self.diary.acknowledged >= wanted)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        last = time.monotonic() + MOST_SECONDS_TO_GET_ON
        while not holds():
            assert time.monotonic() < last, f"Nobody gets on. {self.diary.troubles}\n{self.log()}"
            time.sleep(0.005)

    def finish(self) -> Found:
        """The people stop where they are, web and worker end, a last worker does what is left; then look."""
        self.send_people_home()
        self.start("web", "never")
        self.start("worker", "never")
        self.diary.write(self.site.folder / "diary.json")
        self.start("finish")
        path, last = self.site.folder / "faults.json", time.monotonic() + MOST_SECONDS_TO_FINISH
        while not (path.exists() and path.read_text()):
            assert time.monotonic() < last, f"Nothing was finished.\n{self.log()}"
            assert children_alive(self._children["finish"]), f"The look ended by itself.\n{self.log()}"
            time.sleep(0.1)
        return Found(**json.loads(path.read_text()))

    def send_people_home(self) -> None:
        self._stop.set()
        for one in self._people:
            if one.ident is not None:
                one.join()

    def log(self) -> str:
        return "".join(path.read_text(errors="replace") for path in sorted(self.site.folder.glob("*.log")))

    def close(self) -> None:
        self.send_people_home()
        self._process.communicate()


@contextmanager
def running(site: Site) -> Iterator[Running]:
    """Web and worker have been started, and nobody has come in yet."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    process = site.start("-m", "tests.adversary.kill_nursery", str(port), KITH_SITE_URL=base)
    place = Running(site, port, process)
    try:
        place.start("web")
        place.start("worker")
        yield place
    finally:
        place.close()


def children_of(number: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()]
    except FileNotFoundError:
        return []


def children_alive(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
