"""A wording that every party has signed begins to bind."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.let_go_of_variations import let_go_of_variations
from kith.partnerships.events import AgreementInForce
from kith.partnerships.lifecycle import version as version_steps
from kith.partnerships.lifecycle.agreement import check_step
from kith.partnerships.models import Agreement, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.terms import AgreementStatus, VersionState


@transaction.atomic
def bring_in_force(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Take the last step once all who must have signed; the words that bound before are replaced.

    Raises NotFound, Denied, or StatusConflict if nothing is on the table or a signature is missing.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    version = version_in_state(agreement, VersionState.OFFERED)
    if version is None:
        raise StatusConflict
    parties = list(all_parties(version))
    if any(party.signed_at is None for party in parties if party.must_sign):
        raise StatusConflict
    before = _replace_what_bound(agreement)
    if before is not None:
        let_go_of_variations(viewer, agreement_id=agreement_id, before=before, after=version.pk)
    _let_bind(version)
    _put_in_force(agreement)
    record(
        viewer,
        AgreementInForce(
            subject=agreement.ref,
            organization_id=agreement.drafted_by_id,
            number=version.number,
            digest=version.text_digest,
            parties=[str(party.organization_id) for party in parties],
        ),
    )


def _replace_what_bound(agreement: Agreement) -> UUID | None:
    before = version_in_state(agreement, VersionState.SIGNED)
    if before is None:
        return None
    version_steps.check_step(before.state, VersionState.REPLACED)
    before.state = VersionState.REPLACED.value
    before.replaced_at = clock.now()
    before.save(update_fields=["state", "replaced_at"])
    return before.pk


def _let_bind(version: Version) -> None:
    version_steps.check_step(version.state, VersionState.SIGNED)
    version.state = VersionState.SIGNED.value
    version.signed_at = clock.now()
    version.save(update_fields=["state", "signed_at"])


def _put_in_force(agreement: Agreement) -> None:
    """A living agreement gets new words and stays as it stands; a first wording begins to bind."""
    if agreement.status != AgreementStatus.PROPOSED.value:
        return
    check_step(agreement.status, AgreementStatus.IN_FORCE)
    agreement.status = AgreementStatus.IN_FORCE.value
    agreement.in_force_at = clock.now()
    agreement.save(update_fields=["status", "in_force_at"])
