"""An agreement that every party has signed begins to bind."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.events import AgreementInForce
from kith.partnerships.lifecycle.agreement import check_step
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.terms import AgreementStatus


@transaction.atomic
def bring_in_force(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Take the last step once all have signed; `sign_agreement` and `adopt_paper_agreement` end with it.

    Raises NotFound, Denied, or StatusConflict if it is not proposed or a signature is missing.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    check_step(agreement.status, AgreementStatus.IN_FORCE)
    parties = list(all_parties(agreement))
    if any(party.signed_at is None for party in parties):
        raise StatusConflict
    agreement.status = AgreementStatus.IN_FORCE.value
    agreement.in_force_at = clock.now()
    agreement.save(update_fields=["status", "in_force_at"])
    record(
        viewer,
        AgreementInForce(
            subject=agreement.ref,
            organization_id=agreement.drafted_by_id,
            digest=agreement.text_digest,
            parties=[str(party.organization_id) for party in parties],
        ),
    )
