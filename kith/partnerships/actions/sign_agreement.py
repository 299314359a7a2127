"""Signing for one's own organisation."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.errors import AlreadySigned, NameMissing
from kith.partnerships.events import AgreementSigned
from kith.partnerships.lifecycle.agreement import check_may_be_signed
from kith.partnerships.models import AgreementParty
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties, own_party
from kith.partnerships.terms import SignedHow


@transaction.atomic
def sign_agreement(viewer: Viewer, *, agreement_id: UUID, name: str, role_title: str) -> None:
    """Agree to exactly these words for the viewer's organisation; the last signature brings them in force.

    A simple electronic signature: who, when, and the digest of the words in the event chain.
    Raises NotFound, Denied, NameMissing, AlreadySigned or StatusConflict.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    party = own_party(viewer, agreement)
    if party.signed_at is not None:
        raise AlreadySigned
    check_may_be_signed(agreement.status)
    _sign(viewer, party, name.strip(), role_title.strip())
    record(
        viewer,
        AgreementSigned(
            subject=agreement.ref,
            organization_id=party.organization_id,
            digest=agreement.text_digest,
            how=SignedHow.ON_SCREEN,
        ),
    )
    if all(other.signed_at is not None for other in all_parties(agreement)):
        bring_in_force(viewer, agreement_id=agreement_id)


def _sign(viewer: Viewer, party: AgreementParty, name: str, role_title: str) -> None:
    if not name:
        raise NameMissing(field="name")
    if not role_title:
        raise NameMissing(field="role_title")
    party.signed_at = clock.now()
    party.signed_by_id = viewer.user_id
    party.signed_how = SignedHow.ON_SCREEN.value
    party.signer_name, party.signer_role = name, role_title
    party.save()
