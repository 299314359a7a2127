"""`kith demo`: load the made-up town into an empty site."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError
from typing_extensions import override

from kith.cli.command import SYSTEM, KithCommand
from kith.cli.demo_town.build import build_town
from kith.cli.demo_town.files import read_town
from kith.cli.demo_town.town import PASSWORD
from kith.core.queries.site_profile import site_profile

LOGINS = (
    "navigator",
    "clinician",
    "partnerships",
    "coordinator",
    "client",
    "curator",
    "evaluator",
    "privacy",
    "admin",
)


class Command(KithCommand):
    """Load the demo town, or say its logins if it is there already."""

    help = "Load the made-up town of Northgate into an empty site."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the files are, and whether a site that is set up already is left in peace."""
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "demo")
        parser.add_argument("--if-empty", action="store_true", help="do nothing on a site that is set up")

    @override
    def handle(self, *, folder: Path, if_empty: bool, **_options: object) -> None:
        """Build it in one transaction: all of it or nothing."""
        if site_profile(SYSTEM).host_organization_id is not None:
            if if_empty:
                return
            raise CommandError("This site is set up already. The demo town loads into an empty site only.")
        town = build_town(read_town(folder))
        self.say(
            f"Northgate is loaded (made up): {len(town.organizations)} organisations, "
            f"{len(town.services)} services, {len(town.people)} people."
        )
        self.say(f"Sign in as one of these, all with the password {PASSWORD}:")
        for login in LOGINS:
            self.say(f"  {login}@demo.example")
