"""Ending an agreement, or taking back a proposal or a draft."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.events import AgreementEnded
from kith.partnerships.lifecycle.agreement import check_step
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.terms import AgreementStatus


@transaction.atomic
def end_agreement(viewer: Viewer, *, agreement_id: UUID) -> None:
    """From now on the agreement binds nobody; what was signed stays on record.

    Raises NotFound, Denied or StatusConflict.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.END)
    check_step(agreement.status, AgreementStatus.ENDED)
    was = AgreementStatus(agreement.status)
    agreement.status = AgreementStatus.ENDED.value
    agreement.ended_at = clock.now()
    agreement.save(update_fields=["status", "ended_at"])
    record(viewer, AgreementEnded(subject=agreement.ref, organization_id=viewer.organization_id, was=was))
