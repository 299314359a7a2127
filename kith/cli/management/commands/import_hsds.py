"""`kith import_hsds FILE_OR_ADDRESS --source NAME`: take in listings from a file or a feed, or try it out."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from kith.core.errors import BadInput, KithError
from kith.core.viewer import Door, Viewer
from kith.directory.queries.import_report import ImportReport, import_report
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.fetching.limits import Allowed
from kith.exchange.files.recognise import FileFormat
from kith.exchange.files.records_in import ListingFile, records_in
from kith.exchange.hsds.take_in import take_in_records
from kith.exchange.hsds.take_in_feed import take_in_feed
from kith.exchange.hsds.try_out import Trial, try_out

MOST_SHOWN = 50
SCHEMES = ("https://", "http://")
SYSTEM = Viewer.system(Door.COMMAND)


class Command(BaseCommand):
    """Takes in organisations and services; says in a sentence why a record was not taken."""

    help = (
        "Take in listings: HSDS (JSON, NDJSON, a folder or zip of tables), Open Referral UK, Ohana, a "
        "spreadsheet; or an HSDS 3 or Open Referral UK feed. Doing it again changes only what changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """A file or an address, the name of its source, and how to read it."""
        parser.add_argument(
            "where",
            metavar="FILE_OR_ADDRESS",
            help="the file or folder of listings; or the https:// address of a feed",
        )
        parser.add_argument("--source", required=True, help="where the listings come from: a name that stays")
        parser.add_argument(
            "--format",
            choices=[one.value for one in FileFormat],
            help="how a file is read; without it the format is recognised",
        )
        parser.add_argument(
            "--mapping", type=Path, help="a TOML file that says what a spreadsheet's columns are"
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="say what a file would bring, change or take away; write nothing",
        )
        parser.add_argument("--allow-http", action="store_true", help="a feed may be without encryption")
        parser.add_argument(
            "--allow-local", action="store_true", help="a feed may be on this machine or an intranet"
        )

    def handle(self, *, where: str, source: str, dry_run: bool, **options: object) -> None:
        """Read, write, report. Ends with an error if nothing could be taken."""
        is_feed = where.lower().startswith(SCHEMES)
        try:
            if is_feed:
                taken = self._from_feed(where, source, is_trial=dry_run, options=options)
            else:
                taken = self._from_file(_listing(where, source, options), is_trial=dry_run)
        except (KithError, OSError) as error:
            raise CommandError(str(error)) from error
        if not taken:
            nothing = _("Nothing at this address could be taken in.")
            raise CommandError(nothing if is_feed else _("Nothing in this file could be taken in."))

    def _from_feed(self, address: str, source: str, *, is_trial: bool, options: dict[str, object]) -> int:
        if is_trial:
            raise BadInput(_("A trial is for files. `kith validate_hsds` says what is wrong with a feed."))
        allowed = Allowed(http=bool(options["allow_http"]), local=bool(options["allow_local"]))
        with Fetcher(allowed=allowed) as fetcher, tqdm(unit=" services", desc=source) as bar:
            run_id = take_in_feed(
                SYSTEM, fetcher=fetcher, address=address, source_name=source, progress=bar.update
            )
        return self._report(run_id)

    def _from_file(self, file: ListingFile, *, is_trial: bool) -> int:
        told: list[str] = []
        records = records_in(file, told.append)
        with tqdm(total=file.size, unit="B", unit_scale=True, desc=file.path.name) as bar:
            if is_trial:
                trial = try_out(SYSTEM, records=records, source_name=file.source_name, progress=bar.update)
            else:
                run_id = take_in_records(
                    SYSTEM,
                    records=records,
                    file_name=file.path.name,
                    source_name=file.source_name,
                    progress=bar.update,
                )
        for sentence in told:
            self.stdout.write(sentence)
        return self._trial(trial) if is_trial else self._report(run_id)

    def _report(self, run_id: UUID) -> int:
        """Say what came of it; returns how many services are there now."""
        report = import_report(SYSTEM, run_id=run_id)
        self._say_why(report.not_taken_why)
        return self._say_counts(report, report.not_taken)

    def _trial(self, trial: Trial) -> int:
        """Say what would come of it; returns how many services would be there."""
        self._say_why([(one.line, one.why) for one in trial.not_taken])
        if trial.fields:
            fields = ", ".join(f"{name} ({count})" for name, count in trial.fields)
            self.stdout.write(_("Changed fields: %(fields)s.") % {"fields": fields})
        count = self._say_counts(trial, len(trial.not_taken))
        self.stdout.write(_("This was a trial. Nothing was written."))
        return count

    def _say_why(self, not_taken: Sequence[tuple[int, str]]) -> None:
        for line, why in not_taken[:MOST_SHOWN]:
            self.stdout.write(_("Line %(line)s was not taken: %(why)s") % {"line": line, "why": why})
        if len(not_taken) > MOST_SHOWN:
            self.stdout.write(_("… and %(more)s more.") % {"more": len(not_taken) - MOST_SHOWN})

    def _say_counts(self, found: ImportReport | Trial, not_taken: int) -> int:
        counts = {
            "added": found.added,
            "changed": found.changed,
            "unchanged": found.unchanged,
            "gone": found.gone,
            "not_taken": not_taken,
        }
        self.stdout.write(
            _(
                "%(added)s new, %(changed)s changed, %(unchanged)s as before, %(gone)s no longer in the "
                "source, %(not_taken)s not taken."
            )
            % counts
        )
        return found.added + found.changed + found.unchanged


def _listing(where: str, source: str, options: dict[str, object]) -> ListingFile:
    chosen, mapping = options["format"], options["mapping"]
    return ListingFile(
        path=Path(where),
        source_name=source,
        format=FileFormat(chosen) if isinstance(chosen, str) else None,
        mapping=mapping if isinstance(mapping, Path) else None,
    )
