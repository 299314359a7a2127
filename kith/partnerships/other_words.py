"""What a partner without an account can change by itself: one number of a simple clause, and the dates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.answering import MOST_DAYS
from kith.partnerships.clauses.giving import MOST
from kith.partnerships.clauses.places import MOST_PLACES
from kith.partnerships.clauses.stated import StatedClause, read_body
from kith.partnerships.wording import Wording


@dataclass(frozen=True, slots=True)
class SimpleNumber:
    """The one number of a clause: its field, and the most it may be (the least is 1)."""

    field: str
    most: int


SIMPLE: Mapping[ClauseKind, SimpleNumber] = {
    ClauseKind.RESPONSE_PROMISE: SimpleNumber("days", MOST_DAYS),
    ClauseKind.FOLLOW_UP_PROMISE: SimpleNumber("days", MOST_DAYS),
    ClauseKind.CAPACITY_PLEDGE: SimpleNumber("places", MOST_PLACES),
    ClauseKind.CONTRIBUTION: SimpleNumber("amount", MOST),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWords:
    """What a party would like: words beside clauses (None: the whole), numbers by clause, dates."""

    said: Mapping[UUID | None, str]
    numbers: Mapping[UUID, int]
    starts_on: date
    review_on: date | None
    ends_on: date | None


def number_of(clause: StatedClause) -> int | None:
    """The number that may be changed; None for a clause that needs a talk."""
    simple = SIMPLE.get(clause.kind)
    found = clause.terms.get(simple.field) if simple else None
    return found if isinstance(found, int) else None


def with_other_words(wording: Wording, wish: OtherWords) -> Wording:
    """The wording with the other numbers and dates. Raises BadClause."""
    return replace(
        wording,
        clauses=tuple(_changed(clause, wish.numbers) for clause in wording.clauses),
        starts_on=wish.starts_on,
        review_on=wish.review_on,
        ends_on=wish.ends_on,
    )


def _changed(clause: StatedClause, numbers: Mapping[UUID, int]) -> StatedClause:
    simple, number = SIMPLE.get(clause.kind), numbers.get(clause.key)
    if simple is None or number is None or number == number_of(clause):
        return clause
    return replace(clause, body=read_body(clause.kind, {**clause.terms, simple.field: number}))
