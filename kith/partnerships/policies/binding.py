"""What binds two organisations on a day: signed words of agreements in force, begun and not over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.written_once import Asked, AskedAgain
from kith.partnerships.models import Agreement, AgreementParty, Version, Withdrawal
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.version import sees_all_that_both_signed, versions
from kith.partnerships.terms import AgreementStatus, VersionState

Row = tuple[UUID, UUID, date, date | None, str | None, date | None]
UTC = "UTC"
A_DAY = timedelta(days=1)
"""Somewhere it is already tomorrow, elsewhere still yesterday."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Words that bind on `on`, a day of their agreement's own time zone, and since their first day."""

    version_id: UUID
    agreement_id: UUID
    on: date
    since: date


@dataclass(frozen=True, slots=True)
class SignedByBoth:
    """Words that both have signed. `timezone` is None where their agreement is not in force."""

    version_id: UUID
    agreement_id: UUID
    starts_on: date
    ends_on: date | None
    timezone: str | None
    left_on: date | None


def binding(viewer: Viewer, *, sender_id: UUID, receiver_id: UUID, on: date | None) -> list[Bound]:
    """What binds both on this day (None: today, where each agreement is), the newest first. One statement."""
    if sender_id == receiver_id:
        return []
    both = sender_id, receiver_id
    if sees_all_that_both_signed(viewer, {sender_id, receiver_id}):
        rows = [SignedByBoth(*row) for row in _offered_between(Asked(ids=both))]
    else:
        rows = [SignedByBoth(*row) for row in _signed_by_both(versions(viewer, May.ROUTE), *both)]
    day_in = cache(lambda zone: on or clock.today(zone))
    return [one for one in (_bound(row, day_in) for row in rows) if one is not None]


def _bound(row: SignedByBoth, day_in: Callable[[str], date]) -> Bound | None:
    """These words on the day that it is there; None where they do not bind on it."""
    if row.timezone is None:
        return None
    day = day_in(row.timezone)
    last = min(row.ends_on or date.max, row.left_on or date.max)
    is_bound = row.starts_on <= day <= last
    return Bound(row.version_id, row.agreement_id, day, row.starts_on) if is_bound else None


def _signed_by_both(rows: QuerySet[Version], sender_id: UUID, receiver_id: UUID) -> QuerySet[Version, Row]:
    """Their agreement is looked up for each: a join lets PostgreSQL read all agreements there are."""
    both = _signatures(receiver_id).filter(version_id__in=_signatures(sender_id).values("version_id"))
    agreement = Agreement.objects.filter(pk=OuterRef("agreement_id"), status=AgreementStatus.IN_FORCE.value)
    leaving = Withdrawal.objects.filter(
        organization_id__in=[sender_id, receiver_id], agreement_id=OuterRef("agreement_id")
    )
    return (
        rows.filter(pk__in=both.values("version_id"), state=VersionState.SIGNED.value)
        .annotate(in_force_at=Subquery(agreement.values("in_force_at")))
        .order_by("-in_force_at", "-agreement_id")
        .values_list(
            "pk",
            "agreement_id",
            "starts_on",
            "ends_on",
            Subquery(agreement.values("timezone")),
            Subquery(leaving.order_by("last_on").values("last_on")[:1]),
        )
    )


_offered_between = AskedAgain(
    lambda asked: _signed_by_both(Version.objects.filter(offered_at__isnull=False), *asked.ids)
)


def bound_to(viewer: Viewer, *, sender_id: UUID) -> QuerySet[AgreementParty]:
    """The signatures of all others on what binds this organisation now, give or take a day."""
    yesterday, tomorrow = (clock.today(UTC) + off for off in (-A_DAY, A_DAY))
    ours = versions(viewer, May.ROUTE).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=yesterday),
        pk__in=_signatures(sender_id).values("version_id"),
        state=VersionState.SIGNED.value,
        agreement__status=AgreementStatus.IN_FORCE.value,
        starts_on__lte=tomorrow,
    )
    we_left = Withdrawal.objects.filter(organization_id=sender_id, last_on__lt=yesterday)
    ours = ours.exclude(agreement_id__in=we_left.values("agreement_id"))
    signed = AgreementParty.objects.filter(signed_at__isnull=False, version__in=ours.values("pk"))
    left = Withdrawal.objects.filter(
        agreement_id=OuterRef("version__agreement_id"),
        organization_id=OuterRef("organization_id"),
        last_on__lt=yesterday,
    )
    return signed.exclude(organization_id=sender_id).filter(~Exists(left))


def _signatures(organization_id: UUID) -> QuerySet[AgreementParty]:
    return AgreementParty.objects.filter(organization_id=organization_id, signed_at__isnull=False)
