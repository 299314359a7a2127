"""One thing that a check found, with the way to mend it."""

import json
from dataclasses import dataclass
from enum import StrEnum

from kith.directory.records import Json

LONGEST_SHOWN = 60


class Severity(StrEnum):
    """How bad: a fault breaks the standard or cannot be true; a warning misleads; a note is good to know."""

    FAULT = "fault"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    `kind` is a code that never changes; `pointer` is a JSON pointer (RFC 6901) into the record. `part` is the
    file of a package or the address asked, `line` the line, row or record in it; 0 where there is only one.
    """

    severity: Severity
    kind: str
    pointer: str
    what: str
    mend: str
    part: str = ""
    line: int = 0


def shown(value: Json) -> str:
    """The value as it may stand in a sentence: short, and without signs that a terminal would obey."""
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = value if isinstance(value, str) else json.dumps(value)
    cut = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in cut)


def step(name: str | int) -> str:
    """One step of a JSON pointer."""
    return "/" + str(name).replace("~", "~0").replace("/", "~1")
