"""What a receiver promises a sender for one service, chosen among the clauses that bind both."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from kith.consent.terms import Kind, SharePurpose
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import Body, StatedClause

BodyT = TypeVar("BodyT", ResponsePromise, FollowUpPromise, CapacityPledge, ReferralRoute)


@dataclass(frozen=True, slots=True)
class Varied:
    """An agreed variation that holds: `body` stands in place of the clause's own until the end of `until`."""

    id: UUID
    until: date
    body: Body


@dataclass(frozen=True, slots=True)
class Held:
    """One clause of an agreement that binds both, and its variation if one holds."""

    agreement_id: UUID
    clause: StatedClause
    varied: Varied | None

    @property
    def body(self) -> Body:
        """What counts now."""
        return self.varied.body if self.varied else self.clause.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed(Generic[BodyT]):
    """What a clause promises now. `varied_by`: a variation that the parties agreed on holds."""

    agreement_id: UUID
    clause_key: UUID
    service_id: UUID | None
    body: BodyT
    varied_by: UUID | None
    varied_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What is promised between two organisations for one service today.

    `agreement_ids` bind both, the newest first; with none, nothing is promised and nothing may be told.
    `told` is what all of them allow. `accepts`: the service takes asks from this sender; `then` are asked
    next.
    """

    agreement_ids: tuple[UUID, ...]
    response: Owed[ResponsePromise] | None
    follow_up: Owed[FollowUpPromise] | None
    places: tuple[Owed[CapacityPledge], ...]
    told: DataScope
    accepts: bool
    then: tuple[UUID, ...]


NOTHING_TOLD = DataScope(kinds=frozenset(), purposes=frozenset(), keep_days=0)
NOTHING_PROMISED = Promised(
    agreement_ids=(), response=None, follow_up=None, places=(), told=NOTHING_TOLD, accepts=False, then=()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Who asks whom, for which service; None: for none in particular."""

    sender_id: UUID
    receiver_id: UUID
    service_id: UUID | None


def what_is_promised(agreement_ids: Sequence[UUID], held: Sequence[Held], between: Between) -> Promised:
    """Chosen among `held`; `agreement_ids` bind both, the newest first.

    A clause for the service comes before one for all services, one towards this sender before one towards
    all, then the newest agreement counts.
    """
    if not agreement_ids:
        return NOTHING_PROMISED
    age = {agreement_id: at for at, agreement_id in enumerate(agreement_ids)}
    owed = sorted(
        (one for one in held if _is_owed(one.clause, between)),
        key=lambda one: _rank(one, age[one.agreement_id]),
    )
    route = next(_owed_as(ReferralRoute, owed), None)
    told: dict[UUID, list[Held]] = {agreement_id: [] for agreement_id in agreement_ids}
    for one in held:
        if isinstance(one.clause.body, DataScope) and _is_between(one.clause, between):
            told[one.agreement_id].append(one)
    return Promised(
        agreement_ids=tuple(agreement_ids),
        response=next(_owed_as(ResponsePromise, owed), None),
        follow_up=next(_owed_as(FollowUpPromise, owed), None),
        places=tuple(_owed_as(CapacityPledge, owed)),
        told=_all_allow([_told_in(told[one], between) for one in agreement_ids]),
        accepts=route is None or not route.body.accepts_from or between.sender_id in route.body.accepts_from,
        then=route.body.then if route else (),
    )


def _is_owed(clause: StatedClause, between: Between) -> bool:
    """The receiver owes it to this sender, for this service."""
    return (
        clause.organization_id == between.receiver_id
        and clause.to_organization_id in {None, between.sender_id}
        and clause.service_id in {None, between.service_id}
    )


def _rank(one: Held, age: int) -> tuple[bool, bool, int]:
    return one.clause.service_id is None, one.clause.to_organization_id is None, age


def _owed_as(body_type: type[BodyT], owed: Iterable[Held]) -> Iterator[Owed[BodyT]]:
    for one in owed:
        body = one.body
        if isinstance(body, body_type):
            yield Owed(
                agreement_id=one.agreement_id,
                clause_key=one.clause.key,
                service_id=one.clause.service_id,
                body=body,
                varied_by=one.varied.id if one.varied else None,
                varied_until=one.varied.until if one.varied else None,
            )


def _told_in(clauses: Sequence[Held], between: Between) -> DataScope:
    """What the clauses of one agreement allow between the two; nothing where there is none.

    A clause for the service counts in place of one for all; where no service is named, all of them count.
    """
    if between.service_id is not None:
        of_service = [one for one in clauses if one.clause.service_id == between.service_id]
        clauses = of_service or [one for one in clauses if one.clause.service_id is None]
    return _all_allow([scope for one in clauses for scope in _scopes(one)])


def _is_between(clause: StatedClause, between: Between) -> bool:
    either = {None, between.sender_id, between.receiver_id}
    return clause.organization_id in either and clause.to_organization_id in either


def _scopes(one: Held) -> Iterator[DataScope]:
    """A variation may narrow what is told; to widen it takes new words that all sign."""
    for body in (one.clause.body, one.body):
        if isinstance(body, DataScope):
            yield body


def _all_allow(scopes: Sequence[DataScope]) -> DataScope:
    scopes = list({id(scope): scope for scope in scopes}.values())  # the same terms are read once
    if not scopes:
        return NOTHING_TOLD
    if len(scopes) == 1:
        return scopes[0]
    return DataScope(
        kinds=frozenset[Kind].intersection(*(scope.kinds for scope in scopes)),
        purposes=frozenset[SharePurpose].intersection(*(scope.purposes for scope in scopes)),
        labels_excluded=tuple(sorted({label for scope in scopes for label in scope.labels_excluded})),
        keep_days=min(scope.keep_days for scope in scopes),
    )
