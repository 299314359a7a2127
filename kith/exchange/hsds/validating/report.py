"""The report: for people, grouped and with the way to mend each; for machines, as JSON."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.directory.records import Json
from kith.exchange.hsds.validating.finding import Finding, Severity
from kith.exchange.hsds.validating.spot import where
from kith.exchange.hsds.validating.tally import Tally


def report_lines(tally: Tally, source: str, most: int) -> Iterator[str]:
    """The report in lines: the worst first, `most` of each kind."""
    for severity, kind, count, kept in tally.groups():
        yield f"{_severity_word(severity)}: {kind} ({count})"
        few = kept[: max(most, 0)]
        yield from _shown(few)
        if count > len(few):
            yield "  " + _("… and %(more)s more.") % {"more": count - len(few)}
        yield ""
    yield _records(tally.records, source) + " " + summary(tally)


def _shown(findings: list[Finding]) -> Iterator[str]:
    """Each finding; the way to mend once for those that follow each other and need the same."""
    for number, finding in enumerate(findings):
        place = where(finding.part, finding.line, finding.pointer)
        yield f"  {shown_place(place)}: {finding.what}" if place else f"  {finding.what}"
        following = findings[number + 1].mend if number + 1 < len(findings) else ""
        if finding.mend != following:
            yield f"    → {finding.mend}"


def shown_place(place: str) -> str:
    """Where it is, without signs that a terminal would obey: names of fields come from the file."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in place)


def _severity_word(severity: Severity) -> str:
    return {
        Severity.FAULT: _("Fault"),
        Severity.WARNING: _("Warning"),
        Severity.NOTE: _("Note"),
    }[severity]


def _records(count: int, source: str) -> str:
    words = ngettext(
        "%(count)s record of %(source)s was checked.", "%(count)s records of %(source)s were checked.", count
    )
    return words % {"count": count, "source": shown_place(source)}


def summary(tally: Tally) -> str:
    """How much was found, in one sentence."""
    counts = {
        "faults": tally.total(Severity.FAULT),
        "warnings": tally.total(Severity.WARNING),
        "notes": tally.total(Severity.NOTE),
    }
    return _("Faults: %(faults)s. Warnings: %(warnings)s. Notes: %(notes)s.") % counts


def report_json(tally: Tally, source: str) -> dict[str, Json]:
    """The report for machines: all counts, and of each kind the first thousand findings."""
    kinds: list[Json] = []
    findings: list[Json] = []
    for severity, kind, count, kept in tally.groups():
        kinds.append({"severity": severity.value, "kind": kind, "count": count})
        findings.extend(_as_json(finding) for finding in kept)
    return {
        "source": source,
        "records": tally.records,
        "faults": tally.total(Severity.FAULT),
        "warnings": tally.total(Severity.WARNING),
        "notes": tally.total(Severity.NOTE),
        "kinds": kinds,
        "findings": findings,
    }


def _as_json(finding: Finding) -> dict[str, Json]:
    return {
        "severity": finding.severity.value,
        "kind": finding.kind,
        "part": finding.part,
        "line": finding.line or None,
        "pointer": finding.pointer,
        "what": finding.what,
        "mend": finding.mend,
    }
