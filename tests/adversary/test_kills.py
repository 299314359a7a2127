"""Web and worker are killed (-9) at random points: no acknowledged step is lost, none is half, every notice leaves."""

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.environment import scaled
from tests.factories.site import Site, copied_site

SEED = 20260
SHORTEST, LONGEST = 0.01, 0.4
STEPS_BETWEEN = [0, 0, 1, 2, 4]
MOST_SECONDS_TO_FINISH = 300.0


class Nursery:
    """Two children, started again whenever one was killed."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._children = {role: self.start(role) for role in ("web", "worker")}

    def start(self, role: str) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{role}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def kill(self, role: str) -> None:
        os.kill(self._children[role], signal.SIGKILL)

    def start_again(self, role: str) -> None:
        self._children[role] = self.start(role)

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.mark.heavy
def test_kills_at_random_points_lose_nothing(site_template: Site, tmp_path: Path) -> None:
    chance, kills = random.Random(SEED), scaled(200, least=10)
    with copied_site(site_template, tmp_path / "site") as site:
        site.python("from tests.adversary.referral_town import build; build()")
        nursery = Nursery(site.start("-m", "tests.adversary.kill_nursery"))
        try:
            time.sleep(1)
            for _ in range(kills):
                wait_for_steps(site.folder, more=chance.choice(STEPS_BETWEEN))
                time.sleep(chance.uniform(SHORTEST, LONGEST))
                role = chance.choice(["web", "worker"])
                nursery.kill(role)
                nursery.start_again(role)
            time.sleep(LONGEST)
            nursery.kill("web")
            nursery.kill("worker")
            nursery.start("finish")
            faults = wait_for(site.folder / "faults.json")
        finally:
            nursery.close()
        steps = steps_done(site.folder)
        kept = dict(site.ask("SELECT status, count(*) FROM care_referral GROUP BY status"))
        mails = dict(site.ask("SELECT status, count(*) FROM post_outgoing_message GROUP BY status"))
        print(f"{kills} kills, {steps} steps acknowledged, referrals {kept}, mails {mails}, faults {faults}")

        assert faults == [], (site.folder / "log").read_text()[-3000:]
        assert steps > 0


def test_a_lost_step_would_be_noticed(site_template: Site, tmp_path: Path) -> None:
    with copied_site(site_template, tmp_path / "site") as site:
        site.python("from tests.adversary.referral_town import build; build()")
        nursery = Nursery(site.start("-m", "tests.adversary.kill_nursery"))
        try:
            time.sleep(1)
            nursery.kill("web")
            nursery.kill("worker")
            acknowledged = site.folder / "acknowledged"
            number = len(acknowledged.read_text().splitlines())
            with acknowledged.open("a") as acks:
                acks.write(f"{number}\n{number + 1}\n")
            nursery.start("finish")
            faults = wait_for(site.folder / "faults.json")
        finally:
            nursery.close()

    assert f"step {number + 1} was acknowledged and took effect 0 times" in faults


def steps_done(folder: Path) -> int:
    acknowledged = folder / "acknowledged"
    return len(acknowledged.read_text().splitlines()) if acknowledged.exists() else 0


def wait_for_steps(folder: Path, *, more: int) -> None:
    """Let the web get on by so many steps, so that a slow machine is not killed before it has begun."""
    wanted, last = steps_done(folder) + more, time.monotonic() + MOST_SECONDS_TO_FINISH
    while steps_done(folder) < wanted:
        if time.monotonic() > last:
            raise AssertionError(f"The web does not get on.\n{(folder / 'log').read_text()[-3000:]}")
        time.sleep(0.005)


def wait_for(path: Path) -> list[str]:
    last = time.monotonic() + MOST_SECONDS_TO_FINISH
    while time.monotonic() < last:
        if path.exists() and (text := path.read_text()):
            found: list[str] = json.loads(text)
            return found
        time.sleep(0.1)
    log = path.with_name("log")
    raise AssertionError(f"Nothing was finished.\n{log.read_text()[-3000:]}")
