"""`kith audit verify` and `kith audit checkpoint`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand
from kith.core.actions.make_checkpoint import make_checkpoint
from kith.core.actions.seal_events import seal_events
from kith.core.checkpoints import Checkpoint, read_checkpoint
from kith.core.queries.verify_events import verify_events
from kith.partnerships.queries.verify_agreements import verify_agreements


class Command(KithCommand):
    """Check the trail, or sign where it stands."""

    help = "Check that the trail of events is whole, or sign where it stands."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two subcommands."""
        kinds = parser.add_subparsers(dest="kind", required=True)
        verify = kinds.add_parser(
            "verify", help="seal the tail, check events and agreements (exit code 1 if bad)"
        )
        verify.add_argument("--against", type=Path, help="a checkpoint kept elsewhere")
        checkpoint = kinds.add_parser("checkpoint", help="write a signed checkpoint")
        checkpoint.add_argument("--to", type=Path, help="the file (default: in the checkpoints folder)")

    @override
    def handle(
        self,
        *args: object,
        kind: str,
        against: Path | None = None,
        to: Path | None = None,
        **options: object,
    ) -> None:
        """Do the one or the other."""
        if kind == "checkpoint":
            made = make_checkpoint(SYSTEM, to=to)
            self.say(f"Checkpoint of seal {made.seq} written. Keep a copy where this server cannot reach it.")
            return
        self._verify(_read(against) if against is not None else None)

    def _verify(self, against: Checkpoint | None) -> None:
        seal_events(SYSTEM)
        found = verify_events(SYSTEM, against=against)
        if not found.ok:
            raise CommandError(f"First bad seal: {found.first_bad_seq}. {found.sentence}")
        self.say(found.sentence)
        self._verify_agreements()

    def _verify_agreements(self) -> None:
        found = verify_agreements(SYSTEM)
        if found.faults:
            raise CommandError("\n".join(fault.sentence for fault in found.faults))
        if found.wordings:
            self.say(
                _("All words of %(words)d versions of agreements, and %(papers)d papers, are whole.")
                % {"words": found.wordings, "papers": found.papers}
            )


def _read(path: Path) -> Checkpoint:
    """Raises CommandError if there is no such file, BadInput if it is no checkpoint."""
    if not path.is_file():
        raise CommandError(f"There is no file {path}.")
    return read_checkpoint(path.read_text(errors="replace"))
