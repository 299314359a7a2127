"""Parts of a wording: the words without the clauses, what a short form shows, who has left."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from kith.consent.terms import ASK_KINDS, NAME_KINDS
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.meeting import MeetingCadence
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import Body, StatedClause
from kith.partnerships.wording import Party, Wording, digest_of

SHORT_FORM_KINDS = ASK_KINDS | NAME_KINDS
"""Of what may be told, the kinds that the short form shows."""


def words_digest(wording: Wording) -> str:
    """SHA-256 of all but the clauses."""
    return digest_of(replace(wording, clauses=()))


def is_in_short_form(clause: StatedClause) -> bool:
    """A promise to all for all services, or what may be told between all."""
    is_for_all = clause.to_organization_id is None and clause.service_id is None
    of_one = isinstance(clause.body, ResponsePromise) and clause.organization_id is not None
    of_all = isinstance(clause.body, DataScope) and clause.organization_id is None
    return is_for_all and (of_one or of_all)


def kept_beside(before: Wording, short: Wording) -> Wording:
    """What the short form says, with everything of `before` that the form does not show."""
    return replace(
        short,
        free_text=before.free_text,
        language=before.language,
        parties=_parties(before.parties, short.parties),
        clauses=tuple(_clauses(before.clauses, short.clauses)),
    )


def without_parties(wording: Wording, gone: frozenset[UUID]) -> Wording:
    """The same without these parties, and without what they owe or are owed."""
    return replace(
        wording,
        parties=tuple(party for party in wording.parties if party.organization_id not in gone),
        clauses=tuple(
            replace(clause, body=_without(clause.body, gone))
            for clause in wording.clauses
            if not {clause.organization_id, clause.to_organization_id} & gone
            and not _is_only_for(clause, gone)
        ),
    )


def _is_only_for(clause: StatedClause, gone: frozenset[UUID]) -> bool:
    """A way that was open to these alone would, without them, be open to everybody."""
    body = clause.body
    return isinstance(body, ReferralRoute) and bool(body.accepts_from) and set(body.accepts_from) <= gone


def _parties(before: Sequence[Party], short: Sequence[Party]) -> tuple[Party, ...]:
    """In their order of before; whether a party must sign is not in the short form."""
    kept = {party.organization_id: party for party in before}
    order = {organization_id: at for at, organization_id in enumerate(kept)}
    found = [
        replace(party, must_sign=kept[party.organization_id].must_sign)
        if party.organization_id in kept
        else party
        for party in short
    ]
    return tuple(sorted(found, key=lambda party: order.get(party.organization_id, len(order))))


def _clauses(before: Sequence[StatedClause], short: Sequence[StatedClause]) -> list[StatedClause]:
    said = {(clause.kind, clause.organization_id): clause for clause in short}
    kept = []
    for clause in before:
        if not is_in_short_form(clause):
            kept.append(clause)
            continue
        new = said.pop((clause.kind, clause.organization_id), None)
        if new is not None:
            kept.append(_with_body_of(clause, new))
    return [*kept, *said.values()]


def _with_body_of(clause: StatedClause, new: StatedClause) -> StatedClause:
    """The clause with what the short form changes in it; the rest of its terms stays."""
    if isinstance(clause.body, ResponsePromise) and isinstance(new.body, ResponsePromise):
        return replace(clause, body=replace(clause.body, days=new.body.days))
    if isinstance(clause.body, DataScope) and isinstance(new.body, DataScope):
        unseen = clause.body.kinds - SHORT_FORM_KINDS
        return replace(clause, body=replace(clause.body, kinds=new.body.kinds | unseen))
    return new


def _without(body: Body, gone: frozenset[UUID]) -> Body:
    if isinstance(body, ReferralRoute):
        return replace(body, accepts_from=_others(body.accepts_from, gone), then=_others(body.then, gone))
    if isinstance(body, MeetingCadence):
        return replace(body, escalation=_others(body.escalation, gone))
    return body


def _others(organization_ids: Sequence[UUID], gone: frozenset[UUID]) -> tuple[UUID, ...]:
    return tuple(one for one in organization_ids if one not in gone)
