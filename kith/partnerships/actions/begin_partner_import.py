"""Keeping the rows of a spreadsheet until somebody has looked at them."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput, Denied
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.import_events import PartnerImportBegun
from kith.partnerships.models import PartnerImport
from kith.partnerships.policies.partner import check_may_welcome
from kith.partnerships.sheet_rows import SheetPartner, written

MOST_ROWS = 500


@transaction.atomic
def begin_partner_import(viewer: Viewer, *, rows: tuple[SheetPartner, ...]) -> UUID:
    """Keep the rows, sealed; nothing else is written yet. Returns the import's id.

    Raises Denied unless the host's welcomers do it, or BadInput for no row or over 500.
    """
    check_may_welcome(viewer)
    if viewer.organization_id is None:
        raise Denied
    if not rows:
        raise BadInput(_("There is no row below the headings."), field="file")
    if len(rows) > MOST_ROWS:
        raise BadInput(_("There are over 500 rows. Please take them in parts."), field="file")
    kept = PartnerImport.objects.create(
        organization_id=viewer.organization_id,
        begun_by_id=viewer.user_id,
        begun_at=clock.now(),
        rows=written(rows),
    )
    record(
        viewer,
        PartnerImportBegun(subject=kept.ref, organization_id=kept.organization_id, rows=len(rows)),
    )
    return kept.id
