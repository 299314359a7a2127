"""How many places one organisation keeps for another, and how many were taken: the same for both sides."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind, Period
from kith.partnerships.clauses.places import CapacityPledge
from kith.partnerships.periods import period_of
from kith.partnerships.policies.agreement import May as MayAgree
from kith.partnerships.policies.agreement import agreements
from kith.partnerships.policies.binding import binding
from kith.partnerships.policies.held_clauses import clauses_that_hold
from kith.partnerships.policies.promise_outcome import May, is_side, outcomes
from kith.partnerships.what_is_promised import Held

YES = "yes"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgedPlaces:
    """One pledge in the period that runs, both days included, and not before its words count.

    `service_id` None: any service of theirs.

    `taken` are the asks of the other side to which they said yes in this period. `is_varied`: another number
    was agreed for a while, and `places` is that.
    """

    clause_key: UUID
    service_id: UUID | None
    per: Period
    places: int
    is_varied: bool
    first_on: date
    last_on: date
    taken: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Towards whom, on which day, in words that hold since when, and in whose time."""

    other_id: UUID
    on: date
    since: date
    zone: ZoneInfo


def pledged_places(viewer: Viewer, *, organization_id: UUID, other_id: UUID) -> list[PledgedPlaces]:
    """What `organization_id` keeps free for `other_id`, in the order of the agreements.

    Periods are weeks from Monday, and months, where each agreement is. Raises NotFound for all but the two.
    Three statements, and one for each pledge.
    """
    if not is_side(viewer, {organization_id, other_id}):
        raise NotFound
    bound = binding(viewer, sender_id=other_id, receiver_id=organization_id, on=None)
    rows = agreements(viewer, MayAgree.ROUTE).filter(pk__in=[one.agreement_id for one in bound])
    zones = dict(rows.values_list("pk", "timezone"))
    held = clauses_that_hold(bound, [ClauseKind.CAPACITY_PLEDGE])
    return [
        _line(viewer, one, body, _Place(other_id, at.on, at.since, ZoneInfo(zones[at.agreement_id])))
        for at in bound
        for one in held
        if one.agreement_id == at.agreement_id
        and one.clause.organization_id == organization_id
        and one.clause.to_organization_id in {None, other_id}
        and isinstance(body := one.body, CapacityPledge)
    ]


def _line(viewer: Viewer, one: Held, body: CapacityPledge, place: _Place) -> PledgedPlaces:
    first, after = period_of(body.per, place.on)
    first = max(first, place.since)
    taken = outcomes(viewer, May.READ).filter(
        promiser_id=one.clause.organization_id,
        towards_id=place.other_id,
        answer=YES,
        answered_at__gte=datetime.combine(first, time(), place.zone),
        answered_at__lt=datetime.combine(after, time(), place.zone),
    )
    if one.clause.service_id is not None:
        taken = taken.filter(service_id=one.clause.service_id)
    return PledgedPlaces(
        clause_key=one.clause.key,
        service_id=one.clause.service_id,
        per=body.per,
        places=body.places,
        is_varied=one.varied is not None,
        first_on=first,
        last_on=after - A_DAY,
        taken=taken.count(),
    )
