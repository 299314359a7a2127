"""Clauses about what a party gives: hours, rooms, interpreters, money, training."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.partnerships.clause_terms import GIFT_WORDS, PERIOD_WORDS, ClauseKind, Gift
from kith.partnerships.clauses.given import Given
from kith.partnerships.clauses.words import Currency, Period, listed, money
from kith.partnerships.errors import BadClause

MOST = 1_000_000
MOST_MINOR = 10**12


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What the party gives in kind: `amount` of `gift` in each `per` (None: once), and what it is."""

    kind: ClassVar[ClauseKind] = ClauseKind.CONTRIBUTION
    gift: Gift
    amount: int
    per: Period | None
    what: str

    @classmethod
    def read(cls, given: Given) -> "Contribution":
        """From terms. Raises BadClause."""
        return cls(
            gift=given.code("gift", Gift),
            amount=given.number("amount", least=1, most=MOST),
            per=given.code("per", Period) if given.terms.get("per") else None,
            what=given.words("what"),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        words = {"gift": str(GIFT_WORDS[self.gift]), "n": self.amount}
        if self.per is None:
            said = _("Gives once: %(gift)s, %(n)d.") % words
        else:
            said = _("Gives %(per)s: %(gift)s, %(n)d.") % {**words, "per": str(PERIOD_WORDS[self.per])}
        return [said, self.what] if self.what else [said]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPledge:
    """The party gives a training of `hours` on `topic` to the others, before `by_on` if there is a day."""

    kind: ClassVar[ClauseKind] = ClauseKind.TRAINING_PLEDGE
    topic: str
    hours: int
    by_on: date | None = None

    @classmethod
    def read(cls, given: Given) -> "TrainingPledge":
        """From terms. Raises BadClause."""
        return cls(
            topic=given.needed_words("topic"),
            hours=given.number("hours", least=1, most=1000),
            by_on=given.day_or_none("by_on"),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        said = ngettext(
            "Gives a training of %(hours)d hour to the other parties: %(topic)s.",
            "Gives a training of %(hours)d hours to the other parties: %(topic)s.",
            self.hours,
        ) % {"hours": self.hours, "topic": self.topic}
        return [said, _("By %(day)s.") % {"day": date_format(self.by_on, "j F Y")}] if self.by_on else [said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """`amount_minor` of `currency` is paid on each day of `due_on`, for `deliverable`.

    A flexible one may be varied in what is delivered, openly, without being less paid.
    """

    kind: ClassVar[ClauseKind] = ClauseKind.PAYMENT
    amount_minor: int
    currency: Currency
    due_on: tuple[date, ...]
    deliverable: str
    is_flexible: bool = False

    @classmethod
    def read(cls, given: Given) -> "Payment":
        """From terms. Raises BadClause."""
        found = cls(
            amount_minor=given.number("amount_minor", least=1, most=MOST_MINOR),
            currency=given.code("currency", Currency),
            due_on=given.days("due_on"),
            deliverable=given.needed_words("deliverable"),
            is_flexible=given.flag("is_flexible"),
        )
        if not found.due_on:
            raise BadClause(field="due_on")
        return found

    def sentences(self) -> list[str]:
        """The clause in words."""
        days = listed(date_format(day, "j F Y") for day in self.due_on)
        said = _("Pays %(amount)s on: %(days)s.") % {
            "amount": money(self.amount_minor, self.currency),
            "days": days,
        }
        what = _("It is for: %(deliverable)s.") % {"deliverable": self.deliverable}
        if not self.is_flexible:
            return [said, what]
        return [said, what, _("What is delivered may be changed when people need something else, openly.")]
