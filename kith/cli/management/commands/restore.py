"""`kith restore DIR`: a backup comes back."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError
from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand, folder_argument
from kith.core.actions.replace_with_backup import replace_with_backup
from kith.core.actions.restore_backup import restore_backup
from kith.core.queries.work_state import work_state
from kith.directory.actions.renew_search import renew_search


class Command(KithCommand):
    """Bring a backup back, prove that every row came, and migrate it to this version."""

    help = "Bring back a backup, check every row against its sum, and migrate it to this version."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from."""
        folder_argument(parser, "the folder that `kith backup` wrote")
        parser.add_argument("--force", action="store_true", help="replace a database that is in use")

    @override
    def handle(self, *args: object, folder: Path, force: bool, **options: object) -> None:
        """Restore, migrate, and name what is missing."""
        if _is_running():
            raise CommandError("Kith is running. Stop it first, then restore.")
        restore = replace_with_backup if force else restore_backup
        done = restore(SYSTEM, folder=folder.resolve())
        call_command("migrate", verbosity=0, interactive=False)
        renew_search(SYSTEM)
        self.say(f"{done.rows} rows and {done.files} files of {done.made_at} are back; every sum is right.")
        if done.missing_keys:
            self.stderr.write(
                f"Keys are missing or others: {', '.join(done.missing_keys)}. Put the old keys folder at "
                f"{settings.KITH_KEYS_DIR}: without it the private text cannot be read."
            )


def _is_running() -> bool:
    """True if a worker was seen in the last half minute; a database without tables has none."""
    try:
        return work_state(SYSTEM).living_workers > 0
    except DatabaseError:
        return False
