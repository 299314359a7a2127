"""`kith backup DIR`: everything but the keys."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand, folder_argument
from kith.core.actions.back_up import back_up


class Command(KithCommand):
    """Copy the live database and the uploads to a new folder."""

    help = "Copy the live database and the uploads to a new folder. The keys are not in it."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        folder_argument(parser, "a new or empty folder")

    @override
    def handle(self, *args: object, folder: Path, **options: object) -> None:
        """Write the backup and say what is not in it."""
        done = back_up(SYSTEM, to=folder.resolve())
        self.say(f"{done.rows} rows of {done.tables} tables and {done.files} files are in {folder}.")
        self.say(
            f"The keys are NOT in it: without {settings.KITH_KEYS_DIR} nobody can read the private text. "
            "Keep a copy of that folder somewhere else, apart from the backups."
        )
        self.say("Sign-ins are not in it either: after a restore everybody signs in again.")
