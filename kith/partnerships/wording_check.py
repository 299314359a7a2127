"""Whether a wording can be kept: its parties, its dates, and clauses that fit each other."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.answering import MOST_DAYS, ResponsePromise
from kith.partnerships.clauses.giving import Payment, TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.stated import OF_ALL, StatedClause, read_body, read_tolerance
from kith.partnerships.errors import (
    BadClause,
    BadDates,
    BadWording,
    ClauseMistake,
    ClausesDisagree,
    PromiseWithoutParty,
)
from kith.partnerships.negotiation_errors import NamesNoParty
from kith.partnerships.wording import LONGEST_TITLE, Wording

FEWEST_PARTIES = 2
LONGEST_NOTE = 2000
MANY = frozenset({ClauseKind.CONTRIBUTION, ClauseKind.TRAINING_PLEDGE, ClauseKind.PAYMENT})
"""Clauses of which one party may owe several at once."""


def check_wording(wording: Wording) -> None:
    """Let a wording pass that can be kept.

    Raises BadWording, PromiseWithoutParty, BadClause, NamesNoParty, ClausesDisagree or BadDates; what is
    about clauses says which.
    """
    organizations = [party.organization_id for party in wording.parties]
    is_titled = 0 < len(wording.title.strip()) <= LONGEST_TITLE and bool(wording.purpose.strip())
    is_many = len(organizations) >= FEWEST_PARTIES and len(set(organizations)) == len(organizations)
    if not is_titled or not is_many or sum(party.must_sign for party in wording.parties) < FEWEST_PARTIES:
        raise BadWording
    for clause in wording.clauses:
        _check_alone(clause, wording)
    _check_they_agree(wording.clauses)
    _check_dates(wording)


def _check_alone(clause: StatedClause, wording: Wording) -> None:
    try:
        _check_clause(clause, frozenset(party.organization_id for party in wording.parties))
        _check_terms(clause)
        _check_days(clause, wording)
    except ClauseMistake as mistake:
        mistake.clause_keys = (clause.key,)
        raise


def _check_clause(clause: StatedClause, parties: frozenset[UUID]) -> None:
    named = {clause.organization_id, clause.to_organization_id, *_named_in(clause)} - {None}
    body = clause.body
    if isinstance(body, ResponsePromise) and not (
        clause.organization_id in parties and 1 <= body.days <= MOST_DAYS
    ):
        raise PromiseWithoutParty
    if not named <= parties:
        raise NamesNoParty(field="organization")
    if clause.kind not in OF_ALL and clause.organization_id is None:
        raise BadClause(field="organization")
    if clause.organization_id is not None and clause.organization_id == clause.to_organization_id:
        raise BadClause(field="to_organization")


def _check_terms(clause: StatedClause) -> None:
    """Whoever wrote the clause, its terms can be read again, and it leads to nobody by itself."""
    read_body(clause.kind, clause.terms)
    read_tolerance(clause.terms)
    if len(clause.note) > LONGEST_NOTE:
        raise BadClause(field="note")
    for field in ("accepts_from", "then"):
        if clause.organization_id in getattr(clause.body, field, ()):
            raise BadClause(field=field)


def _named_in(clause: StatedClause) -> Iterable[UUID]:
    body = clause.body
    if isinstance(body, ReferralRoute):
        return (*body.accepts_from, *body.then)
    return body.escalation if isinstance(body, MeetingCadence) else ()


def _check_days(clause: StatedClause, wording: Wording) -> None:
    """What is to be done by a day is to be done while the agreement lasts."""
    body = clause.body
    days = body.due_on if isinstance(body, Payment) else ()
    if isinstance(body, TrainingPledge) and body.by_on is not None:
        days = (body.by_on,)
    if any(not wording.starts_on <= day <= (wording.ends_on or date.max) for day in days):
        raise BadDates(field="due_on" if isinstance(body, Payment) else "by_on")


def _check_they_agree(clauses: tuple[StatedClause, ...]) -> None:
    """The same party cannot owe the same to the same twice. One service may differ from all services."""
    same: dict[object, list[StatedClause]] = {}
    for clause in clauses:
        same.setdefault(clause.key if clause.kind in MANY else _about(clause), []).append(clause)
    for twice in same.values():
        if len(twice) > 1:
            keys = tuple(clause.key for clause in twice)
            promised = all(clause.kind is ClauseKind.RESPONSE_PROMISE for clause in twice)
            raise (PromiseWithoutParty if promised else ClausesDisagree)(clause_keys=keys)
    if len({clause.key for clause in clauses}) < len(clauses):
        raise ClausesDisagree


def _about(clause: StatedClause) -> tuple[object, ...]:
    """What a clause settles. Places for the same people by week and by month would be two answers."""
    body = clause.body
    within = body.population if isinstance(body, CapacityPledge) else None
    return clause.kind, clause.organization_id, clause.to_organization_id, clause.service_id, within


def _check_dates(wording: Wording) -> None:
    last = wording.ends_on or date.max
    if not wording.starts_on <= last:
        raise BadDates
    if wording.review_on is not None and not wording.starts_on <= wording.review_on <= last:
        raise BadDates
