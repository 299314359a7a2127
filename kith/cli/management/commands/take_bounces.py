"""`kith take_bounces FILE`: read what mail servers say about mails that did not arrive."""

import mailbox
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kith.core.viewer import Door, Viewer
from kith.post.actions.take_delivery_report import take_delivery_report
from kith.post.errors import NotADeliveryReport

LONGEST_MAIL = 5 * 1024 * 1024
FIRST_LINE_OF_MBOX = b"From "


class Command(BaseCommand):
    """Takes one mail, or a whole mailbox (mbox), with delivery reports."""

    help = "Read delivery reports (RFC 3464): one mail or an mbox. Each bounce goes back to its owner."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the mail is."""
        parser.add_argument(
            "file", metavar="FILE", help="a file with one mail or an mbox; - reads one from a pipe"
        )

    def handle(self, *, file: str, **_options: object) -> None:
        """Take them one by one; a mail that is no report is counted and left."""
        viewer = Viewer.system(Door.COMMAND)
        seen = Counter(_take(viewer, raw) for raw in _mails(file))
        self.stdout.write(
            f"{seen['bounce']} bounces recorded, {seen['nothing new']} reports without news, "
            f"{seen['not a report']} other mails left alone."
        )
        if seen["not a report"] and not seen["bounce"] + seen["nothing new"]:
            raise CommandError(str(NotADeliveryReport.sentence))


def _take(viewer: Viewer, raw: bytes) -> str:
    try:
        return "bounce" if take_delivery_report(viewer, raw=raw) else "nothing new"
    except NotADeliveryReport:
        return "not a report"


def _mails(file: str) -> Iterator[bytes]:
    raw = _read(file)
    if not raw.startswith(FIRST_LINE_OF_MBOX):
        yield raw
        return
    with tempfile.NamedTemporaryFile(suffix=".mbox") as kept:
        kept.write(raw)
        kept.flush()
        yield from (bytes(mail) for mail in mailbox.mbox(kept.name))


def _read(file: str) -> bytes:
    try:
        raw = sys.stdin.buffer.read(LONGEST_MAIL + 1) if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    if len(raw) > LONGEST_MAIL:
        raise CommandError("This is more than 5 MB. Please give it in smaller parts.")
    if not raw.strip():
        raise CommandError("There is no mail in it.")
    return raw
