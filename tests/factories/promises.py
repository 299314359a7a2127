"""Agreements with any clauses, signed by all, and variations of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.answer_variation import answer_variation
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.clauses.stated import Body, StatedClause
from kith.partnerships.models import Variation
from kith.partnerships.queries.promised import promised
from kith.partnerships.terms import PartyRole, VariationReason, VariationStatus
from kith.partnerships.wording import Party, Wording
from tests.factories.care import CareTown
from tests.factories.partnerships import START, SYSTEM, a_member, sign


def clause(
    body: Body,
    *,
    by: UUID | None = None,
    to: UUID | None = None,
    service: UUID | None = None,
) -> StatedClause:
    return StatedClause(key=uuid7(), body=body, organization_id=by, to_organization_id=to, service_id=service)


def signed(
    viewer: Viewer,
    *others: UUID,
    clauses: Sequence[StatedClause],
    starts_on: date = START,
    ends_on: date | None = None,
) -> UUID:
    """An agreement with these clauses that all have signed. Returns its id."""
    assert viewer.organization_id is not None
    everyone = (viewer.organization_id, *others)
    wording = Wording(
        title="Answering each other",
        purpose="People get an answer from those who can help.",
        parties=tuple(Party(one, PartyRole.RECEIVER) for one in everyone),
        clauses=tuple(clauses),
        starts_on=starts_on,
        review_on=None,
        ends_on=ends_on,
    )
    agreement_id = draft_agreement(viewer, wording=wording)
    propose_draft(viewer, agreement_id=agreement_id)
    sign(agreement_id, viewer, *(a_member(other, Role.COORDINATOR) for other in others))
    return agreement_id


def varied(
    agreement_id: UUID,
    said: StatedClause,
    terms: Mapping[str, object],
    *,
    first_on: date,
    last_on: date,
    status: VariationStatus = VariationStatus.AGREED,
) -> UUID:
    """A variation of a clause as it is kept. Returns its id."""
    now = clock.now()
    row = Variation.objects.create(
        agreement_id=agreement_id,
        clause_key=said.key,
        organization_id=said.organization_id,
        status=status.value,
        reason=VariationReason.HOLY_DAYS.value,
        terms=dict(terms),
        first_on=first_on,
        last_on=last_on,
        asked_at=now,
        settled_at=None if status is VariationStatus.ASKED else now,
    )
    return row.pk


def ask_for_other_days(care: CareTown, *, days: int, first_on: date, last_on: date) -> UUID:
    """The mosque asks to answer within other days than it promised the clinic. Returns the variation's id."""
    found = promised(
        SYSTEM, sender_id=care.town.holder_id, receiver_id=care.town.recipient_id, service_id=None
    ).response
    assert found is not None
    return ask_variation(
        care.coordinator,
        agreement_id=found.agreement_id,
        clause_key=found.clause_key,
        changes={"days": days},
        reason=VariationReason.HOLY_DAYS,
        words="It is Ramadan.",
        first_on=first_on,
        last_on=last_on,
    )


def agree_on_other_days(care: CareTown, *, days: int, first_on: date, last_on: date) -> None:
    """The same, and the clinic agrees."""
    variation_id = ask_for_other_days(care, days=days, first_on=first_on, last_on=last_on)
    answer_variation(care.town.manager, variation_id=variation_id, is_yes=True, words="")
