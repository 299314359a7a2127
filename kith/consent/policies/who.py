"""Facts about a viewer that the rows of this room's policies are made of. A recipient is in none of them."""

from django.db.models import Q

from kith.core.policies.narrowing import NOTHING
from kith.core.viewer import Door, Role, Viewer

# Not Q(): an empty Q vanishes when it is joined with `|`.
EVERYTHING = ~Q(pk__in=[])


def is_system(viewer: Viewer) -> Q:
    """Kith itself: commands, the worker, and the privacy decision."""
    return EVERYTHING if viewer.is_system else NOTHING


def is_the_person(viewer: Viewer) -> Q:
    """The person, in their own portal."""
    if viewer.door is not Door.PORTAL or viewer.person_id is None:
        return NOTHING
    return Q(person_id=viewer.person_id)


def works_with_the_person(viewer: Viewer) -> Q:
    """Navigators and clinicians of the organisation that holds the record."""
    return _of_holder(viewer, Role.NAVIGATOR, Role.CLINICIAN)


def keeps_privacy_there(viewer: Viewer) -> Q:
    """The privacy officer of the organisation that holds the record."""
    return _of_holder(viewer, Role.PRIVACY_OFFICER)


def _of_holder(viewer: Viewer, *roles: Role) -> Q:
    if viewer.only is not None or not viewer.has(*roles):
        return NOTHING
    return Q(holder_id=viewer.organization_id)
