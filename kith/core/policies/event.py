"""Who may read the trail: the system, the privacy officer, and the person about their own record."""

from collections.abc import Callable
from enum import StrEnum

from django.db.models import Q, QuerySet

from kith.core.models import Event
from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Door, Role, Viewer


class May(StrEnum):
    """What one may do with events. Nobody may change them."""

    READ = "read"
    FIND_BY_PERSON = "find_by_person"


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


def _own_trail(viewer: Viewer) -> Q:
    """The person, in the portal."""
    is_portal = viewer.door == Door.PORTAL and viewer.person_id is not None
    return Q(person_id=viewer.person_id) if is_portal else NOTHING


def _concerns(viewer: Viewer) -> Q:
    """About the officer's organisation; where there is a person, it keeps that record."""
    is_officer = viewer.has(Role.PRIVACY_OFFICER)
    return Q(organization_id=viewer.organization_id) if is_officer else NOTHING


def _took_part(viewer: Viewer) -> Q:
    """Done by the officer's organisation, or told to it as the partner at the other end."""
    if not viewer.has(Role.PRIVACY_OFFICER):
        return NOTHING
    done = Q(acting_organization_id=viewer.organization_id)
    return done | Q(partner_organization_id=viewer.organization_id)


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _system(v) | _own_trail(v) | _concerns(v) | _took_part(v),
    May.FIND_BY_PERSON: lambda v: _system(v) | _own_trail(v) | _concerns(v),
}


def events(viewer: Viewer, may: May) -> QuerySet[Event]:
    """The events that `viewer` may `may`."""
    return narrowed(Event.objects.all(), POLICY, viewer, may)


def is_kept_by_others(viewer: Viewer, event: Event) -> bool:
    """Whether an officer reads it as a partner: then not about whom, nor by whom elsewhere (promise 1)."""
    is_officer = not viewer.is_system and viewer.door is not Door.PORTAL
    return is_officer and event.person_id is not None and event.organization_id != viewer.organization_id
