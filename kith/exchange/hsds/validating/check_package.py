"""Checking a tabular package: a folder or zip of CSV tables, with or without its datapackage.json."""

import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from django.utils.translation import gettext as _

from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.validating.check_tables import BY_TABLE, check_csv, tables_for
from kith.exchange.hsds.validating.checking import Wish, unreadable
from kith.exchange.hsds.validating.description import DESCRIPTION, description_findings
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.finding import Finding, Severity
from kith.exchange.hsds.validating.near import nearest
from kith.exchange.hsds.validating.package import BROKEN, Package, folder_package, zip_package
from kith.exchange.hsds.validating.spot import Spot
from kith.exchange.hsds.validating.tally import Tally

OF_OLD_VERSIONS = frozenset(
    {
        "accessibility_for_disabilities.csv",
        "eligibility.csv",
        "holiday_schedules.csv",
        "payments_accepted.csv",
        "physical_addresses.csv",
        "postal_addresses.csv",
        "regular_schedules.csv",
        "service_taxonomies.csv",
        "services_at_location.csv",
    }
)


def is_package(path: Path) -> bool:
    """True for a zip file."""
    return zipfile.is_zipfile(path)


def check_folder(folder: Path, wish: Wish, tally: Tally) -> None:
    """Check the tables of a folder. Raises CannotRead if there is none."""
    _check(folder_package(folder), wish, tally)


def check_zip(path: Path, wish: Wish, tally: Tally) -> None:
    """Check the tables of a zip file, without unpacking it. Raises CannotRead if there is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(zip_package(archive), wish, tally)
    except BROKEN:
        raise CannotRead(_("The file is damaged, or locked with a password.")) from None


def _check(package: Package, wish: Wish, tally: Tally) -> None:
    if not any(name in BY_TABLE or name in OF_OLD_VERSIONS for name in package.files):
        raise CannotRead(_("No table of HSDS is in there, such as services.csv."))
    tally.add(_file_findings(package))
    tally.add(Spot(DESCRIPTION).of(finding) for finding in _described(package))
    tables = tables_for(wish, tally)
    for name, of in BY_TABLE.items():
        if name in package.files:
            check_csv(partial(package.lines, name), of, name, tables)
    tally.add(tables.whole.at_the_end())


def _described(package: Package) -> Iterator[Finding]:
    if DESCRIPTION not in package.files:
        what = _("The package has no datapackage.json.")
        yield Finding(Severity.NOTE, "no-description", "", what, _("Add the one of the standard."))
        return
    try:
        yield from description_findings(package.whole(DESCRIPTION), package.files.keys())
    except RecordNotTaken as error:
        yield unreadable(str(error.sentence))


def _file_findings(package: Package) -> Iterator[Finding]:
    for name in package.twice:
        what = _("Two files of the zip are called %(name)s.") % {"name": name}
        yield Finding(Severity.FAULT, "file-twice", "", what, _("Keep one of the two."), part=name)
    for name in sorted(package.files):
        if name.endswith(".csv") and name not in BY_TABLE:
            yield _unknown_table(name)
    if "services.csv" not in package.files:
        what = _("There is no services.csv.")
        yield Finding(
            Severity.WARNING, "no-services", "", what, _("Add it: services are what people look for.")
        )


def _unknown_table(name: str) -> Finding:
    what = _("HSDS 3.1 has no table %(name)s.") % {"name": name}
    if name in OF_OLD_VERSIONS:
        mend = _("It is of HSDS 1 or 2: move what it says to the tables of 3.1.")
        return Finding(Severity.FAULT, "old-table", "", what, mend, part=name)
    meant = nearest(name.removesuffix(".csv"), (table.removesuffix(".csv") for table in BY_TABLE))
    mend = _("Did you mean “%(meant)s”?") % {"meant": f"{meant}.csv"} if meant else _("Leave it out.")
    return Finding(Severity.WARNING, "unknown-table", "", what, mend, part=name)
