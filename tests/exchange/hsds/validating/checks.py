"""Running a check in a test, and asking what it found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kith.exchange.hsds.validating.check_file import check_path
from kith.exchange.hsds.validating.checking import Wish
from kith.exchange.hsds.validating.finding import Finding, Severity
from kith.exchange.hsds.validating.tally import Tally

TODAY = date(2026, 6, 1)
WISH = Wish("", TODAY, frozenset())


def checked(path: Path, text: str | bytes | None = None, wish: Wish = WISH) -> Tally:
    """The check of a file, which is written first where its text is given."""
    if text is not None:
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return check_path(path, wish)


def findings(tally: Tally) -> Iterator[Finding]:
    return (one for _severity, _kind, _count, kept in tally.groups() for one in kept)


def kinds(tally: Tally) -> set[str]:
    return {kind for _severity, kind in tally.counts}


def faults(tally: Tally) -> list[tuple[str, str, int, str]]:
    """Kind, file, line and pointer of each fault."""
    return [
        (one.kind, one.part, one.line, one.pointer)
        for one in findings(tally)
        if one.severity is Severity.FAULT
    ]


def short(value: object) -> str:
    """A name for a case, however long what it holds is."""
    return repr(value)[:40]
