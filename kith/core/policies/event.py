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


def _own_trail(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    if viewer.door == Door.PORTAL and viewer.person_id is not None:
        return Q(person_id=viewer.person_id)
    if viewer.has(Role.PRIVACY_OFFICER):
        return _of_organization(viewer)
    return NOTHING


def _of_organization(viewer: Viewer) -> Q:
    """Done by the officer's organisation, or about it."""
    return Q(acting_organization_id=viewer.organization_id) | Q(organization_id=viewer.organization_id)


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _own_trail}


def events(viewer: Viewer, may: May) -> QuerySet[Event]:
    """The events that `viewer` may `may`."""
    return narrowed(Event.objects.all(), POLICY, viewer, may)
