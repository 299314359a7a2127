"""Drafts of a clinic and its partners, and clauses to put in them."""

from datetime import date
from uuid import UUID

from kith.consent.terms import ASK_KINDS, NAME_KINDS
from kith.core.ids import uuid7
from kith.core.viewer import Viewer
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.clause_terms import Currency, Gift, Measure, Period
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.giving import Contribution, Payment, TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence, ReviewCycle
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope, ReportingScope
from kith.partnerships.clauses.stated import Body, StatedClause
from kith.partnerships.models import Clause, Version
from kith.partnerships.stored import stated
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise, Wording, plain_clauses
from tests.factories.partnerships import START

BODIES: tuple[Body, ...] = (
    ResponsePromise(days=3, urgent_hours=4),
    FollowUpPromise(days=5, weeks=4),
    CapacityPledge(places=2, per=Period.WEEK, population="young people"),
    DataScope(kinds=ASK_KINDS),
    ReferralRoute(),
    Contribution(gift=Gift.ROOMS, amount=1, per=Period.WEEK, what="the hall on Tuesdays"),
    MeetingCadence(every_weeks=4, minutes=45, where="at the clinic", agenda=("who waits",)),
    TrainingPledge(topic="how we listen", hours=3),
    Payment(amount_minor=120_000, currency=Currency.USD, due_on=(START,), deliverable="twelve groups"),
    ReportingScope(measures=frozenset({Measure.ASKED}), every_months=3),
    ReviewCycle(every_months=12),
)
"""One clause of each kind."""


def a_wording(first: UUID, *others: UUID, promises: tuple[Promise, ...] = ()) -> Wording:
    """A short wording between these."""
    return Wording(
        title="Answering each other",
        purpose="An answer for everyone who asks.",
        parties=(Party(first, PartyRole.LEAD), *(Party(other, PartyRole.RECEIVER) for other in others)),
        clauses=plain_clauses(promises, ASK_KINDS | NAME_KINDS),
        starts_on=START,
        review_on=None,
        ends_on=date(2027, 12, 31),
    )


def a_draft(viewer: Viewer, *others: UUID, promises: tuple[Promise, ...] = ()) -> UUID:
    """A draft of the viewer's organisation with these others."""
    assert viewer.organization_id is not None
    return draft_agreement(viewer, wording=a_wording(viewer.organization_id, *others, promises=promises))


def owed_by(organization_id: UUID | None, body: Body, **more: UUID) -> StatedClause:
    """A clause with a new key."""
    return StatedClause(key=uuid7(), organization_id=organization_id, body=body, **more)  # type: ignore[arg-type]


def kept(agreement_id: UUID, *, number: int = 1) -> list[StatedClause]:
    """The clauses of a version, as they are stored."""
    version = Version.objects.get(agreement_id=agreement_id, number=number)
    return [stated(row) for row in Clause.objects.filter(version=version).order_by("place")]
