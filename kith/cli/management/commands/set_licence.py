"""`kith set_licence SOURCE LICENCE`: whether a source's listings may be passed on."""

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from typing_extensions import override

from kith.cli.command import KithCommand
from kith.core.errors import NotFound
from kith.core.viewer import Door, Viewer
from kith.directory.actions.set_licence import set_licence


class Command(KithCommand):
    """Keeps the licence of a source; without one its listings leave by no export and no interface."""

    help = "Say under which licence a source's listings may be passed on. An empty one keeps them here."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """The source, the licence, where it is read, and who is to be named."""
        parser.add_argument("source", help="the source's name, as it was imported")
        parser.add_argument("licence", help="its short name, for example CC0-1.0 or CC-BY-4.0")
        parser.add_argument("--url", default="", help="where the licence can be read")
        parser.add_argument("--attribution", default="", help="whom the licence wants named")

    @override
    def handle(self, *args: object, **options: object) -> None:
        """Keep it. Ends with an error for a source that is not known."""
        try:
            set_licence(
                Viewer.system(Door.COMMAND),
                source_name=str(options["source"]),
                licence=str(options["licence"]),
                licence_url=str(options["url"]),
                attribution=str(options["attribution"]),
            )
        except NotFound as error:
            raise CommandError(_("No source of that name was ever imported.")) from error
        self.stdout.write(_("Kept."))
