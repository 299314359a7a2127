"""Who may seal the trail and check it: the system, admins and privacy officers (they see counts only)."""

from collections.abc import Callable
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core.models import Event, EventSeal, EventWaiting
from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Role, Viewer


class May(StrEnum):
    """What one may do with the chain as a whole."""

    SEAL = "seal"
    VERIFY = "verify"


def _keeper(viewer: Viewer) -> Q:
    return ALL if viewer.is_system else NOTHING


def _auditor(viewer: Viewer) -> Q:
    if viewer.is_system or viewer.has(Role.ADMIN, Role.PRIVACY_OFFICER):
        return ALL
    return NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {May.SEAL: _keeper, May.VERIFY: _auditor}


def may_touch(viewer: Viewer, may: May) -> bool:
    """True if the viewer may do this with the chain at all."""
    return POLICY[may](viewer) != NOTHING


def seals(viewer: Viewer, may: May) -> QuerySet[EventSeal]:
    """The chain, in order."""
    return narrowed(EventSeal.objects.all(), POLICY, viewer, may).order_by("seq")


def chained_events(viewer: Viewer, may: May) -> QuerySet[Event]:
    """All events, to be sealed or compared with their seals."""
    return narrowed(Event.objects.all(), POLICY, viewer, may)


def waiting(viewer: Viewer, may: May) -> QuerySet[EventWaiting]:
    """The marks of events without a seal, in the order the events were made."""
    return narrowed(EventWaiting.objects.all(), POLICY, viewer, may).order_by("event_id")


def stray_events(viewer: Viewer, may: May) -> QuerySet[Event]:
    """Events that have no seal and do not wait for one: put in past `record`."""
    return (
        chained_events(viewer, may)
        .filter(~Exists(EventSeal.objects.filter(event_id=OuterRef("pk"))))
        .filter(~Exists(EventWaiting.objects.filter(event_id=OuterRef("pk"))))
        .order_by("id")
    )


def lost_events(viewer: Viewer, may: May) -> QuerySet[EventWaiting]:
    """Waiting marks whose event is gone: deleted before it was sealed."""
    return waiting(viewer, may).filter(~Exists(Event.objects.filter(id=OuterRef("pk"))))
