"""`kith import_hsds FILE_OR_ADDRESS --source NAME`: take in listings from a file or a feed."""

from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from kith.core.errors import KithError
from kith.core.viewer import Door, Viewer
from kith.directory.queries.import_report import ImportReport, import_report
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.fetching.limits import Allowed
from kith.exchange.hsds.take_in import take_in
from kith.exchange.hsds.take_in_feed import take_in_feed

MOST_SHOWN = 50
SCHEMES = ("https://", "http://")


class Command(BaseCommand):
    """Takes in organisations and services; says in a sentence why a record was not taken."""

    help = (
        "Take in HSDS 3.1 listings (JSON or NDJSON), or an HSDS 3 or Open Referral UK feed. "
        "Doing it again changes only what changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """A file or an address, the name of its source, and what else an address may be."""
        parser.add_argument(
            "where",
            metavar="FILE_OR_ADDRESS",
            help="HSDS 3.1 services, JSON or NDJSON; or the https:// address of a feed",
        )
        parser.add_argument("--source", required=True, help="where the listings come from: a name that stays")
        parser.add_argument("--allow-http", action="store_true", help="a feed may be without encryption")
        parser.add_argument(
            "--allow-local", action="store_true", help="a feed may be on this machine or an intranet"
        )

    def handle(
        self, *, where: str, source: str, allow_http: bool, allow_local: bool, **_options: object
    ) -> None:
        """Read, write, report. Ends with an error if nothing could be taken."""
        viewer = Viewer.system(Door.COMMAND)
        is_feed = where.lower().startswith(SCHEMES)
        try:
            if is_feed:
                allowed = Allowed(http=allow_http, local=allow_local)
                run_id = self._from_feed(viewer, where, source, allowed)
            else:
                run_id = self._from_file(viewer, Path(where), source)
        except (KithError, OSError) as error:
            raise CommandError(str(error)) from error
        report = import_report(viewer, run_id=run_id)
        self._say(report)
        if not report.added + report.changed + report.unchanged:
            nothing = _("Nothing at this address could be taken in.")
            raise CommandError(nothing if is_feed else _("Nothing in this file could be taken in."))

    def _from_file(self, viewer: Viewer, file: Path, source: str) -> UUID:
        size = file.stat().st_size if file.is_file() else 0
        with tqdm(total=size, unit="B", unit_scale=True, desc=file.name) as bar:
            return take_in(viewer, path=file, source_name=source, progress=bar.update)

    def _from_feed(self, viewer: Viewer, address: str, source: str, allowed: Allowed) -> UUID:
        with Fetcher(allowed=allowed) as fetcher, tqdm(unit=" services", desc=source) as bar:
            return take_in_feed(
                viewer, fetcher=fetcher, address=address, source_name=source, progress=bar.update
            )

    def _say(self, report: ImportReport) -> None:
        for line, why in report.not_taken_why[:MOST_SHOWN]:
            self.stdout.write(_("Line %(line)s was not taken: %(why)s") % {"line": line, "why": why})
        if len(report.not_taken_why) > MOST_SHOWN:
            self.stdout.write(_("… and %(more)s more.") % {"more": len(report.not_taken_why) - MOST_SHOWN})
        counts = {
            "added": report.added,
            "changed": report.changed,
            "unchanged": report.unchanged,
            "gone": report.gone,
            "not_taken": report.not_taken,
        }
        self.stdout.write(
            _(
                "%(added)s new, %(changed)s changed, %(unchanged)s as before, %(gone)s no longer in the "
                "source, %(not_taken)s not taken."
            )
            % counts
        )
