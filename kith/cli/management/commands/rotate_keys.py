"""`kith rotate_keys`: a new key for all private text."""

from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand
from kith.core.actions.rotate_keys import rotate_keys


class Command(KithCommand):
    """Make a new key and seal everything with it; the site may stay open."""

    help = "Make a new key and seal all private text with it. Can be broken off; the next run goes on."

    @override
    def handle(self, *args: object, **options: object) -> None:
        """Rotate and say what came of it."""
        done = rotate_keys(SYSTEM)
        if done.was_resumed:
            self.say("An earlier run had not finished; this one finished it with the same key.")
        self.say(f"{done.texts} texts and {done.files} files are sealed with key {done.key_name}.")
        self.say(
            "The old keys stay in the keys folder: old backups need them. Copy the folder to a safe place."
        )
        if done.unreadable:
            self.stderr.write(f"{done.unreadable} texts or files could not be opened and stay as they were.")
