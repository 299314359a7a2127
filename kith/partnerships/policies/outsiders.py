"""What those read who do not sign: a community seat what is published, a funder what is reported to it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.models import AgreementParty, Clause, Version, Withdrawal
from kith.partnerships.policies.agreement import READERS
from kith.partnerships.terms import AgreementStatus, PartyRole, VersionState

A_DAY = timedelta(days=1)
SHOWN = (AgreementStatus.IN_FORCE.value, AgreementStatus.SUSPENDED.value)


def published_versions(viewer: Viewer) -> QuerySet[Version]:
    """The signed words that were published for the community seat of the viewer's organisation."""
    if viewer.organization_id is None or not viewer.has(*READERS):
        return Version.objects.none()
    seats = AgreementParty.objects.filter(
        version_id=OuterRef("pk"),
        organization_id=viewer.organization_id,
        role=PartyRole.COMMUNITY_SEAT.value,
    )
    return Version.objects.filter(
        Exists(seats),
        state=VersionState.SIGNED.value,
        agreement__published_at__isnull=False,
        agreement__status__in=SHOWN,
    ).order_by("-agreement__published_at", "-pk")


def reported_clauses(viewer: Viewer) -> QuerySet[Clause]:
    """What is to be reported to the viewer's organisation, party or not, under what binds now.

    Give or take a day, as each agreement has a zone of its own.
    """
    if viewer.organization_id is None or not viewer.has(*READERS):
        return Clause.objects.none()
    today = clock.now().date()
    left = Withdrawal.objects.filter(
        agreement_id=OuterRef("version__agreement_id"),
        organization_id=OuterRef("organization_id"),
        last_on__lt=today - A_DAY,
    )
    return Clause.objects.filter(
        ~Exists(left),
        Q(version__ends_on__isnull=True) | Q(version__ends_on__gte=today - A_DAY),
        kind=ClauseKind.REPORTING_SCOPE.value,
        to_organization_id=viewer.organization_id,
        version__state=VersionState.SIGNED.value,
        version__agreement__status=AgreementStatus.IN_FORCE.value,
        version__starts_on__lte=today + A_DAY,
    ).order_by("version_id", "place")


def parties_of(version_ids: Iterable[UUID]) -> QuerySet[AgreementParty]:
    """The parties of words that were found here before, in their order."""
    return AgreementParty.objects.filter(version_id__in=list(version_ids)).order_by("version_id", "place")
