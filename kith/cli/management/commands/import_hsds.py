"""`kith import_hsds FILE --source NAME`: take in a file of HSDS 3.1 listings."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from kith.core.errors import KithError
from kith.core.viewer import Door, Viewer
from kith.directory.queries.import_report import ImportReport, import_report
from kith.exchange.hsds.take_in import take_in

MOST_SHOWN = 50


class Command(BaseCommand):
    """Takes in organisations and services; says in a sentence why a record was not taken."""

    help = "Take in HSDS 3.1 listings (JSON or NDJSON). Doing it again changes only what changed."

    def add_arguments(self, parser: CommandParser) -> None:
        """A file and the name of its source."""
        parser.add_argument("file", type=Path, help="HSDS 3.1 services, JSON or NDJSON")
        parser.add_argument("--source", required=True, help="where the listings come from: a name that stays")

    def handle(self, *, file: Path, source: str, **_options: object) -> None:
        """Read, write, report. Ends with an error if nothing in the file could be taken."""
        viewer = Viewer.system(Door.COMMAND)
        size = file.stat().st_size if file.is_file() else 0
        try:
            with tqdm(total=size, unit="B", unit_scale=True, desc=file.name) as bar:
                run_id = take_in(viewer, path=file, source_name=source, progress=bar.update)
        except (KithError, OSError) as error:
            raise CommandError(str(error)) from error
        report = import_report(viewer, run_id=run_id)
        self._say(report)
        if not report.added + report.changed + report.unchanged:
            raise CommandError(_("Nothing in this file could be taken in."))

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
