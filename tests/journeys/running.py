"""A whole running site: web and worker as `kith run` starts them, with real mail in a folder."""

import email
import email.policy
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.error import URLError

from tests.architecture.house import BASE
from tests.factories.site import Site

PATIENCE = 60.0
WAITING = """
from django_tasks_db.models import DBTaskResult
print(DBTaskResult.objects.filter(status__in=["READY", "RUNNING"]).count())
"""
Found = TypeVar("Found")
LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class RunningSite:
    """A site that answers at `base`."""

    site: Site
    base: str

    @property
    def mail_folder(self) -> Path:
        return self.site.folder / "mail"

    def mails_to(self, address: str) -> list[str]:
        """Subject and text of every mail that went to `address`, oldest first."""
        paths = sorted(self.mail_folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
        return [text for path in paths for text in _mails(path, address)]

    def links_in_mail(self, address: str, *, path: str) -> list[str]:
        """Every link with this path that was mailed to `address`, oldest first."""
        return [link for mail in self.mails_to(address) for link in LINK.findall(mail) if path in link]

    def link_in_mail(self, address: str, *, path: str, after: int) -> str:
        """The next link with this path that is mailed to `address`, after the first `after`; waits for it."""
        links = wait_for(
            lambda: self.links_in_mail(address, path=path)[after:], f"a mail to {address} with {path}"
        )
        return links[0]

    def settle(self) -> None:
        """Wait until the worker has nothing left to do."""
        wait_for(lambda: self.site.python(WAITING) == "0", "the worker to have nothing left to do")


@contextmanager
def running(site: Site) -> Iterator[RunningSite]:
    """Start web and worker together; stop both at the end, cleanly."""
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    environment = {**site.environment, "KITH_SITE_URL": base, "KITH_DEMO": "1"}
    log = (site.folder / "run.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run", "--port", str(port)],
        cwd=BASE,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(lambda: _answers(base), "the site to answer")
        yield RunningSite(site, base)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        log.close()


def wait_for(look: Callable[[], Found | None], what: str) -> Found:
    """Look again and again until there is something; fail with a sentence after a minute."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"Waited {PATIENCE:.0f} s for {what}.")


def _answers(base: str) -> bool:
    try:
        with urllib.request.urlopen(f"{base}/health/", timeout=2) as answer:
            return bool(answer.status)
    except (URLError, OSError):
        return False


def _mails(path: Path, address: str) -> Iterator[str]:
    """The file backend writes mails one after another, with a line of dashes between."""
    for raw in path.read_text(encoding="utf-8").split("-" * 79):
        mail = email.message_from_string(raw.strip(), policy=email.policy.default)
        if address in str(mail.get("To", "")):
            body = mail.get_body(("plain",))
            yield f"{mail['Subject']}\n{body.get_content() if body is not None else ''}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
