"""Trying a contact's own code."""

from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password
from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.errors import TooManyCodeTries
from kith.partnerships.events import ContactCodeLocked
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact_to_change

MOST_TRIES = 5
WINDOW = timedelta(minutes=15)


@transaction.atomic
def check_contact_code(viewer: Viewer, *, contact_id: UUID, code: str) -> bool:
    """True if `code` is the contact's own. Five wrong tries in 15 minutes, then none counts for a while.

    The row is locked, so that tries at the same moment are counted one by one. A caller keeps this in a
    transaction of its own, so that a wrong try stays counted. Without a code set: False.
    Raises NotFound or TooManyCodeTries.
    """
    contact = one_contact_to_change(viewer, contact_id, May.PAUSE)
    _open_window(contact)
    if contact.code_tries >= MOST_TRIES:
        raise TooManyCodeTries
    is_right = bool(contact.code_hash) and check_password(code.strip(), contact.code_hash)
    contact.code_tries = 0 if is_right else contact.code_tries + 1
    contact.save(update_fields=["code_tries", "code_tried_since"])
    if contact.code_tries == MOST_TRIES:
        partner = contact.partner
        record(
            viewer,
            ContactCodeLocked(
                subject=partner.ref, organization_id=partner.organization_id, contact_id=contact.id
            ),
        )
    return is_right


def _open_window(contact: PartnerContact) -> None:
    """Begin to count anew where the last count began over 15 minutes ago."""
    now = clock.now()
    if contact.code_tried_since is None or contact.code_tried_since + WINDOW <= now:
        contact.code_tried_since = now
        contact.code_tries = 0
