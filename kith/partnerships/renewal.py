"""The words of a renewal: as they are, with new dates, and without those who have left."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from kith.partnerships.clauses.meeting import MeetingCadence
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.wording import Wording


def renewed(wording: Wording, *, starts_on: date, review_on: date | None, ends_on: date | None) -> Wording:
    """The same words for another time."""
    return replace(wording, starts_on=starts_on, review_on=review_on, ends_on=ends_on)


def without(wording: Wording, gone: frozenset[UUID]) -> Wording:
    """The same words with neither those parties nor what they owe or are owed.

    A route that took requests from them alone goes, too: with nobody named it would open to all.
    """
    return replace(
        wording,
        parties=tuple(party for party in wording.parties if party.organization_id not in gone),
        clauses=tuple(_clauses_without(wording.clauses, gone)),
    )


def _clauses_without(clauses: Iterable[StatedClause], gone: frozenset[UUID]) -> Iterator[StatedClause]:
    for clause in clauses:
        body = clause.body
        if gone.intersection((clause.organization_id, clause.to_organization_id)):
            continue
        if isinstance(body, ReferralRoute):
            accepts = _stay(body.accepts_from, gone)
            if bool(accepts) == bool(body.accepts_from):
                yield replace(clause, body=replace(body, accepts_from=accepts, then=_stay(body.then, gone)))
        elif isinstance(body, MeetingCadence):
            yield replace(clause, body=replace(body, escalation=_stay(body.escalation, gone)))
        else:
            yield clause


def _stay(organization_ids: tuple[UUID, ...], gone: frozenset[UUID]) -> tuple[UUID, ...]:
    return tuple(one for one in organization_ids if one not in gone)
