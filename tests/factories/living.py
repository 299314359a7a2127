"""Agreements that several have signed, with clauses of every kind, made by actions."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.consent.terms import ASK_KINDS, NAME_KINDS
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import Body, StatedClause, Tolerance
from kith.partnerships.models import Version
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Wording
from tests.factories.partnerships import START, a_member, sign


def owed(
    organization_id: UUID | None,
    body: Body,
    *,
    to: UUID | None = None,
    tolerance: Tolerance | None = None,
) -> StatedClause:
    """One clause, owed by this organisation."""
    return StatedClause(
        key=uuid7(), organization_id=organization_id, to_organization_id=to, body=body, tolerance=tolerance
    )


def a_wording(
    parties: Sequence[Party],
    clauses: Sequence[StatedClause] = (),
    *,
    starts_on: date = START,
    review_on: date | None = None,
    ends_on: date | None = None,
) -> Wording:
    """Words with these clauses, and the usual scope."""
    return Wording(
        title="Living well together",
        purpose="People get an answer from those who can help.",
        parties=tuple(parties),
        clauses=(*clauses, StatedClause(key=uuid7(), body=DataScope(kinds=ASK_KINDS | NAME_KINDS))),
        starts_on=starts_on,
        review_on=review_on,
        ends_on=ends_on,
    )


def offered(
    viewer: Viewer,
    others: Sequence[UUID],
    clauses: Sequence[StatedClause] = (),
    *,
    starts_on: date = START,
    review_on: date | None = None,
    ends_on: date | None = None,
    more: Sequence[Party] = (),
) -> UUID:
    """An agreement that lies before its parties; `more` are parties with roles of their own."""
    assert viewer.organization_id is not None
    parties = [Party(viewer.organization_id, PartyRole.LEAD), *(Party(o, PartyRole.RECEIVER) for o in others)]
    wording = a_wording([*parties, *more], clauses, starts_on=starts_on, review_on=review_on, ends_on=ends_on)
    agreement_id = draft_agreement(viewer, wording=wording)
    propose_draft(viewer, agreement_id=agreement_id)
    return agreement_id


def living(
    viewer: Viewer,
    others: Sequence[UUID],
    clauses: Sequence[StatedClause] = (),
    *,
    starts_on: date = START,
    review_on: date | None = None,
    ends_on: date | None = None,
    more: Sequence[Party] = (),
) -> UUID:
    """The same, signed by all who must."""
    agreement_id = offered(
        viewer, others, clauses, starts_on=starts_on, review_on=review_on, ends_on=ends_on, more=more
    )
    must = [*others, *(party.organization_id for party in more if party.must_sign)]
    sign(agreement_id, viewer, *(a_member(other, Role.COORDINATOR) for other in must))
    return agreement_id


def sign_offered(agreement_id: UUID, *viewers: Viewer) -> None:
    """Sign the words on the table."""
    digest = Version.objects.get(agreement_id=agreement_id, state="offered").text_digest
    for viewer in viewers:
        sign_agreement(
            viewer,
            agreement_id=agreement_id,
            seen_digest=digest,
            name="Jo Adeyemi",
            role_title="Chair",
        )
