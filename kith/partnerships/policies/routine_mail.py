"""When a partner was last written to as a matter of routine, and what it was told; for Kith itself."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.partnerships.models import PartnerContact, RoutineMail
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.partner_contact import contacts


def routine_mails(viewer: Viewer) -> QuerySet[RoutineMail]:
    """The routine mails to the partners that the viewer looks after, the newest first."""
    seen = partners(viewer, May.LOOK_AFTER)
    return RoutineMail.objects.filter(partner_id__in=seen.values("pk")).order_by("-queued_at", "-pk")


def written_since(viewer: Viewer, moment: datetime) -> QuerySet[RoutineMail]:
    """Those after this moment."""
    return routine_mails(viewer).filter(queued_at__gt=moment)


def told_keys(viewer: Viewer, partner_id: UUID) -> set[str]:
    """The lines that this partner was told already."""
    kept = routine_mails(viewer).filter(partner_id=partner_id).values_list("keys", flat=True)
    return {str(key) for keys in kept for key in keys}


def reader_of(viewer: Viewer, organization_id: UUID) -> PartnerContact | None:
    """The same by organisation; None also for one that is no partner."""
    partner = partners(viewer, May.LOOK_AFTER).filter(organization_id=organization_id).first()
    return reader_at(viewer, partner.pk) if partner is not None else None


def reader_at(viewer: Viewer, partner_id: UUID) -> PartnerContact | None:
    """The first confirmed person there who has a mail address: one reader, so one mail."""
    named = contacts(viewer, May.LOOK_AFTER).filter(partner_id=partner_id, confirmed_at__isnull=False)
    return next((contact for contact in named.select_related("partner") if contact.email), None)
