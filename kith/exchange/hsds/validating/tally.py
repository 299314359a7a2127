"""Counting what was found, and keeping enough of it to show."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kith.exchange.hsds.validating.finding import Finding, Severity

MOST_KEPT_OF_A_KIND = 1000
FIELDS_A_PROFILE_ADDS = "extra-field"
FIELD_KINDS = frozenset({FIELDS_A_PROFILE_ADDS, "misspelt-field", "profile-field"})


@dataclass(slots=True)
class Tally:
    """Findings by severity and kind: all counted, the first thousand of each kept.

    `allowed` are fields of the publisher's own profile; `has_profile` makes other extra fields warnings.
    """

    allowed: frozenset[str]
    has_profile: bool = False
    records: int = 0
    counts: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    _kept: dict[tuple[Severity, str], list[Finding]] = field(default_factory=dict)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count the findings."""
        for finding in findings:
            if finding.kind in FIELD_KINDS and finding.pointer.rsplit("/", maxsplit=1)[-1] in self.allowed:
                continue
            self._count(self._by_profile(finding))

    def _by_profile(self, finding: Finding) -> Finding:
        is_extra = self.has_profile and finding.kind == FIELDS_A_PROFILE_ADDS
        return replace(finding, severity=Severity.WARNING) if is_extra else finding

    def _count(self, finding: Finding) -> None:
        key = (finding.severity, finding.kind)
        self.counts[key] += 1
        kept = self._kept.setdefault(key, [])
        if len(kept) < MOST_KEPT_OF_A_KIND:
            kept.append(finding)

    def total(self, severity: Severity) -> int:
        """How many of that severity."""
        return sum(count for (found, _kind), count in self.counts.items() if found is severity)

    def groups(self) -> Iterator[tuple[Severity, str, int, list[Finding]]]:
        """Worst first, then by number: severity, kind, how many, and those that were kept."""
        order = list(Severity)
        for key, count in sorted(
            self.counts.items(), key=lambda one: (order.index(one[0][0]), -one[1], one[0][1])
        ):
            yield *key, count, self._kept[key]
