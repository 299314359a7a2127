"""Where a named person at a partner is reached."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact
from kith.partnerships.views_of import ContactAddress


def contact_address(viewer: Viewer, *, contact_id: UUID) -> ContactAddress:
    """Name, addresses and language of an active contact, for Kith and for workers who may see the partner.

    Raises NotFound: an answer link or a portal never gets an address.
    """
    contact = one_contact(viewer, contact_id, May.READ)
    return ContactAddress(contact.name, contact.email, contact.phone, contact.language)
