"""Clauses about answers: how soon a party answers, and how often it says how it goes."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import ngettext

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.given import Given

MOST_DAYS = 60
MOST_HOURS = 100
MOST_WEEKS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsePromise:
    """An ask is answered within `days` of the party's own working days.

    An urgent one within `urgent_hours` of its own open hours; None: as any other.
    """

    kind: ClassVar[ClauseKind] = ClauseKind.RESPONSE_PROMISE
    days: int
    urgent_hours: int | None = None

    @classmethod
    def read(cls, given: Given) -> "ResponsePromise":
        """From terms. Raises BadClause."""
        return cls(
            days=given.number("days", least=1, most=MOST_DAYS),
            urgent_hours=given.number_or_none("urgent_hours", least=1, most=MOST_HOURS),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        said = ngettext(
            "Answers each request within %(days)d of its own working days.",
            "Answers each request within %(days)d of its own working days.",
            self.days,
        ) % {"days": self.days}
        if self.urgent_hours is None:
            return [said]
        urgent = ngettext(
            "Answers an urgent request within %(hours)d hour in which it is open.",
            "Answers an urgent request within %(hours)d hours in which it is open.",
            self.urgent_hours,
        ) % {"hours": self.urgent_hours}
        return [said, urgent]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPromise:
    """After a first meeting the party says within `days` working days how it went, then every `weeks`."""

    kind: ClassVar[ClauseKind] = ClauseKind.FOLLOW_UP_PROMISE
    days: int
    weeks: int | None = None

    @classmethod
    def read(cls, given: Given) -> "FollowUpPromise":
        """From terms. Raises BadClause."""
        return cls(
            days=given.number("days", least=1, most=MOST_DAYS),
            weeks=given.number_or_none("weeks", least=1, most=MOST_WEEKS),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        said = ngettext(
            "Says how the first meeting went within %(days)d of its own working days.",
            "Says how the first meeting went within %(days)d of its own working days.",
            self.days,
        ) % {"days": self.days}
        if self.weeks is None:
            return [said]
        again = ngettext(
            "Then says how it goes every %(weeks)d week until the help ends.",
            "Then says how it goes every %(weeks)d weeks until the help ends.",
            self.weeks,
        ) % {"weeks": self.weeks}
        return [said, again]
