"""Nobody reads the person's own page any more."""

from uuid import UUID

from django.db import transaction

from kith.accounts.actions.end_sessions_of import end_sessions_of
from kith.accounts.actions.withdraw_if_open import withdraw_if_open
from kith.core.events import record
from kith.core.viewer import Door, Viewer
from kith.people.events import PortalClosed
from kith.people.policies.person import May, one_person_to_change

KITH_ITSELF = Viewer.system(Door.WORKER)


@transaction.atomic
def close_portal(viewer: Viewer, *, person_id: UUID) -> UUID:
    """Take the login off the page, sign it out on every device, and take a waiting invitation back.

    A page that is closed already stays so, without an event. Returns the person's id. Raises NotFound or
    Denied.
    """
    person = one_person_to_change(viewer, person_id, May.CLOSE_PORTAL)
    login_id, invitation_id = person.portal_user_id, person.portal_invitation_id
    if login_id is None and invitation_id is None:
        return person.id
    person.portal_user_id = person.portal_invitation_id = None
    person.save(update_fields=["portal_user_id", "portal_invitation_id"])
    if login_id is not None:
        end_sessions_of(KITH_ITSELF, user_id=login_id)
    if invitation_id is not None:
        withdraw_if_open(KITH_ITSELF, invitation_id=invitation_id)
    record(
        viewer,
        PortalClosed(
            subject=person.ref,
            organization_id=person.organization_id,
            person_id=person.id,
            portal_user_id=login_id,
        ),
    )
    return person.id
