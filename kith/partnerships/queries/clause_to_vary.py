"""A clause that the viewer's organisation owes, to ask for a change of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.errors import NotFound, StatusConflict
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import Tolerance
from kith.partnerships.policies.agreement import May, one_agreement
from kith.partnerships.policies.clauses import clauses
from kith.partnerships.policies.version import one_version
from kith.partnerships.stored import stated
from kith.partnerships.terms import AgreementStatus, VersionState
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.varying import fields_to_vary, own_terms

Now = int | str | list[str] | None
"""What a part of a clause says now: a number, a day or words, several days, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseToVary:
    """What it says, which parts of it may differ for a while, and what these are now."""

    agreement_id: UUID
    key: UUID
    title: str
    kind: ClauseKind
    lines: tuple[str, ...]
    fields: dict[str, Now]
    tolerance: Tolerance | None
    today: date


def clause_to_vary(viewer: Viewer, *, agreement_id: UUID, clause_key: UUID) -> ClauseToVary:
    """The clause of the words that bind.

    Raises NotFound (nothing of it is ours to change), Denied, or StatusConflict unless it is in force.
    """
    agreement = one_agreement(viewer, agreement_id, May.VARY)
    if agreement.status != AgreementStatus.IN_FORCE.value:
        raise StatusConflict
    version = one_version(viewer, agreement_id, VersionState.SIGNED)
    row = clauses(viewer, [version.pk], May.READ).filter(key=clause_key).first()
    clause = stated(row) if row is not None else None
    fields = fields_to_vary(clause, viewer.organization_id) if clause is not None else ()
    if clause is None or not fields:
        raise NotFound
    sides = [one for one in (clause.organization_id, clause.to_organization_id) if one is not None]
    names = Names(organization_names(viewer, organization_ids=sides), {})
    terms = own_terms(clause.body, clause)
    return ClauseToVary(
        agreement_id=agreement_id,
        key=clause.key,
        title=version.title,
        kind=clause.kind,
        lines=tuple(clause_lines(clause, names)),
        fields={field: _now(terms[field]) for field in fields},
        tolerance=clause.tolerance,
        today=clock.today(agreement.timezone),
    )


def _now(value: object) -> Now:
    if isinstance(value, list):
        return [str(item) for item in value]
    return value if isinstance(value, int) or value is None else str(value)
