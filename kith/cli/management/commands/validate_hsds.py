"""`kith validate_hsds FILE_OR_URL`: what is wrong with HSDS 3.1 listings, and how to mend it."""

import json
from pathlib import Path

from django.core.management.base import CommandError, CommandParser

from kith.cli.command import KithCommand
from kith.core import clock
from kith.core.errors import KithError
from kith.directory.records import Json
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.fetching.limits import Allowed
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.validating.check_api import check_api
from kith.exchange.hsds.validating.check_file import check_path
from kith.exchange.hsds.validating.checking import Wish
from kith.exchange.hsds.validating.finding import Severity
from kith.exchange.hsds.validating.report import report_json, report_lines, summary
from kith.exchange.hsds.validating.tally import Tally

FOUND_FAULTS, COULD_NOT_READ = 1, 2
SHOWN = 5


class Command(KithCommand):
    """Checks and reports; changes nothing. Exit code 0: no faults; 1: faults; 2: nothing could be read."""

    help = "Check HSDS 3.1 listings and say how to mend what is wrong. Works offline; changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to check, and how to tell."""
        add = parser.add_argument
        add(
            "source",
            metavar="FILE_OR_URL",
            help="JSON, NDJSON, a folder or zip of tables, or the base address of an interface",
        )
        add(
            "--object",
            dest="object_name",
            default="",
            choices=sorted(HSDS),
            metavar="NAME",
            help="what each record is, such as service (default: told by its fields)",
        )
        add("--show", type=int, default=SHOWN, metavar="N", help=f"so many of each kind (default {SHOWN})")
        add("--json", dest="report", type=Path, metavar="FILE", help="write the report for machines there")
        add("--strict", action="store_true", help="warnings count as faults in the exit code")
        add(
            "--allow-field",
            action="append",
            default=[],
            metavar="NAME",
            help="a field of your own profile; can be given again",
        )
        add(
            "--allow-local",
            action="store_true",
            help="ask addresses on this machine and its network, too",
        )

    def handle(
        self,
        *,
        source: str,
        object_name: str,
        show: int,
        report: Path | None,
        strict: bool,
        allow_field: list[str],
        allow_local: bool,
        **_options: object,
    ) -> None:
        """Check, print the report, and end with the exit code that fits."""
        wish = Wish(object_name, clock.now().date(), frozenset(allow_field))
        try:
            tally = _checked(source, wish, allow_local=allow_local)
            _write(report, report_json(tally, source))
        except (KithError, OSError) as error:
            raise CommandError(str(error), returncode=COULD_NOT_READ) from error
        for line in report_lines(tally, source, show):
            self.say(line)
        counted = (Severity.FAULT, Severity.WARNING) if strict else (Severity.FAULT,)
        if any(map(tally.total, counted)):
            raise CommandError(summary(tally), returncode=FOUND_FAULTS)


def _checked(source: str, wish: Wish, *, allow_local: bool) -> Tally:
    if not source.lower().startswith(("https://", "http://")):
        return check_path(Path(source), wish)
    allowed = Allowed(http=source.lower().startswith("http://"), local=allow_local)
    with Fetcher(allowed=allowed) as fetcher:
        return check_api(source, fetcher.json, wish)


def _write(path: Path | None, report: dict[str, Json]) -> None:
    if path is not None:
        path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
