"""Which clause one organisation was bound by towards another at a time that may be long past."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.models import AgreementParty, Clause, Variation, Version, Withdrawal
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.version import versions
from kith.partnerships.terms import AgreementStatus, VariationStatus, VersionState

BOUND_ONCE = (VersionState.SIGNED.value, VersionState.REPLACED.value)


def promise_made(
    viewer: Viewer,
    *,
    kind: ClauseKind,
    promiser_id: UUID,
    towards_id: UUID,
    service_id: UUID | None,
    at: datetime,
    on: date,
) -> Clause | None:
    """The clause of this kind that held then; `on` is that day where the promiser is.

    A clause for the service, then one for this side, goes before one for all; then the newest words.
    """
    bound = _bound_then(viewer, at=at, on=on)
    for organization_id in (promiser_id, towards_id):
        bound = bound.filter(_signed_and_stayed(organization_id, at=at, on=on))
    rows = Clause.objects.filter(
        Q(to_organization_id__isnull=True) | Q(to_organization_id=towards_id),
        Q(service_id__isnull=True) | Q(service_id=service_id),
        version_id__in=bound.values("pk"),
        kind=kind.value,
        organization_id=promiser_id,
    )
    return min(rows.select_related("version"), key=_most_telling, default=None)


def agreed_variations(
    viewer: Viewer, *, agreement_id: UUID, clause_key: UUID, first_on: date, last_on: date
) -> QuerySet[Variation]:
    """The agreed departures from a clause that held on one of these days, both included."""
    seen = versions(viewer, May.READ).filter(agreement_id=agreement_id)
    return Variation.objects.filter(
        agreement_id__in=seen.values("agreement_id"),
        clause_key=clause_key,
        status=VariationStatus.AGREED.value,
        first_on__lte=last_on,
        last_on__gte=first_on,
    )


def _bound_then(viewer: Viewer, *, at: datetime, on: date) -> QuerySet[Version]:
    return (
        versions(viewer, May.READ)
        .order_by()
        .filter(
            Q(replaced_at__isnull=True) | Q(replaced_at__gt=at),
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            Q(agreement__ended_at__isnull=True) | Q(agreement__ended_at__gt=at),
            state__in=BOUND_ONCE,
            signed_at__lte=at,
            starts_on__lte=on,
        )
        .exclude(agreement__status=AgreementStatus.SUSPENDED.value, agreement__suspended_at__lte=at)
    )


def _signed_and_stayed(organization_id: UUID, *, at: datetime, on: date) -> Q:
    signed = AgreementParty.objects.filter(
        organization_id=organization_id, signed_at__lte=at, version_id=OuterRef("pk")
    )
    left = Withdrawal.objects.filter(
        organization_id=organization_id, last_on__lt=on, agreement_id=OuterRef("agreement_id")
    )
    return Q(Exists(signed)) & ~Q(Exists(left))


def _most_telling(clause: Clause) -> tuple[bool, bool, float, int]:
    signed_at = clause.version.signed_at
    newest = -signed_at.timestamp() if signed_at else 0.0
    return clause.service_id is None, clause.to_organization_id is None, newest, clause.place
