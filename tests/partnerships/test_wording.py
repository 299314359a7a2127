from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kith.consent.terms import ASK_KINDS, Kind
from kith.core.errors import BadInput
from kith.core.ids import uuid7
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.errors import BadDates, BadWording, PromiseWithoutParty
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise, Wording, digest_of, plain_clauses
from kith.partnerships.wording_check import check_wording

A, B = uuid7(), uuid7()
GOOD = Wording(
    title="Answering each other",
    purpose="An answer for everyone who asks.",
    parties=(Party(A, PartyRole.LEAD), Party(B, PartyRole.RECEIVER)),
    clauses=plain_clauses([Promise(B, 2)], ASK_KINDS),
    starts_on=date(2026, 1, 1),
    review_on=date(2026, 7, 1),
    ends_on=date(2026, 12, 31),
)


def with_days(wording: Wording, organization_id: UUID, days: int) -> Wording:
    """The same wording, keys and all, with another promise."""
    first, *others = wording.clauses
    promise = replace(first, organization_id=organization_id, body=ResponsePromise(days=days))
    return replace(wording, clauses=(promise, *others))


def with_kinds(wording: Wording, kinds: frozenset[Kind]) -> Wording:
    """The same wording with another scope."""
    *others, last = wording.clauses
    return replace(wording, clauses=(*others, replace(last, body=DataScope(kinds=kinds))))


def test_a_whole_wording_passes() -> None:
    check_wording(GOOD)
    check_wording(replace(GOOD, review_on=None, ends_on=None, clauses=()))


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda w: replace(w, title=" "), BadWording),
        (lambda w: replace(w, title="x" * 201), BadWording),
        (lambda w: replace(w, purpose=""), BadWording),
        (lambda w: replace(w, parties=w.parties[:1], clauses=()), BadWording),
        (lambda w: replace(w, parties=(*w.parties, w.parties[0])), BadWording),
        (lambda w: replace(w, clauses=plain_clauses([Promise(uuid7(), 2)], ASK_KINDS)), PromiseWithoutParty),
        (
            lambda w: replace(w, clauses=plain_clauses([Promise(B, 2), Promise(B, 3)], ASK_KINDS)),
            PromiseWithoutParty,
        ),
        (lambda w: replace(w, clauses=plain_clauses([Promise(B, 0)], ASK_KINDS)), PromiseWithoutParty),
        (lambda w: replace(w, clauses=plain_clauses([Promise(B, 61)], ASK_KINDS)), PromiseWithoutParty),
        (lambda w: replace(w, ends_on=date(2025, 12, 31)), BadDates),
        (lambda w: replace(w, review_on=date(2025, 12, 31)), BadDates),
        (lambda w: replace(w, review_on=date(2027, 1, 1)), BadDates),
    ],
)
def test_a_wording_that_cannot_be_kept_is_turned_away(
    spoil: Callable[[Wording], Wording], error: type[BadInput]
) -> None:
    with pytest.raises(error):
        check_wording(spoil(GOOD))


def test_the_digest_does_not_depend_on_the_order_of_parties() -> None:
    assert digest_of(replace(GOOD, parties=GOOD.parties[::-1])) == digest_of(GOOD)


@pytest.mark.parametrize(
    "change",
    [
        lambda w: replace(w, title="Other words"),
        lambda w: replace(w, purpose="Other words"),
        lambda w: with_days(w, B, 3),
        lambda w: with_days(w, A, 2),
        lambda w: with_kinds(w, w.scope | {Kind.NAME}),
        lambda w: replace(w, parties=(Party(A, PartyRole.LEAD), Party(B, PartyRole.CONSULTANT))),
        lambda w: replace(w, starts_on=date(2026, 1, 2)),
        lambda w: replace(w, review_on=None),
        lambda w: replace(w, ends_on=None),
    ],
)
def test_the_digest_changes_with_every_word_and_clause(change: Callable[[Wording], Wording]) -> None:
    assert digest_of(change(GOOD)) != digest_of(GOOD)


def test_a_scope_without_anything_says_that_nothing_may_be_told() -> None:
    nothing = DataScope(kinds=frozenset())

    assert nothing.sentences() == ["Nothing about a person may be told."]
