"""`kith set_taxonomy NAME USE`: whether a taxonomy's terms may be passed on."""

from argparse import ArgumentParser

from django.core.management.base import CommandError
from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand
from kith.core.errors import NotFound
from kith.directory.actions.set_taxonomy_use import set_taxonomy_use
from kith.directory.terms import TaxonomyUse


class Command(KithCommand):
    """Keeps a taxonomy's terms here, or lets them leave with the listings that carry them."""

    help = (
        "Say whether a taxonomy's terms may leave by exports and interfaces. Lists that look like the one of "
        "211 stay here until this says otherwise: their owner licenses them."
    )

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """The taxonomy, and what may be done with it."""
        parser.add_argument("name", help="the taxonomy's name, as it came with the listings")
        parser.add_argument("use", choices=[use.value for use in TaxonomyUse])

    @override
    def handle(self, *_args: object, name: str, use: str, **_options: object) -> None:
        """Keep it. Ends with an error for a taxonomy that is not known."""
        try:
            count = set_taxonomy_use(SYSTEM, name=name, use=TaxonomyUse(use))
        except NotFound as error:
            raise CommandError("No taxonomy of that name is here.") from error
        self.say(f"Kept. It has {count} terms.")
