"""Invite a person to their own page."""

from uuid import UUID

from django.db import transaction

from kith.accounts.actions.invite_to_portal import invite_to_portal
from kith.accounts.actions.withdraw_if_open import withdraw_if_open
from kith.accounts.invitation_token import MadeInvitation
from kith.core.events import record
from kith.core.viewer import Door, Viewer
from kith.people.errors import AlreadyLinked
from kith.people.events import PortalOpened
from kith.people.policies.person import May, one_person_to_change
from kith.people.terms import LinkGiven

KITH_ITSELF = Viewer.system(Door.WORKER)


@transaction.atomic
def open_portal(viewer: Viewer, *, person_id: UUID, email: str, given: LinkGiven) -> MadeInvitation:
    """Make an invitation to the person's own page, in place of an earlier one that was not taken up.

    The caller gives the token to the person, and to nobody else, as `given` says. Raises NotFound,
    Denied, BadEmail, or AlreadyLinked if the person has a page of their own.
    """
    person = one_person_to_change(viewer, person_id, May.OPEN_PORTAL)
    if person.portal_user_id is not None:
        raise AlreadyLinked
    if person.portal_invitation_id is not None:
        withdraw_if_open(KITH_ITSELF, invitation_id=person.portal_invitation_id)
    invitation = invite_to_portal(viewer, email=email)
    person.portal_invitation_id = invitation.id
    person.save(update_fields=["portal_invitation_id"])
    record(
        viewer,
        PortalOpened(
            subject=person.ref,
            organization_id=person.organization_id,
            person_id=person.id,
            invitation_id=invitation.id,
            given=given,
        ),
    )
    return invitation
