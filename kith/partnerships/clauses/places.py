"""Clauses about places: how many are kept free, and which service takes asks from whom."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.given import Given
from kith.partnerships.clauses.words import Period, named

MOST_PLACES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityPledge:
    """`places` in each `per` are kept for the partners, in the clause's service, for `population`."""

    kind: ClassVar[ClauseKind] = ClauseKind.CAPACITY_PLEDGE
    places: int
    per: Period
    population: str = ""

    @classmethod
    def read(cls, given: Given) -> "CapacityPledge":
        """From terms. Raises BadClause."""
        return cls(
            places=given.number("places", least=1, most=MOST_PLACES),
            per=given.code("per", Period),
            population=given.words("population"),
        )

    def sentences(self) -> list[str]:
        """The clause in words."""
        weekly = ngettext(
            "Keeps %(n)d place free each week.", "Keeps %(n)d places free each week.", self.places
        )
        monthly = ngettext(
            "Keeps %(n)d place free each month.", "Keeps %(n)d places free each month.", self.places
        )
        said = (weekly if self.per is Period.WEEK else monthly) % {"n": self.places}
        if not self.population:
            return [said]
        return [said, _("They are for: %(population)s.") % {"population": self.population}]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRoute:
    """The clause's service (none: every service of the party) takes asks from `accepts_from`.

    An empty `accepts_from` is every other party. `then` are the organisations to ask next, in order.
    """

    kind: ClassVar[ClauseKind] = ClauseKind.REFERRAL_ROUTE
    accepts_from: tuple[UUID, ...] = ()
    then: tuple[UUID, ...] = ()

    @classmethod
    def read(cls, given: Given) -> "ReferralRoute":
        """From terms. Raises BadClause."""
        return cls(accepts_from=given.ids("accepts_from"), then=given.ids("then"))

    def sentences(self) -> list[str]:
        """The clause in words, with ids in braces for the names."""
        said = [
            _("Takes requests from %(names)s.") % {"names": named(self.accepts_from)}
            if self.accepts_from
            else _("Takes requests from every other party.")
        ]
        if self.then:
            said.append(
                _("If it cannot, these are asked next, in this order: %(names)s.")
                % {"names": named(self.then)}
            )
        return said
