"""Clauses about staying in touch: meetings, whom to call when it is stuck, and looking at it again."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.given import Given
from kith.partnerships.clauses.words import listed, named
from kith.partnerships.errors import BadClause

MOST_WEEKS = 52
MOST_MINUTES = 600
MOST_MONTHS = 60
MOST_REMIND_DAYS = 365
REMIND_DAYS = (60, 14)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCadence:
    """The parties meet every so many weeks; `escalation` are the organisations to call first, in order."""

    kind: ClassVar[ClauseKind] = ClauseKind.MEETING_CADENCE
    every_weeks: int
    minutes: int
    where: str = ""
    agenda: tuple[str, ...] = ()
    escalation: tuple[UUID, ...] = ()

    @classmethod
    def read(cls, given: Given) -> "MeetingCadence":
        """From terms. Raises BadClause."""
        return cls(
            every_weeks=given.number("every_weeks", least=1, most=MOST_WEEKS),
            minutes=given.number("minutes", least=5, most=MOST_MINUTES),
            where=given.words("where"),
            agenda=given.lines("agenda"),
            escalation=given.ids("escalation"),
        )

    def sentences(self) -> list[str]:
        """The clause in words, with ids in braces for the names."""
        said = ngettext(
            "The parties meet every %(weeks)d week for %(minutes)d minutes.",
            "The parties meet every %(weeks)d weeks for %(minutes)d minutes.",
            self.every_weeks,
        ) % {"weeks": self.every_weeks, "minutes": self.minutes}
        where = [_("Where: %(where)s.") % {"where": self.where}] if self.where else []
        agenda = (
            [_("Always on the agenda: %(lines)s.") % {"lines": listed(self.agenda)}] if self.agenda else []
        )
        stuck = (
            [_("When something is stuck, call first: %(names)s.") % {"names": named(self.escalation)}]
            if self.escalation
            else []
        )
        return [said, *where, *agenda, *stuck]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCycle:
    """The agreement is looked at every so many months; all are reminded so many days before."""

    kind: ClassVar[ClauseKind] = ClauseKind.REVIEW_CYCLE
    every_months: int
    remind_days: tuple[int, ...] = REMIND_DAYS

    @classmethod
    def read(cls, given: Given) -> "ReviewCycle":
        """From terms. Raises BadClause."""
        found = cls(
            every_months=given.number("every_months", least=1, most=MOST_MONTHS),
            remind_days=given.numbers("remind_days", least=1, most=MOST_REMIND_DAYS),
        )
        if not found.remind_days:
            raise BadClause(field="remind_days")
        return found

    def sentences(self) -> list[str]:
        """The clause in words."""
        said = ngettext(
            "The parties look at this agreement every %(months)d month and say what should change.",
            "The parties look at this agreement every %(months)d months and say what should change.",
            self.every_months,
        ) % {"months": self.every_months}
        days = listed(str(days) for days in self.remind_days)
        return [said, _("All are reminded so many days before: %(days)s.") % {"days": days}]
