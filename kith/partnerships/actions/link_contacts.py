"""Somebody can sign in now: contacts with the same mail address are the same human."""

from uuid import UUID

from django.db import transaction

from kith.accounts.queries.sign_in_of import sign_in_of
from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts_ever


@transaction.atomic
def link_contacts(viewer: Viewer, *, user_id: UUID) -> int:
    """Note the user beside each contact with their mail address, ended ones too; returns how many.

    For Kith itself. No event: it is nothing that anybody did, and nobody is shown it.
    """
    user = sign_in_of(viewer, user_id=user_id)
    if user is None or not viewer.is_system:
        return 0
    rows = contacts_ever(viewer, May.LOOK_AFTER).filter(user__isnull=True)
    same = [row.pk for row in rows if row.email.strip().casefold() == user.email.casefold()]
    return contacts_ever(viewer, May.LOOK_AFTER).filter(pk__in=same).update(user_id=user_id)
