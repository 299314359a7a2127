"""Who may know a person, and what they may do with the record."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import Denied
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer
from kith.people.models import Person


class May(StrEnum):
    """What may be done with a person's record."""

    KNOW = "know"
    READ = "read"
    CHANGE = "change"
    OPEN_PORTAL = "open_portal"
    CLOSE_PORTAL = "close_portal"
    LINK_PORTAL = "link_portal"
    HAND_OVER = "hand_over"
    COUNT = "count"


def _is_system(viewer: Viewer) -> Q:
    return ALL if viewer.is_system else NOTHING


def _own_record(viewer: Viewer) -> Q:
    """The person, signed in to their own page."""
    return Q(pk=viewer.person_id) if viewer.person_id is not None else NOTHING


def _own_login(viewer: Viewer) -> Q:
    """The login itself, before the page knows whose it is."""
    return Q(portal_user_id=viewer.user_id) if viewer.user_id is not None else NOTHING


def _looks_after_people_here(viewer: Viewer) -> Q:
    """A navigator or clinician of the organisation that took the person in, who is not in the portal."""
    if viewer.person_id is not None or not viewer.has(Role.NAVIGATOR, Role.CLINICIAN):
        return NOTHING
    return Q(organization_id=viewer.organization_id)


def _guards_privacy_here(viewer: Viewer) -> Q:
    """The privacy officer of that organisation knows that there is a record, and not what is in it."""
    if viewer.person_id is not None or not viewer.has(Role.PRIVACY_OFFICER):
        return NOTHING
    return Q(organization_id=viewer.organization_id)


def _or(*facts: Callable[[Viewer], Q]) -> Callable[[Viewer], Q]:
    """True where one of the facts is."""
    return lambda viewer: reduce(or_, (fact(viewer) for fact in facts), NOTHING)


POLICY: Mapping[May, Callable[[Viewer], Q]] = {
    May.KNOW: _or(_is_system, _own_record, _looks_after_people_here, _guards_privacy_here),
    May.READ: _or(_is_system, _own_record, _looks_after_people_here),
    May.CHANGE: _or(_is_system, _own_record, _looks_after_people_here),
    May.OPEN_PORTAL: _looks_after_people_here,
    May.CLOSE_PORTAL: _or(_own_record, _looks_after_people_here),
    May.LINK_PORTAL: _is_system,
    May.HAND_OVER: _looks_after_people_here,
    May.COUNT: _or(_is_system, _looks_after_people_here),
}


def persons(viewer: Viewer, may: May) -> QuerySet[Person]:
    """The people whose record `viewer` may `may`."""
    return narrowed(Person.objects.all(), POLICY, viewer, may)


def one_person(viewer: Viewer, person_id: UUID, may: May) -> Person:
    """The one person. Raises NotFound if the viewer may not know them, Denied if not allowed."""
    return one(Person.objects.all(), POLICY, viewer, row_id=person_id, may=may, read=May.KNOW)


def one_person_to_change(viewer: Viewer, person_id: UUID, may: May) -> Person:
    """As `one_person`, locked until the transaction ends: of two changes at once neither undoes the other."""
    rows = Person.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=person_id, may=may, read=May.KNOW)


def person_of_login(viewer: Viewer, *, user_id: UUID) -> QuerySet[Person]:
    """The person whose own login this is: asked by that login, or by the system."""
    allowed = _or(_is_system, _own_login)(viewer)
    return Person.objects.filter(allowed, portal_user_id=user_id)


def organization_taking_in(viewer: Viewer) -> UUID:
    """The organisation for which `viewer` may take someone in. Raises Denied for other roles."""
    may = viewer.person_id is None and viewer.has(Role.NAVIGATOR, Role.CLINICIAN)
    if viewer.organization_id is None or not may:
        raise Denied
    return viewer.organization_id
