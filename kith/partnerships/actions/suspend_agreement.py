"""Letting an agreement rest."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_errors import WordsMissing
from kith.partnerships.life_events import AgreementSuspended
from kith.partnerships.life_terms import LifeStep, SuspendReason
from kith.partnerships.lifecycle.agreement import check_step
from kith.partnerships.models import LifeNote
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.terms import AgreementStatus


@transaction.atomic
def suspend_agreement(viewer: Viewer, *, agreement_id: UUID, reason: SuspendReason, words: str) -> None:
    """From now on it binds nobody, until a party resumes it. The reason is kept for all parties.

    Raises NotFound, Denied, WordsMissing, or StatusConflict unless it is in force.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.STEER)
    if not words.strip():
        raise WordsMissing(field="words")
    check_step(agreement.status, AgreementStatus.SUSPENDED)
    agreement.status = AgreementStatus.SUSPENDED.value
    agreement.suspended_at = clock.now()
    agreement.save(update_fields=["status", "suspended_at"])
    LifeNote.objects.create(
        agreement=agreement,
        step=LifeStep.SUSPENDED.value,
        reason=reason.value,
        words=words.strip(),
        organization_id=viewer.organization_id,
        noted_by_id=viewer.user_id,
        noted_at=agreement.suspended_at,
    )
    record(
        viewer,
        AgreementSuspended(subject=agreement.ref, organization_id=viewer.organization_id, reason=reason),
    )
