"""`kith export_hsds FOLDER --format json|ndjson|csv`: the directory as files of the standard."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from typing_extensions import override

from kith.cli.command import KithCommand, folder_argument
from kith.core.viewer import Door, Viewer
from kith.directory.queries.licences import licences
from kith.directory.queries.lone_locations import lone_locations
from kith.directory.queries.next_services import next_services
from kith.directory.queries.published_organizations import published_organizations
from kith.directory.queries.services_of_organizations import services_of_organizations
from kith.directory.queries.whole_organizations import whole_organizations
from kith.directory.queries.whole_services import whole_services
from kith.directory.wanted import Wanted
from kith.exchange.hsds.export.write_files import ExportFormat, Listings, write_files
from kith.exchange.hsds.to_body import Body, to_body

ANYBODY = Viewer.nobody(Door.PUBLIC)
AT_ONCE = 200


class Command(KithCommand):
    """Writes what anybody may see and a licence lets go, and says what stayed here."""

    help = "Write the public directory to a new folder as HSDS 3.1. Confidential places are not in it."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """The folder and the form."""
        folder_argument(parser, "a new or empty folder")
        parser.add_argument(
            "--format",
            choices=[form.value for form in ExportFormat],
            default=ExportFormat.JSON.value,
            help="json: lists; ndjson: one record a line; csv: a tabular data package",
        )

    @override
    def handle(self, *args: object, **options: object) -> None:
        """Write it and count."""
        sources = licences(ANYBODY)
        write_files(
            Path(str(options["folder"])),
            form=ExportFormat(str(options["format"])),
            listings=Listings(_services(), _without_services(), _lone_locations()),
            licences=[one for one in sources if one.licence],
        )
        for one in sources:
            if not one.licence:
                counts = {"source": one.source, "services": one.services}
                self.say(
                    _("%(services)s services of “%(source)s” stayed here: no licence is known.") % counts
                )
        self.say(_("Written."))


def _services() -> Iterator[Body]:
    after: UUID | None = None
    while ids := next_services(ANYBODY, wanted=Wanted(), after=after, most=AT_ONCE):
        yield from (to_body("service", one) for one in whole_services(ANYBODY, service_ids=ids))
        after = ids[-1]


def _without_services() -> Iterator[Body]:
    """The organisations that no service would bring along."""
    number = 1
    while ids := published_organizations(ANYBODY, wanted=Wanted(), page=number, per_page=AT_ONCE).ids:
        held = services_of_organizations(ANYBODY, organization_ids=ids)
        alone = [one for one in ids if not held[one]]
        yield from (
            to_body("organization", one) for one in whole_organizations(ANYBODY, organization_ids=alone)
        )
        number += 1


def _lone_locations() -> Iterator[Body]:
    yield from (to_body("location", one) for one in lone_locations(ANYBODY))
