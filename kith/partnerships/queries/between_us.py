"""What binds the viewer's organisation and another today, clause by clause, and when that runs out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.service_names import service_names
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause, read_body
from kith.partnerships.models import Variation, Version
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.between import between, rank_of
from kith.partnerships.policies.binding import Bound, binding
from kith.partnerships.policies.clauses import clauses, parties
from kith.partnerships.policies.variation import May as MayVary
from kith.partnerships.policies.variation import variations
from kith.partnerships.stored import stated
from kith.partnerships.terms import VariationStatus
from kith.partnerships.text import Names, clause_lines

STANDS = (VariationStatus.ASKED.value, VariationStatus.AGREED.value)


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One clause in words. The first of `lines` says who owes it to whom."""

    key: UUID
    kind: ClauseKind
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VariedLine:
    """A clause that is, or is asked to be, another for a while; `lines` say what holds meanwhile."""

    id: UUID
    agreement_id: UUID
    kind: ClauseKind
    is_ours: bool
    is_agreed: bool
    first_on: date
    last_on: date
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """An agreement between the two. `days_left`: to its last day; under 0 it has run out; None: open."""

    id: UUID
    title: str
    review_on: date | None
    ends_on: date | None
    days_left: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenUs:
    """`they_owe` the viewer's organisation, `we_owe` them, `all_owe`: binds every party alike."""

    they_owe: tuple[OwedLine, ...]
    we_owe: tuple[OwedLine, ...]
    all_owe: tuple[OwedLine, ...]
    varied: tuple[VariedLine, ...]
    agreements: tuple[AgreedLine, ...]


NOTHING = BetweenUs(they_owe=(), we_owe=(), all_owe=(), varied=(), agreements=())


def between_us(viewer: Viewer, *, organization_id: UUID) -> BetweenUs:
    """Clauses in the order of their agreements, the newest first; changes by their first day.

    Agreements that ran out in the last 90 days are still there, after those that bind. Of one's own
    organisation, and for whoever acts for none: nothing.
    """
    us = viewer.organization_id
    if us is None or us == organization_id:
        return NOTHING
    bound = binding(viewer, sender_id=us, receiver_id=organization_id, on=None)
    version_ids = [one.version_id for one in bound]
    rows = clauses(viewer, version_ids, May.ROUTE)
    said = _in_order(bound, [(row.version_id, stated(row)) for row in rows])
    sides = parties(viewer, version_ids, May.ROUTE).values_list("organization_id", flat=True)
    names = _names(viewer, set(sides), said)
    return BetweenUs(
        they_owe=_owed(said, names, by=organization_id, to=us),
        we_owe=_owed(said, names, by=us, to=organization_id),
        all_owe=_owed(said, names, by=None, to=us),
        varied=_varied(viewer, said, bound),
        agreements=_agreed(row.version for row in between(viewer, us, [organization_id])),
    )


def _in_order(bound: Sequence[Bound], said: Iterable[tuple[UUID, StatedClause]]) -> list[StatedClause]:
    order = [one.version_id for one in bound]
    return [clause for _at, clause in sorted(said, key=lambda one: order.index(one[0]))]


def _names(viewer: Viewer, sides: Collection[UUID], said: Sequence[StatedClause]) -> Names:
    services = [clause.service_id for clause in said if clause.service_id]
    return Names(
        organization_names(viewer, organization_ids=list(sides)),
        service_names(viewer, service_ids=services) if services else {},
    )


def _owed(said: Iterable[StatedClause], names: Names, *, by: UUID | None, to: UUID) -> tuple[OwedLine, ...]:
    return tuple(
        OwedLine(clause.key, clause.kind, tuple(clause_lines(clause, names)))
        for clause in said
        if clause.organization_id == by and clause.to_organization_id in {None, to}
    )


def _varied(viewer: Viewer, said: Sequence[StatedClause], bound: Sequence[Bound]) -> tuple[VariedLine, ...]:
    known = {clause.key: clause for clause in said}
    rows = (
        variations(viewer, MayVary.READ)
        .filter(agreement_id__in=[one.agreement_id for one in bound], status__in=STANDS)
        .filter(last_on__gte=min((one.on for one in bound), default=date.max))
        .order_by("first_on", "pk")
    )
    return tuple(_varied_line(viewer, row, known[row.clause_key]) for row in rows if row.clause_key in known)


def _varied_line(viewer: Viewer, row: Variation, clause: StatedClause) -> VariedLine:
    return VariedLine(
        id=row.pk,
        agreement_id=row.agreement_id,
        kind=clause.kind,
        is_ours=row.organization_id == viewer.organization_id,
        is_agreed=row.status == VariationStatus.AGREED.value,
        first_on=row.first_on,
        last_on=row.last_on,
        lines=tuple(read_body(clause.kind, row.terms).sentences()),
    )


def _agreed(rows: Iterable[Version]) -> tuple[AgreedLine, ...]:
    return tuple(
        AgreedLine(
            id=row.agreement_id,
            title=row.title,
            review_on=row.review_on,
            ends_on=row.ends_on,
            days_left=_days_left(row),
        )
        for row in sorted(rows, key=rank_of)
    )


def _days_left(row: Version) -> int | None:
    return (row.ends_on - clock.today(row.agreement.timezone)).days if row.ends_on else None
