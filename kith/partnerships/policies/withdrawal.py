"""Who has left an agreement is seen by those who may see the agreement."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import Denied
from kith.core.viewer import Viewer
from kith.partnerships.life_errors import PartyHasLeft, PartyLeftOut
from kith.partnerships.models import Agreement, AgreementParty, Withdrawal
from kith.partnerships.policies.agreement import May, agreements, agreements_left
from kith.partnerships.terms import VersionState


def withdrawals(viewer: Viewer, agreement_ids: Iterable[UUID]) -> QuerySet[Withdrawal]:
    """Who has left these agreements, the first to say so first."""
    seen = agreements(viewer, May.READ).filter(pk__in=list(agreement_ids))
    return Withdrawal.objects.filter(agreement_id__in=seen.values("pk")).order_by("said_at", "pk")


def own_withdrawals(viewer: Viewer, agreement_ids: Iterable[UUID]) -> dict[UUID, date]:
    """The last day of the viewer's organisation in those of these agreements that it leaves."""
    if viewer.organization_id is None:
        return {}
    rows = withdrawals(viewer, agreement_ids).filter(organization_id=viewer.organization_id)
    return {row.agreement_id: row.last_on for row in rows}


def check_has_not_left(viewer: Viewer, agreement: Agreement) -> None:
    """Raises Denied once the last day of the viewer's organisation is over everywhere."""
    if viewer.organization_id is None:
        return
    if agreements_left(viewer.organization_id).filter(agreement_id=agreement.pk).exists():
        raise Denied


def all_withdrawals(agreement: Agreement) -> QuerySet[Withdrawal]:
    """Who has said that they leave an agreement that its own policy has found for a change."""
    return Withdrawal.objects.filter(agreement_id=agreement.pk)


def bound_parties(agreement: Agreement, *, on: date) -> QuerySet[AgreementParty]:
    """Who has signed the words that bind and is bound on this day; the agreement was found for a change."""
    left = all_withdrawals(agreement).filter(last_on__lt=on)
    return AgreementParty.objects.filter(
        ~Q(organization_id__in=left.values("organization_id")),
        version__agreement_id=agreement.pk,
        version__state=VersionState.SIGNED.value,
        signed_at__isnull=False,
    ).order_by("place")


def check_nobody_leaves(agreement: Agreement, organization_ids: Iterable[UUID]) -> None:
    """Raises PartyHasLeft if one of these has said that it leaves; the agreement was found for a change."""
    if all_withdrawals(agreement).filter(organization_id__in=list(organization_ids)).exists():
        raise PartyHasLeft(field="parties")


def check_nobody_left_out(agreement: Agreement, must_sign: Iterable[UUID]) -> None:
    """Raises PartyLeftOut unless all sign again whose signature the words that bind needed.

    Who has said that it leaves need not. The agreement was found for a change.
    """
    leaving = all_withdrawals(agreement).values("organization_id")
    bound = AgreementParty.objects.filter(
        ~Q(organization_id__in=leaving),
        version__agreement_id=agreement.pk,
        version__state=VersionState.SIGNED.value,
        must_sign=True,
    )
    if bound.exclude(organization_id__in=list(must_sign)).exists():
        raise PartyLeftOut(field="parties")
