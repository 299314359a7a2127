from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kith.consent.terms import ASK_KINDS, Kind
from kith.core.errors import BadInput
from kith.core.ids import uuid7
from kith.partnerships.errors import BadDates, BadWording, PromiseWithoutParty
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise, Wording, check_wording, digest_of

A, B = uuid7(), uuid7()
GOOD = Wording(
    title="Answering each other",
    purpose="An answer for everyone who asks.",
    parties=(Party(A, PartyRole.LEAD), Party(B, PartyRole.RECEIVER)),
    promises=(Promise(B, 2),),
    scope=ASK_KINDS,
    starts_on=date(2026, 1, 1),
    review_on=date(2026, 7, 1),
    ends_on=date(2026, 12, 31),
)


def test_a_whole_wording_passes() -> None:
    check_wording(GOOD)
    check_wording(replace(GOOD, review_on=None, ends_on=None, promises=(), scope=frozenset()))


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda w: replace(w, title=" "), BadWording),
        (lambda w: replace(w, title="x" * 201), BadWording),
        (lambda w: replace(w, purpose=""), BadWording),
        (lambda w: replace(w, parties=w.parties[:1], promises=()), BadWording),
        (lambda w: replace(w, parties=(*w.parties, w.parties[0])), BadWording),
        (lambda w: replace(w, promises=(Promise(uuid7(), 2),)), PromiseWithoutParty),
        (lambda w: replace(w, promises=(Promise(B, 2), Promise(B, 3))), PromiseWithoutParty),
        (lambda w: replace(w, promises=(Promise(B, 0),)), PromiseWithoutParty),
        (lambda w: replace(w, promises=(Promise(B, 61),)), PromiseWithoutParty),
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
        lambda w: replace(w, promises=(Promise(B, 3),)),
        lambda w: replace(w, promises=(Promise(A, 2),)),
        lambda w: replace(w, scope=w.scope | {Kind.NAME}),
        lambda w: replace(w, parties=(Party(A, PartyRole.LEAD), Party(B, PartyRole.CONSULTANT))),
        lambda w: replace(w, starts_on=date(2026, 1, 2)),
        lambda w: replace(w, review_on=None),
        lambda w: replace(w, ends_on=None),
    ],
)
def test_the_digest_changes_with_every_word_and_clause(change: Callable[[Wording], Wording]) -> None:
    assert digest_of(change(GOOD)) != digest_of(GOOD)
