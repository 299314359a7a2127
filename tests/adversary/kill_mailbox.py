"""The partners' mailboxes: what the worker has handed over, as the file backend keeps it."""

import email
import email.policy
import re
from pathlib import Path
from threading import Lock

BETWEEN_MAILS = "-" * 79 + "\n"
LINK = re.compile(r"https?://\S+")


class Mailbox:
    """All mails of a site, each read once it is whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sizes: dict[str, int] = {}
        self._links: dict[str, list[str]] = {}
        self._lock = Lock()

    def links_to(self, address: str, *, path: str) -> list[str]:
        """Every link with this path that was mailed to `address`."""
        with self._lock:
            self._read()
            return [link for link in self._links.get(address, []) if path in link]

    def _read(self) -> None:
        for file in sorted(self._folder.glob("*.log")):
            size = file.stat().st_size
            if self._sizes.get(file.name) != size:
                self._sizes[file.name] = size
                for mail in file.read_text(encoding="utf-8", errors="replace").split(BETWEEN_MAILS)[:-1]:
                    self._keep(mail)

    def _keep(self, text: str) -> None:
        mail = email.message_from_string(text, policy=email.policy.default)
        body = mail.get_body(("plain",))
        kept = self._links.setdefault(str(mail.get("To", "")), [])
        for link in LINK.findall(body.get_content() if body is not None else ""):
            if link not in kept:
                kept.append(link)
