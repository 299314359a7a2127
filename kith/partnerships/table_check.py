"""What is said of a partnership, read and checked once for all actions."""

from dataclasses import dataclass

from kith.partnerships.table_errors import BadPartnership
from kith.partnerships.table_terms import EcologicalLevel

LONGEST_NAME = 200
LONGEST_ISSUE = 300
LONGEST_WORDS = 5000


@dataclass(frozen=True, slots=True)
class AboutIt:
    """The issue, what the table is called and for, and the levels it works at."""

    issue: str
    name: str
    purpose: str
    levels: frozenset[EcologicalLevel]

    @property
    def level_codes(self) -> list[str]:
        """The levels from the person outwards."""
        return [level.value for level in EcologicalLevel if level in self.levels]


def checked(said: AboutIt) -> AboutIt:
    """The same without blanks around. Raises BadPartnership, naming the field."""
    found = AboutIt(said.issue.strip(), said.name.strip(), said.purpose.strip(), said.levels)
    if not found.issue or len(found.issue) > LONGEST_ISSUE:
        raise BadPartnership(field="issue")
    if not found.name or len(found.name) > LONGEST_NAME:
        raise BadPartnership(field="name")
    if len(found.purpose) > LONGEST_WORDS:
        raise BadPartnership(field="purpose")
    if not found.levels:
        raise BadPartnership(field="levels")
    return found
