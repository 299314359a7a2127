"""A clause with who owes it to whom: what a wording holds, and what is stored of it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.given import Given, plain
from kith.partnerships.clauses.giving import Contribution, Payment, TrainingPledge
from kith.partnerships.clauses.meeting import MeetingCadence, ReviewCycle
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope, ReportingScope

Body = (
    ResponsePromise
    | FollowUpPromise
    | CapacityPledge
    | DataScope
    | ReferralRoute
    | Contribution
    | MeetingCadence
    | TrainingPledge
    | Payment
    | ReportingScope
    | ReviewCycle
)
OF_ALL = frozenset({ClauseKind.DATA_SCOPE, ClauseKind.MEETING_CADENCE, ClauseKind.REVIEW_CYCLE})
"""Clauses that bind all parties alike: nobody owes them alone."""
MOST_TOLERANCE = 1000


@dataclass(frozen=True, slots=True)
class Tolerance:
    """A departure of at most `by` (in the clause's own unit) for at most `days` is agreed at once."""

    days: int
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedClause:
    """`organization_id` owes the body to `to_organization_id`; None: all parties owe it, or to all."""

    key: UUID
    body: Body
    organization_id: UUID | None = None
    to_organization_id: UUID | None = None
    service_id: UUID | None = None
    tolerance: Tolerance | None = None
    note: str = ""

    @property
    def kind(self) -> ClauseKind:
        """Which clause it is."""
        return self.body.kind

    @property
    def terms(self) -> dict[str, object]:
        """The body as JSON keeps it, with its tolerance."""
        found = plain(self.body)
        body = dict(found) if isinstance(found, dict) else {}
        return body | ({"tolerance": plain(self.tolerance)} if self.tolerance else {})

    @property
    def plain(self) -> dict[str, object]:
        """All of it in one canonical shape; a digest of it stays the same whatever wrote it."""
        return {
            "key": str(self.key),
            "kind": self.kind.value,
            "organization": plain(self.organization_id),
            "to": plain(self.to_organization_id),
            "service": plain(self.service_id),
            "terms": self.terms,
            "note": self.note,
        }

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical shape."""
        return hashlib.sha256(json.dumps(self.plain, sort_keys=True).encode()).hexdigest()


READERS: Mapping[ClauseKind, Callable[[Given], Body]] = {
    ClauseKind.RESPONSE_PROMISE: ResponsePromise.read,
    ClauseKind.FOLLOW_UP_PROMISE: FollowUpPromise.read,
    ClauseKind.CAPACITY_PLEDGE: CapacityPledge.read,
    ClauseKind.DATA_SCOPE: DataScope.read,
    ClauseKind.REFERRAL_ROUTE: ReferralRoute.read,
    ClauseKind.CONTRIBUTION: Contribution.read,
    ClauseKind.MEETING_CADENCE: MeetingCadence.read,
    ClauseKind.TRAINING_PLEDGE: TrainingPledge.read,
    ClauseKind.PAYMENT: Payment.read,
    ClauseKind.REPORTING_SCOPE: ReportingScope.read,
    ClauseKind.REVIEW_CYCLE: ReviewCycle.read,
}


def read_body(kind: ClauseKind, terms: Mapping[str, object]) -> Body:
    """The body of this kind. Raises BadClause, naming the field."""
    return READERS[kind](Given(terms))


def read_tolerance(terms: Mapping[str, object]) -> Tolerance | None:
    """The tolerance beside the body, if there is one. Raises BadClause."""
    found = terms.get("tolerance")
    if not isinstance(found, Mapping):
        return None
    given = Given(found)
    return Tolerance(
        given.number("days", least=1, most=MOST_TOLERANCE), given.number("by", least=0, most=MOST_TOLERANCE)
    )
