"""One named person at a partner, as those see who look after the partner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.errors import Denied
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts, one_contact


@dataclass(frozen=True, slots=True)
class ContactPage:
    """Who it is, for whom, and whether their own code is set."""

    id: UUID
    organization_id: UUID
    organization_name: str
    name: str
    role_title: str
    has_own_code: bool
    may_set_code: bool
    added_at: datetime
    is_unconfirmed: bool


def contact_page(viewer: Viewer, *, contact_id: UUID) -> ContactPage:
    """The active contact with this id, for who may change or confirm them. Raises NotFound or Denied."""
    contact = _for_keepers(viewer, contact_id)
    organization_id = contact.partner.organization_id
    names = organization_names(viewer, organization_ids=[organization_id])
    return ContactPage(
        id=contact.pk,
        organization_id=organization_id,
        organization_name=names.get(organization_id, ""),
        name=contact.name,
        role_title=contact.role_title,
        has_own_code=bool(contact.code_hash),
        may_set_code=contacts(viewer, May.OWN_CODE).filter(pk=contact.pk).exists(),
        added_at=contact.added_at,
        is_unconfirmed=contact.is_unconfirmed,
    )


def _for_keepers(viewer: Viewer, contact_id: UUID) -> PartnerContact:
    try:
        return one_contact(viewer, contact_id, May.LOOK_AFTER)
    except Denied:
        return one_contact(viewer, contact_id, May.CONFIRM)
