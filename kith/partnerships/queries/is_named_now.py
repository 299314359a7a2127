"""Whether somebody is still a named person at a partner."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts


def is_named_now(viewer: Viewer, *, contact_id: UUID) -> bool:
    """True while this contact is active at a partner whose route the viewer may know. One statement."""
    return contacts(viewer, May.ROUTE).filter(pk=contact_id).exists()
