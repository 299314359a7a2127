"""The changes for a while of one agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause, read_body
from kith.partnerships.clauses.words import with_names
from kith.partnerships.lifecycle.variation import may_be_answered, may_be_taken_back
from kith.partnerships.models import Agreement, Variation, VariationAnswer
from kith.partnerships.policies.agreement import May, agreements, one_agreement
from kith.partnerships.policies.clauses import clauses
from kith.partnerships.policies.variation import May as MayVary
from kith.partnerships.policies.variation import variation_answers, variations
from kith.partnerships.policies.version import versions
from kith.partnerships.policies.withdrawal import bound_parties
from kith.partnerships.stored import stated
from kith.partnerships.terms import VariationReason, VariationStatus
from kith.partnerships.varying import sides_to_ask

LONGEST = 200


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What one organisation said to it."""

    name: str
    is_yes: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationLine:
    """What the clause says, and what it says for a while instead. `waits_for` are names."""

    id: UUID
    agreement_id: UUID
    kind: ClauseKind
    asked_by: str
    is_ours: bool
    was: tuple[str, ...]
    instead: tuple[str, ...]
    reason: VariationReason
    words: str
    first_on: date
    last_on: date
    asked_at: datetime
    status: VariationStatus
    is_within_tolerance: bool
    is_over: bool
    answers: tuple[AnswerLine, ...]
    waits_for: tuple[str, ...]
    may_answer: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the lines of one agreement need."""

    viewer: Viewer
    today: date
    clauses: Mapping[UUID, StatedClause]
    bound: frozenset[UUID]
    names: Mapping[UUID, str]
    may_say: bool


def variations_of(viewer: Viewer, *, agreement_id: UUID) -> list[VariationLine]:
    """The newest first, up to 200. Nine statements at most. Raises NotFound."""
    agreement = one_agreement(viewer, agreement_id, May.READ)
    rows = list(variations(viewer, MayVary.READ).filter(agreement_id=agreement_id)[:LONGEST])
    if not rows:
        return []
    said = list(variation_answers(viewer, [row.pk for row in rows]))
    found = _gather(viewer, agreement, rows)
    return [
        _line(found, row, [answer for answer in said if answer.variation_id == row.pk])
        for row in rows
        if row.clause_key in found.clauses
    ]


def _gather(viewer: Viewer, agreement: Agreement, rows: list[Variation]) -> _Found:
    """The clauses as the newest words that the viewer may read state them."""
    words = versions(viewer, May.READ).filter(agreement_id=agreement.pk).order_by("number")
    order = list(words.values_list("pk", flat=True))
    keyed = clauses(viewer, order, May.READ).filter(key__in=[row.clause_key for row in rows])
    today = clock.today(agreement.timezone)
    bound = frozenset(bound_parties(agreement, on=today).values_list("organization_id", flat=True))
    return _Found(
        viewer=viewer,
        today=today,
        clauses={row.key: stated(row) for row in sorted(keyed, key=lambda row: order.index(row.version_id))},
        bound=bound,
        names=organization_names(viewer, organization_ids=bound | {row.organization_id for row in rows}),
        may_say=agreements(viewer, May.VARY).filter(pk=agreement.pk).exists(),
    )


def _line(found: _Found, row: Variation, said: list[VariationAnswer]) -> VariationLine:
    clause, ours = found.clauses[row.clause_key], found.viewer.organization_id
    answered = {answer.organization_id for answer in said}
    is_open = may_be_answered(row.status, last_on=row.last_on, today=found.today)
    waits = (
        sides_to_ask(clause, bound=found.bound, asker=row.organization_id) - answered if is_open else set()
    )
    body = read_body(clause.kind, row.terms)
    return VariationLine(
        id=row.pk,
        agreement_id=row.agreement_id,
        kind=clause.kind,
        asked_by=found.names.get(row.organization_id, ""),
        is_ours=row.organization_id == ours,
        was=tuple(with_names(sentence, found.names) for sentence in clause.body.sentences()),
        instead=tuple(with_names(sentence, found.names) for sentence in body.sentences()),
        reason=VariationReason(row.reason),
        words=row.words,
        first_on=row.first_on,
        last_on=row.last_on,
        asked_at=row.asked_at,
        status=VariationStatus(row.status),
        is_within_tolerance=row.is_within_tolerance,
        is_over=row.last_on < found.today,
        answers=tuple(
            AnswerLine(found.names.get(one.organization_id, ""), one.is_yes, one.words) for one in said
        ),
        waits_for=tuple(sorted(found.names.get(one, "") for one in waits)),
        may_answer=found.may_say and ours in waits,
        may_take_back=found.may_say
        and row.organization_id == ours
        and may_be_taken_back(row.status, first_on=row.first_on, today=found.today),
    )
