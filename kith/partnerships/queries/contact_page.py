"""One named person at a partner, as those see who look after the partner."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact


@dataclass(frozen=True, slots=True)
class ContactPage:
    """Who it is, for whom, and whether their own code is set."""

    id: UUID
    organization_id: UUID
    organization_name: str
    name: str
    role_title: str
    has_own_code: bool


def contact_page(viewer: Viewer, *, contact_id: UUID) -> ContactPage:
    """The active contact with this id. Raises NotFound, or Denied where the viewer only reads the partner."""
    contact = one_contact(viewer, contact_id, May.LOOK_AFTER)
    organization_id = contact.partner.organization_id
    names = organization_names(viewer, organization_ids=[organization_id])
    return ContactPage(
        id=contact.pk,
        organization_id=organization_id,
        organization_name=names.get(organization_id, ""),
        name=contact.name,
        role_title=contact.role_title,
        has_own_code=bool(contact.code_hash),
    )
