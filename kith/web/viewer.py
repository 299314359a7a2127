"""From a session to a Viewer."""

from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from kith.accounts.queries.viewer_of import viewer_of
from kith.core.viewer import Door, Purpose, Viewer
from kith.people.queries.own_person_id import own_person_id
from kith.web.request import ACTING_FOR, KithRequest


def viewer_of_request(request: KithRequest) -> Viewer:
    """Who is looking: nobody, a member acting for one organisation, or a person at their own page."""
    nobody = Viewer.nobody(Door.PUBLIC)
    if not request.user.is_authenticated:
        return nobody
    viewer = viewer_of(nobody, user_id=request.user.pk, organization_id=chosen_organization(request))
    if viewer.organization_id is not None or viewer.user_id is None:
        return viewer
    return at_own_page(viewer, user_id=viewer.user_id)


def chosen_organization(request: KithRequest) -> UUID | None:
    """The organisation that a member of several chose for this session."""
    with suppress(ValueError):
        return UUID(str(request.session.get(ACTING_FOR, "")))
    return None


def at_own_page(viewer: Viewer, *, user_id: UUID) -> Viewer:
    """The viewer as the person that this sign-in belongs to, if it belongs to one."""
    person_id = own_person_id(viewer, user_id=user_id)
    if person_id is None:
        return viewer
    return replace(viewer, person_id=person_id, door=Door.PORTAL, purpose=Purpose.OWN_RECORD)
