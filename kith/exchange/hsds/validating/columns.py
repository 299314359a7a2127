"""The columns of a table: unknown, missing, or there twice."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.standard.fields import HsdsObject
from kith.exchange.hsds.validating.finding import Finding, Severity, shown, step
from kith.exchange.hsds.validating.near import nearest

MOST_TOLD = 50


def column_findings(header: list[str], of: HsdsObject) -> Iterator[Finding]:
    """What is wrong with the first line of a table."""
    known = [column.name for column in of.columns]
    for name in (*of.needed, *of.needed_in_table):
        if name in known and name not in header:
            what = _("The column “%(name)s” is missing.") % {"name": name}
            yield _finding("missing-column", name, what, _("Add it: the standard needs it in each row."))
    yield from extra_columns(header, of)
    for name in sorted({name for name in header if header.count(name) > 1})[:MOST_TOLD]:
        what = _("The column “%(name)s” stands twice.") % {"name": shown(name)}
        yield _finding("column-twice", name, what, _("Keep one of the two."))


def extra_columns(header: list[str], of: HsdsObject) -> Iterator[Finding]:
    """Columns that the standard does not know."""
    known = [column.name for column in of.columns]
    for name in [name for name in header if name not in known][:MOST_TOLD]:
        yield _unknown(name, [one for one in known if one not in header], of)


def _unknown(name: str, free: list[str], of: HsdsObject) -> Finding:
    what = _("“%(name)s” is no column of %(table)s.") % {"name": shown(name), "table": of.table}
    if meant := nearest(name, free):
        return _finding("misspelt-field", name, what, _("Did you mean “%(meant)s”?") % {"meant": meant})
    mend = _("Take it out, put it into “attributes”, or allow it with --allow-field if your profile has it.")
    return _finding("extra-field", name, what, mend)


def _finding(kind: str, name: str, what: str, mend: str) -> Finding:
    return Finding(Severity.FAULT, kind, step(name), what, mend)
