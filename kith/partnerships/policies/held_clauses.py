"""The clauses of words that bind two organisations, each with the variation of it that holds."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from kith.core.written_once import Asked, AskedAgain
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import Body, StatedClause, Tolerance, read_body, read_tolerance
from kith.partnerships.models import Clause, Variation
from kith.partnerships.policies.binding import Bound
from kith.partnerships.terms import VariationStatus
from kith.partnerships.what_is_promised import Between, Held, Varied

Ids = Collection[UUID]
Terms = dict[str, object]
Kept = tuple[Terms | None, UUID, str, str, UUID, UUID | None, UUID | None, UUID | None, str]
REST = ("key", "organization_id", "to_organization_id", "service_id", "note")
OWED = (
    ClauseKind.RESPONSE_PROMISE,
    ClauseKind.FOLLOW_UP_PROMISE,
    ClauseKind.CAPACITY_PLEDGE,
    ClauseKind.REFERRAL_ROUTE,
)
MOST_DAYS = 3
"""As many as it is anywhere at one moment."""
VARIED = {"id": F("pk"), "last_on": F("last_on"), "terms": F("terms")}


def clauses_that_hold(bound: Sequence[Bound], kinds: Collection[ClauseKind]) -> list[Held]:
    """The clauses of these kinds in words that `binding` gave. One statement."""
    wanted = Clause.objects.filter(kind__in=[kind.value for kind in kinds])
    return _held(bound, _varied_clauses(wanted, *_by_day(bound)))


def clauses_between(bound: Sequence[Bound], between: Between) -> list[Held]:
    """Those of what the receiver owes this sender for this service, and what may be told. One statement."""
    service = [between.service_id] if between.service_id else []
    lists, days = _by_day(bound)
    asked = Asked(lists=[*lists, service], days=days, ids=[between.receiver_id, between.sender_id])
    return _held(bound, _owed(asked))


def _owed_clauses(asked: Asked) -> QuerySet[Clause, Kept]:
    *by_day, services = asked.lists
    receiver_id, sender_id = asked.ids
    owed = Q(
        Q(service_id__isnull=True) | Q(service_id__in=services),
        Q(to_organization_id__isnull=True) | Q(to_organization_id=sender_id),
        organization_id=receiver_id,
        kind__in=[kind.value for kind in OWED],
    )
    return _varied_clauses(
        Clause.objects.filter(owed | Q(kind=ClauseKind.DATA_SCOPE.value)), by_day, asked.days
    )


_owed = AskedAgain(_owed_clauses)


def _varied_clauses(
    rows: QuerySet[Clause], lists: Sequence[Ids], days: Sequence[date]
) -> QuerySet[Clause, Kept]:
    """Each with its newest agreed variation that holds on its day; `lists`: words, then agreements by day."""
    words, *agreements = lists
    holds = Q(pk__in=[])
    for there, day in zip(agreements, days, strict=True):
        holds |= Q(agreement_id__in=there, first_on__lte=day, last_on__gte=day)
    varied = Variation.objects.filter(
        holds,
        agreement_id=OuterRef("version__agreement_id"),
        clause_key=OuterRef("key"),
        status=VariationStatus.AGREED.value,
    )
    newest = varied.order_by("-settled_at", "-pk").values(said=JSONObject(**VARIED))[:1]
    return (
        rows.filter(version_id__in=words)
        .order_by("version_id", "place", "pk")
        .annotate(varied=Subquery(newest))
        .values_list("varied", "version_id", "kind", Cast("terms", TextField()), *REST)
    )


def _by_day(bound: Sequence[Bound]) -> tuple[list[list[UUID]], list[date]]:
    """The words; their agreements, apart by the day it is there; and these days: three at most, anywhere."""
    days = sorted({one.on for one in bound})
    days += [date.min] * (MOST_DAYS - len(days))
    apart = [[one.agreement_id for one in bound if one.on == day] for day in days]
    return [[one.version_id for one in bound], *apart], days


def _held(bound: Sequence[Bound], rows: Iterable[Kept]) -> list[Held]:
    agreement_of = {one.version_id: one.agreement_id for one in bound}
    return [_holds(agreement_of[row[1]], row) for row in rows]


def _holds(agreement_id: UUID, row: Kept) -> Held:
    varied, _version_id, kind, text, key, organization_id, to_organization_id, service_id, note = row
    body, tolerance = _read(kind, text)
    clause = StatedClause(
        key=key,
        body=body,
        organization_id=organization_id,
        to_organization_id=to_organization_id,
        service_id=service_id,
        tolerance=tolerance,
        note=note,
    )
    return Held(agreement_id, clause, None if varied is None else _varied(kind, text, varied))


def _varied(kind: str, text: str, varied: Mapping[str, object]) -> Varied:
    other = varied["terms"]  # SQLite gives what is inside JSON as text
    terms = json.loads(text) | (json.loads(other) if isinstance(other, str) else other)
    body = read_body(ClauseKind(kind), terms)
    return Varied(UUID(str(varied["id"])), date.fromisoformat(str(varied["last_on"])), body)


@lru_cache(maxsize=4096)
def _read(kind: str, text: str) -> tuple[Body, Tolerance | None]:
    """The same terms stand in many agreements: read once."""
    terms = json.loads(text)
    return read_body(ClauseKind(kind), terms), read_tolerance(terms)
