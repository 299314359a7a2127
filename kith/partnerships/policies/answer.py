"""For which party somebody may answer words on the table: their own, or one they look after, by phone."""

from uuid import UUID

from kith.core.errors import Denied, StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner import check_looks_after
from kith.partnerships.policies.partner_contact import one_contact
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.speaking import AnySpeaker, Speaker
from kith.partnerships.terms import VersionState


def agreement_to_answer(viewer: Viewer, agreement_id: UUID, speaker: AnySpeaker) -> Agreement:
    """The agreement, locked, if the viewer may answer it for that party. Raises NotFound or Denied."""
    if isinstance(speaker, Speaker):
        agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
        if speaker.organization_id != viewer.organization_id:
            raise Denied
        if speaker.contact_id is not None:
            one_contact(viewer, speaker.contact_id, MayPartner.ROUTE)
        return agreement
    agreement = one_agreement_to_change(viewer, agreement_id, May.NOTE_PHONED)
    if speaker.organization_id == viewer.organization_id:
        raise Denied
    check_looks_after(viewer, organization_ids=[speaker.organization_id])
    return agreement


def asked_party(agreement: Agreement, organization_id: UUID) -> tuple[Version, AgreementParty]:
    """The words on the table and the party in them, which has not signed. Raises StatusConflict or Denied."""
    version = version_in_state(agreement, VersionState.OFFERED)
    if version is None or not is_living(agreement.status):
        raise StatusConflict
    party = next((one for one in all_parties(version) if one.organization_id == organization_id), None)
    if party is None:
        raise Denied
    if party.signed_at is not None:
        raise StatusConflict
    return version, party
