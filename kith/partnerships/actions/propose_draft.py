"""Putting a draft before its parties."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.events import AgreementProposed
from kith.partnerships.lifecycle.agreement import check_step
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.terms import AgreementStatus


@transaction.atomic
def propose_draft(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Fix the words and show them to all parties, who may now sign.

    Raises NotFound, Denied or StatusConflict.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    check_step(agreement.status, AgreementStatus.PROPOSED)
    agreement.status = AgreementStatus.PROPOSED.value
    agreement.proposed_at = clock.now()
    agreement.save(update_fields=["status", "proposed_at"])
    record(
        viewer,
        AgreementProposed(
            subject=agreement.ref,
            organization_id=agreement.drafted_by_id,
            digest=agreement.text_digest,
            parties=[str(party.organization_id) for party in all_parties(agreement)],
        ),
    )
