"""Putting an agreement to the table that it belongs to."""

from uuid import UUID

from django.db import transaction

from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.partnership import May as MayAtTable
from kith.partnerships.policies.partnership import one_partnership
from kith.partnerships.table_events import AgreementPutToPartnership


@transaction.atomic
def put_to_partnership(viewer: Viewer, *, agreement_id: UUID, partnership_id: UUID) -> UUID:
    """Once, for an agreement at no table yet; its words stay as they are. Returns the agreement's id.

    Who sits at the table sees it there only if they may read it anyway. Raises NotFound (no such agreement,
    or no table of the viewer's), Denied, or StatusConflict for one that is over or at a table already.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    table = one_partnership(viewer, partnership_id, MayAtTable.READ)
    if agreement.partnership_id is not None or not is_living(agreement.status):
        raise StatusConflict
    agreement.partnership_id = table.pk
    agreement.save(update_fields=["partnership"])
    record(
        viewer,
        AgreementPutToPartnership(
            subject=agreement.ref, organization_id=viewer.organization_id, partnership_id=table.pk
        ),
    )
    return agreement_id
