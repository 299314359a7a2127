"""Proposing an agreement in one step."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.consent.terms import Kind
from kith.core.viewer import Viewer
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.terms import AgreementKind
from kith.partnerships.wording import Party, Promise, Wording, plain_clauses


@transaction.atomic
def propose_agreement(
    viewer: Viewer,
    *,
    title: str,
    purpose: str,
    parties: Sequence[Party],
    promises: Sequence[Promise],
    scope: frozenset[Kind],
    more: Sequence[StatedClause] = (),
    starts_on: date,
    review_on: date | None,
    ends_on: date | None,
    kind: AgreementKind = AgreementKind.MOU,
    partnership_id: UUID | None = None,
) -> UUID:
    """Write an agreement and put it before all its parties at once. Returns its id.

    Raises Denied, NotFound, or what `check_wording` finds.
    """
    wording = Wording(
        title=title,
        purpose=purpose,
        parties=tuple(parties),
        clauses=(*plain_clauses(promises, scope), *more),
        starts_on=starts_on,
        review_on=review_on,
        ends_on=ends_on,
    )
    agreement_id = draft_agreement(viewer, wording=wording, kind=kind, partnership_id=partnership_id)
    propose_draft(viewer, agreement_id=agreement_id)
    return agreement_id
