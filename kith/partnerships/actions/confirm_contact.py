"""Saying that a named person is the right one."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.events import ContactConfirmed
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact_to_change


@transaction.atomic
def confirm_contact(viewer: Viewer, *, contact_id: UUID) -> None:
    """Let names go to a newly added person from now on; said again, it changes nothing.

    Raises NotFound, or Denied, also for whoever added the person.
    """
    contact = one_contact_to_change(viewer, contact_id, May.CONFIRM)
    if contact.confirmed_at is not None:
        return
    if viewer.user_id is not None and viewer.user_id == contact.added_by_id:
        raise Denied
    contact.confirmed_at = clock.now()
    contact.save(update_fields=["confirmed_at"])
    partner = contact.partner
    record(
        viewer,
        ContactConfirmed(subject=partner.ref, organization_id=partner.organization_id, contact_id=contact.id),
    )
