"""Setting a contact's own code, once."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.errors import CodeAlreadySet, CodeTooShort
from kith.partnerships.events import ContactCodeSet
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact_to_change

SHORTEST = 6
LONGEST = 40
LEAST_DIFFERENT = 3


@transaction.atomic
def set_contact_code(viewer: Viewer, *, contact_id: UUID, code: str) -> None:
    """Keep a salted hash of the code that opens the page with a name. It is set once.

    Only the partner itself sets it, or the named person by the link in their own mail. Raises NotFound,
    Denied, CodeTooShort, or CodeAlreadySet.
    """
    if viewer.only not in {None, Ref("contact", contact_id)}:
        raise NotFound
    contact = one_contact_to_change(viewer, contact_id, May.OWN_CODE)
    if contact.code_hash:
        raise CodeAlreadySet
    if not SHORTEST <= len(code.strip()) <= LONGEST or len(set(code.strip())) < LEAST_DIFFERENT:
        raise CodeTooShort(field="code")
    contact.code_hash = make_password(code.strip())
    contact.save(update_fields=["code_hash"])
    partner = contact.partner
    record(
        viewer,
        ContactCodeSet(subject=partner.ref, organization_id=partner.organization_id, contact_id=contact.id),
    )
