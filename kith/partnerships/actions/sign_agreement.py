"""Signing for one's own organisation."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.errors import AlreadySigned, NameMissing
from kith.partnerships.events import AgreementSigned
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.lifecycle.version import check_may_be_signed, check_seen
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import is_signed_by_all, own_party
from kith.partnerships.policies.draft import words_for_all
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner_contact import one_contact
from kith.partnerships.terms import SignedHow, VersionState


@transaction.atomic
def sign_agreement(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    seen_digest: str,
    name: str,
    role_title: str,
    contact_id: UUID | None = None,
) -> None:
    """Agree to exactly the words of `seen_digest`; the last signature needed brings them in force.

    A simple electronic signature: who, when, and the digest of the words in the event chain.
    `contact_id`: the named person whose link it was; None for one who has signed in.
    Raises NotFound, Denied, NameMissing, AlreadySigned, StaleVersion or StatusConflict.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    version = _to_be_signed(agreement)
    party = own_party(viewer, version)
    check_seen(seen_digest, version.text_digest)
    if party.signed_at is not None:
        raise AlreadySigned
    if contact_id is not None:
        party.signed_contact = one_contact(viewer, contact_id, MayPartner.ROUTE)
    _sign(viewer, party, name.strip(), role_title.strip())
    record(
        viewer,
        AgreementSigned(
            subject=agreement.ref,
            organization_id=party.organization_id,
            digest=version.text_digest,
            how=SignedHow(party.signed_how),
        ),
    )
    if version.state == VersionState.OFFERED.value and is_signed_by_all(version):
        bring_in_force(viewer, agreement_id=agreement_id)


def _to_be_signed(agreement: Agreement) -> Version:
    """The words on the table, else those that bind and somebody who need not may still sign."""
    if not is_living(agreement.status):
        raise StatusConflict
    found = words_for_all(agreement)
    if found is None:
        raise StatusConflict
    check_may_be_signed(found.state)
    return found


def _sign(viewer: Viewer, party: AgreementParty, name: str, role_title: str) -> None:
    if not name:
        raise NameMissing(field="name")
    if not role_title:
        raise NameMissing(field="role_title")
    party.signed_at = clock.now()
    party.signed_by_id = viewer.user_id
    party.signed_how = (SignedHow.BY_LINK if party.signed_contact_id else SignedHow.ON_SCREEN).value
    party.signer_name, party.signer_role = name, role_title
    party.save()
