"""A partner without an account says what it would like to agree on."""

from uuid import UUID

from django.db import transaction

from kith.core.errors import Denied
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.partner_offer import PartnerOffer, wording_of_offer


@transaction.atomic
def propose_as_partner(viewer: Viewer, *, host_id: UUID, offer: PartnerOffer) -> UUID:
    """Write it and put it before the host at once, for the viewer's organisation. Returns the agreement's id.

    Nothing is signed by it. Raises Denied, NotFound, or what `check_wording` finds.
    """
    partner_id = viewer.organization_id
    if partner_id is None:
        raise Denied
    names = organization_names(viewer, organization_ids=[partner_id, host_id])
    wording = wording_of_offer(
        offer,
        partner_id=partner_id,
        host_id=host_id,
        names=(names.get(partner_id, ""), names.get(host_id, "")),
    )
    agreement_id = draft_agreement(viewer, wording=wording)
    propose_draft(viewer, agreement_id=agreement_id)
    return agreement_id
