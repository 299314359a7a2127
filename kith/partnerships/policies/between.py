"""Signed words between two organisations, also those that have just run out."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.models import AgreementParty, Version, Withdrawal
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.version import versions
from kith.partnerships.terms import AgreementStatus, VersionState

UTC = "UTC"
STILL_SHOWN = timedelta(days=90)


def between(viewer: Viewer, organization_id: UUID, other_ids: Collection[UUID]) -> QuerySet[AgreementParty]:
    """The signatures of these others beside the organisation's, those that last longest first.

    Agreements that bind, or will, or that ran out in the last 90 days; not those that rest or were ended, nor
    those that either side has left.
    """
    today = clock.today(UTC)
    words = versions(viewer, May.ROUTE).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=today - STILL_SHOWN),
        state=VersionState.SIGNED.value,
        agreement__status=AgreementStatus.IN_FORCE.value,
    )
    signed = AgreementParty.objects.filter(signed_at__isnull=False)
    ours = signed.filter(organization_id=organization_id, version_id=OuterRef("version_id"))
    left = Withdrawal.objects.filter(
        Q(organization_id=organization_id) | Q(organization_id=OuterRef("organization_id")),
        agreement_id=OuterRef("version__agreement_id"),
        last_on__lt=today,
    )
    found = signed.filter(
        Exists(ours),
        ~Exists(left),
        version_id__in=words.order_by().values("pk"),
        organization_id__in=other_ids,
    )
    return found.select_related("version__agreement").order_by("-version__ends_on", "version_id")


def rank_of(version: Version) -> tuple[bool, int]:
    """Those without a last day first, then those that last longest."""
    return version.ends_on is not None, -(version.ends_on.toordinal() if version.ends_on else 0)
