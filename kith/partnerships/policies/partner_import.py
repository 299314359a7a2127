"""A spreadsheet of partners is seen, taken in and undone by who welcomes partners for the host."""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core import clock
from kith.core.policies.narrowing import NOTHING, one
from kith.core.viewer import Viewer
from kith.partnerships.models import Agreement, AgreementParty, Partner, PartnerContact, PartnerImport, Seat
from kith.partnerships.policies.partner import is_welcoming
from kith.partnerships.terms import AgreementStatus

DAYS_TO_UNDO = 7


class May(StrEnum):
    """What may be done with an import."""

    READ = "read"
    CHANGE = "change"


def _welcoming(viewer: Viewer) -> Q:
    """Whoever welcomes partners for the host, in its own imports."""
    if viewer.is_system or not is_welcoming(viewer):
        return NOTHING
    return Q(organization_id=viewer.organization_id)


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _welcoming, May.CHANGE: _welcoming}


def one_import(viewer: Viewer, import_id: UUID) -> PartnerImport:
    """The import with this id. Raises NotFound."""
    return one(PartnerImport.objects.all(), POLICY, viewer, row_id=import_id, may=May.READ, read=May.READ)


def one_import_to_change(viewer: Viewer, import_id: UUID) -> PartnerImport:
    """As `one_import`, locked until the transaction ends. Raises NotFound."""
    rows = PartnerImport.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=import_id, may=May.CHANGE, read=May.READ)


def may_be_undone(found: PartnerImport) -> bool:
    """True within seven days of the taking in, once."""
    if found.taken_at is None or found.undone_at is not None:
        return False
    return clock.now() < found.taken_at + timedelta(days=DAYS_TO_UNDO)


def contacts_of_import(found: PartnerImport) -> QuerySet[PartnerContact]:
    """The people that an import, found by its own policy, has named and that are still asked."""
    return PartnerContact.objects.filter(pk__in=found.made.get("contacts", []), is_active=True)


def drafts_of_import(found: PartnerImport) -> list[Agreement]:
    """The drafts that an import, found by its own policy, has written and that nobody else has seen."""
    ours = Agreement.objects.filter(
        pk__in=found.made.get("agreements", []), status=AgreementStatus.DRAFT.value
    )
    return list(ours)


def partners_nobody_uses(found: PartnerImport) -> list[Partner]:
    """The partners that an import, found by its own policy, has welcomed, and that nothing refers to.

    Somebody who was asked or told there stays on record, and so does the partner.
    """
    ours = Partner.objects.filter(organization_id__in=found.made.get("partners", []))
    named = PartnerContact.objects.filter(partner_id=OuterRef("pk"))
    agreed = AgreementParty.objects.filter(organization_id=OuterRef("organization_id"))
    seated = Seat.objects.filter(organization_id=OuterRef("organization_id"))
    return list(ours.filter(~Exists(named), ~Exists(agreed), ~Exists(seated)))
