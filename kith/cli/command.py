"""What every Kith command shares: an error a person can act on is a sentence, not a traceback."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, ProgrammingError
from typing_extensions import override

from kith.core.errors import KithError
from kith.core.viewer import Door, Viewer

SYSTEM = Viewer.system(Door.COMMAND)

NOT_READY = "check that it can be reached, then run `kith migrate`. `kith doctor` says more."


class KithCommand(BaseCommand):
    """A command that turns a KithError into its sentence and exit code 1."""

    requires_system_checks: list[str] = []

    @override
    def execute(self, *args: object, **options: object) -> str | None:
        """Run the command."""
        try:
            return super().execute(*args, **options)
        except KithError as error:
            raise CommandError(str(error.sentence)) from error
        except (OperationalError, ProgrammingError) as error:
            raise CommandError(f"The database cannot do this yet: {NOT_READY}") from error

    def say(self, sentence: str) -> None:
        """Print one line."""
        self.stdout.write(sentence)


def folder_argument(parser: ArgumentParser, words: str) -> None:
    """The one folder a command works with."""
    parser.add_argument("folder", type=Path, help=words)
