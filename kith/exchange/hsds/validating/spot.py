"""Where a record stands: the file, the line, or the way to it in a longer document."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kith.exchange.hsds.validating.finding import Finding


@dataclass(frozen=True, slots=True)
class Spot:
    """`part`: file of a package, or address; `line`: counted from 1; `prefix`: JSON pointer to the record."""

    part: str = ""
    line: int = 0
    prefix: str = ""

    def of(self, finding: Finding) -> Finding:
        """The finding, with where its record stands."""
        return replace(finding, part=self.part, line=self.line, pointer=self.prefix + finding.pointer)

    def spoken(self) -> str:
        """For people: `services.csv, line 3`."""
        return where(self.part, self.line, self.prefix) or _("another place in this record")


def where(part: str, line: int, pointer: str) -> str:
    """Where that is, for people; empty for the record itself."""
    counted = _("row %(line)s") if part.endswith(".csv") else _("line %(line)s")
    return ", ".join(filter(None, (part, counted % {"line": line} if line else "", pointer)))
