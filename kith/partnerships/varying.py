"""Changing for a while what a clause says: which parts may differ, who owes them, and by how much they do."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.giving import Payment
from kith.partnerships.clauses.stated import Body, StatedClause, Tolerance, read_body
from kith.partnerships.life_errors import CannotVary, NothingChanges

DELIVERABLE = "deliverable"
MAY_VARY: Mapping[ClauseKind, tuple[str, ...]] = {
    ClauseKind.RESPONSE_PROMISE: ("days", "urgent_hours"),
    ClauseKind.FOLLOW_UP_PROMISE: ("days", "weeks"),
    ClauseKind.CAPACITY_PLEDGE: ("places",),
    ClauseKind.CONTRIBUTION: ("amount",),
    ClauseKind.TRAINING_PLEDGE: ("hours", "by_on"),
    ClauseKind.PAYMENT: ("due_on",),
}
"""Numbers and days. What is told, to whom, and who is asked is never changed for a while."""
STOPS_IN_A_PAUSE = frozenset(
    {ClauseKind.RESPONSE_PROMISE, ClauseKind.FOLLOW_UP_PROMISE, ClauseKind.CAPACITY_PLEDGE}
)


def fields_to_vary(clause: StatedClause, organization_id: UUID | None) -> tuple[str, ...]:
    """What this organisation may ask to change: what it owes. Empty where it owes nothing that can.

    Who is paid flexibly owes what is delivered (decision of the parties: "openly, without being less paid").
    """
    if organization_id is None:
        return ()
    if clause.organization_id == organization_id:
        return MAY_VARY.get(clause.kind, ())
    is_paid = isinstance(clause.body, Payment) and clause.body.is_flexible
    return (DELIVERABLE,) if is_paid and clause.to_organization_id == organization_id else ()


def sides_to_ask(clause: StatedClause | None, *, bound: frozenset[UUID], asker: UUID) -> frozenset[UUID]:
    """Who says yes or no: whom the clause names on the other side, else every other bound party."""
    others = bound - {asker}
    if clause is None or clause.to_organization_id is None:
        return others
    named = {side for side in (clause.organization_id, clause.to_organization_id) if side is not None}
    return others & named or others


def varied_terms(
    clause: StatedClause, changes: Mapping[str, object], fields: tuple[str, ...]
) -> dict[str, object]:
    """The clause's terms with these changes, as a variation keeps them: a whole body of the same kind.

    Raises CannotVary for a field that may not change, BadClause for what cannot be read, or NothingChanges.
    """
    other = next((field for field in changes if field not in fields), None)
    if other is not None or not fields:
        raise CannotVary(field=other or "")
    own = own_terms(clause.body, clause)
    found = own_terms(read_body(clause.kind, {**own, **changes}), clause)
    if found == own:
        raise NothingChanges(field=next(iter(changes), ""))
    return found


def own_terms(body: Body, clause: StatedClause) -> dict[str, object]:
    """A body as JSON keeps it, without the tolerance: that stays the clause's own."""
    plain = StatedClause(key=clause.key, body=body).terms
    return {name: value for name, value in plain.items() if name != "tolerance"}


def is_tolerated(clause: StatedClause, terms: Mapping[str, object], *, days: int) -> bool:
    """True if every part differs by at most `by`, and it lasts at most as many days as was agreed before."""
    if clause.tolerance is None or days > clause.tolerance.days:
        return False
    own = own_terms(clause.body, clause)
    changed = [(own[name], value) for name, value in terms.items() if own.get(name) != value]
    return all(_is_within(clause.tolerance, was, value) for was, value in changed)


def _is_within(tolerance: Tolerance, was: object, value: object) -> bool:
    if isinstance(was, int) and isinstance(value, int):
        return abs(value - was) <= tolerance.by
    before, after = _days(was), _days(value)
    if not before or len(before) != len(after):
        return False
    return all(abs((b - a).days) <= tolerance.by for a, b in zip(before, after, strict=True))


def _days(value: object) -> list[date]:
    """ISO days in one text or a list; none for other words."""
    texts = value if isinstance(value, list) else [value]
    try:
        return [date.fromisoformat(str(text)) for text in texts]
    except ValueError:
        return []
