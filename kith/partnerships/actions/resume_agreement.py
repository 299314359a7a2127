"""A suspended agreement binds again."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_events import AgreementResumed
from kith.partnerships.life_terms import LifeStep
from kith.partnerships.lifecycle.agreement import check_step
from kith.partnerships.models import LifeNote
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.terms import AgreementStatus


@transaction.atomic
def resume_agreement(viewer: Viewer, *, agreement_id: UUID, words: str) -> None:
    """From now on it binds again, within its dates.

    Raises NotFound, Denied, or StatusConflict unless it is suspended.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.STEER)
    if agreement.status != AgreementStatus.SUSPENDED.value:
        raise StatusConflict
    check_step(agreement.status, AgreementStatus.IN_FORCE)
    agreement.status = AgreementStatus.IN_FORCE.value
    agreement.suspended_at = None
    agreement.save(update_fields=["status", "suspended_at"])
    LifeNote.objects.create(
        agreement=agreement,
        step=LifeStep.RESUMED.value,
        words=words.strip(),
        organization_id=viewer.organization_id,
        noted_by_id=viewer.user_id,
        noted_at=clock.now(),
    )
    record(viewer, AgreementResumed(subject=agreement.ref, organization_id=viewer.organization_id))
