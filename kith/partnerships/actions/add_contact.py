"""Naming a person at a partner."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kith.accounts.queries.user_with_email import user_with_email
from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Door, Viewer
from kith.partnerships.errors import NameMissing, NoWayToReach, SharedMailbox
from kith.partnerships.events import ContactAdded
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.partner import May, one_partner

KITH_ITSELF = Viewer.system(Door.WORKER)
SHARED = frozenset(
    {
        *("info", "office", "contact", "admin", "hello", "mail", "post", "team", "support", "help"),
        *("enquiries", "inquiries", "reception", "frontdesk", "noreply", "no-reply", "webmaster"),
    }
)


@transaction.atomic
def add_contact(
    viewer: Viewer,
    *,
    organization_id: UUID,
    name: str,
    role_title: str,
    email: str,
    phone: str,
    language: str,
    best_time: str = "",
) -> UUID:
    """Add one named person who is asked, and told, for the partner. Returns the contact's id.

    No name goes to a person whom others than the partner added, until `confirm_contact`.
    Whoever signs in with the same mail address is noted beside it, and nobody is told so. Raises NotFound,
    Denied, NameMissing, NoWayToReach, SharedMailbox, or BadInput for a mail address that is none.
    """
    partner = one_partner(viewer, organization_id, May.LOOK_AFTER)
    _check_person(name, role_title)
    _check_ways(email.strip(), phone)
    now = clock.now()
    contact = PartnerContact.objects.create(
        partner=partner,
        name=name.strip(),
        role_title=role_title.strip(),
        email=email.strip(),
        phone=phone.strip(),
        user_id=user_with_email(KITH_ITSELF, email=email) if email.strip() else None,
        language=language,
        best_time=best_time.strip(),
        added_at=now,
        added_by_id=viewer.user_id,
        confirmed_at=now if viewer.organization_id == organization_id else None,
    )
    record(viewer, ContactAdded(subject=partner.ref, organization_id=organization_id, contact_id=contact.id))
    return contact.id


def _check_person(name: str, role_title: str) -> None:
    if not name.strip():
        raise NameMissing(field="name")
    if not role_title.strip():
        raise NameMissing(field="role_title")


def _check_ways(email: str, phone: str) -> None:
    if not email and not any(sign.isdigit() for sign in phone):
        raise NoWayToReach(field="phone")
    if not email:
        return
    try:
        validate_email(email)
    except ValidationError as error:
        raise BadInput(error.message, field="email") from error
    if email.partition("@")[0].lower() in SHARED:
        raise SharedMailbox(field="email")
