"""`kith load_taxonomies`: the taxonomies that every site begins with."""

from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand
from kith.directory.actions.load_taxonomies import load_taxonomies


class Command(KithCommand):
    """Writes the seeded taxonomies; doing it again changes only what changed."""

    help = (
        "Load the taxonomies that every site begins with: Kith's own, Open Eligibility, and the SDOH "
        "categories of FHIR. `kith setup` and `kith demo` do it too; run it after an upgrade."
    )

    @override
    def handle(self, *_args: object, **_options: object) -> None:
        """Write what is new or changed."""
        changed = load_taxonomies(SYSTEM)
        self.say(
            f"{changed} terms, labels and matches were written." if changed else "Everything is up to date."
        )
