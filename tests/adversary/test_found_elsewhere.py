"""What one web process saved is found through another within a second, while a builder is killed.

Two real web servers over one database; the change is a form sent by somebody signed in at the first, the
search is asked of the second. No worker runs: the only builder is the one that is killed.
"""

import json
import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event as Flag
from urllib.request import urlopen

import pytest
from typing_extensions import override

from kith.cli.management.commands.run import web_command
from tests.adversary.kill_browser import Browser
from tests.adversary.kill_diary import Diary
from tests.browser.forms import forms_of
from tests.environment import scaled
from tests.factories.accounts import PASSWORD
from tests.factories.site import Site, copied_site

SERVICES = 100_000
MOST_SECONDS_TO_PREPARE = 3600
MOST_SECONDS = 1.0
FACTS = (
    ("culture", "culture-animals", "dog"),
    ("faith", "faith-open", "mosque"),
    ("cost", "cost-travel", "fare"),
    ("legal", "legal-debt", "bankruptcy"),
)
SETUP = """
from kith.core.viewer import Role
from kith.directory.actions.load_taxonomies import load_taxonomies
from tests.factories.accounts import a_member
from tests.factories.directory import SYSTEM, a_service, an_organization
load_taxonomies(SYSTEM)
own = an_organization()
a_member(own, Role.COORDINATOR, email="sam@harbour.example")
print(a_service("Walking group", organization_id=own))
"""
FILL = """
from tests.factories.many_services import add_services
add_services({count}, seed=7)
"""
BUILD = """
from kith.directory.generations import build, state_now
assert build(state_now())
"""
BUILD_SLOWLY = """
import time
import django; django.setup()
from kith.directory import generations
quick = generations.documents_of
def slowly(rows):
    for document in quick(rows):
        yield document
        time.sleep(0.05)
generations.documents_of = slowly
generations.build(generations.state_now())
"""


class Steady(random.Random):
    """No net is lost."""

    @override
    def random(self) -> float:
        return 1.0


@pytest.fixture
def site(site_template: Site, tmp_path: Path) -> Iterator[Site]:
    with copied_site(site_template, tmp_path / "site") as made:
        done = made.run("collectstatic", "--noinput", "--verbosity", "0")
        assert done.returncode == 0, done.stderr
        yield made


@contextmanager
def web(site: Site) -> Iterator[str]:
    """A web server of the site; its address."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    process = site.start(*web_command("127.0.0.1", port)[1:])
    try:
        until_answered(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def until_answered(address: str) -> None:
    last = time.monotonic() + 60
    while time.monotonic() < last:
        try:
            urlopen(address, timeout=60).close()
        except OSError:
            time.sleep(0.1)
            continue
        return
    raise AssertionError(f"{address} did not answer")


def found(base: str, word: str) -> int:
    with urlopen(f"{base}/hsds/services?search={word}&minimal=true", timeout=60) as answer:
        return int(json.load(answer)["total_items"])


def signed_in(base: str) -> Browser:
    browser = Browser(base, Diary(), Flag(), Steady())
    page = browser.look("/account/login/")
    who = {"login": "sam@harbour.example", "password": PASSWORD}
    browser.send(page, page.form("login"), who, life="", step="sign_in")
    return browser


def save(browser: Browser, service_id: str, group: str, code: str) -> None:
    """Tick a box and send the form."""
    page = browser.look(f"/services/{service_id}/facts/")
    form = next(form for form in forms_of(page.html) if group in form.kinds)
    browser.send(page, form, {group: [code]}, life="", step="tag")


def seconds_until_found(base: str, word: str) -> float:
    start = time.monotonic()
    while found(base, word) == 0:
        assert time.monotonic() - start < 30, f"{word} is not found"
        time.sleep(0.01)
    return time.monotonic() - start


def at_length(site: Site, program: str) -> None:
    """A program that may take long at full scale."""
    done = site.start("-c", f"import django; django.setup()\n{program}")
    said, _ = done.communicate(timeout=MOST_SECONDS_TO_PREPARE)
    assert done.returncode == 0, said


def kill_a_builder(site: Site) -> None:
    """In the middle of its work."""
    builder = site.start("-c", BUILD_SLOWLY)
    last = time.monotonic() + 60
    while not unfinished(site):
        assert builder.poll() is None, builder.communicate()
        assert time.monotonic() < last, "no builder began"
        time.sleep(0.01)
    os.kill(builder.pid, signal.SIGKILL)
    builder.communicate()
    assert unfinished(site)


def unfinished(site: Site) -> list[Path]:
    return list((site.folder / "matching").glob("*/new-*"))


def test_a_change_saved_by_one_web_process_is_found_through_another_within_a_second(site: Site) -> None:
    service_id = site.python(SETUP)
    count = scaled(SERVICES, least=500)
    for program in (FILL.format(count=count), BUILD):
        at_length(site, program)

    with web(site) as one, web(site) as other:
        browser = signed_in(one)
        took = []
        for group, code, word in FACTS:
            assert found(other, word) == 0
            kill_a_builder(site)
            save(browser, service_id, group, code)
            took.append(seconds_until_found(other, word))
        at_length(site, BUILD)
        assert [found(other, word) for _, _, word in FACTS] == [1, 1, 1, 1]

    print(f"{count} services, seconds until found: {[round(one, 3) for one in took]}")
    assert max(took) <= MOST_SECONDS
    assert unfinished(site) == []
