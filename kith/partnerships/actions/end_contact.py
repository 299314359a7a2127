"""No longer asking or telling a person at a partner."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.events import ContactEnded
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact_to_change
from kith.post.actions.close_links_of_contact import close_links_of_contact


@transaction.atomic
def end_contact(viewer: Viewer, *, contact_id: UUID) -> None:
    """Keep the row for what was told earlier; nobody is asked or told through it again.

    Links that went to them are closed. Raises NotFound (also if ended before) or Denied.
    """
    contact = one_contact_to_change(viewer, contact_id, May.LOOK_AFTER)
    contact.is_active = False
    contact.code_hash = ""
    contact.save(update_fields=["is_active", "code_hash"])
    close_links_of_contact(viewer, contact_id=contact.id)
    partner = contact.partner
    record(
        viewer,
        ContactEnded(subject=partner.ref, organization_id=partner.organization_id, contact_id=contact.id),
    )
