"""Who may see, change and use a service's listing."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.directory.models import Service, ServiceSignal
from kith.directory.policies.who import EVERY, as_host, as_system, everyone, own
from kith.directory.terms import ServiceStatus

KEEPERS = (Role.COORDINATOR, Role.CURATOR, Role.ADMIN)
BY_PHONE = (Role.NAVIGATOR, Role.CLINICIAN, Role.PARTNERSHIP_MANAGER)
STAFF = tuple(Role)


class May(StrEnum):
    """What may be done with a service."""

    READ = "read"
    FIND = "find"
    CONFIRM = "confirm"
    EDIT = "edit"
    SEE_FIGURE = "see_figure"
    SET_PLACES = "set_places"
    TAG = "tag"
    USE_PLACES = "use_places"
    SET_SIGNAL = "set_signal"


def _offered(_viewer: Viewer) -> Q:
    return Q(status__in=[ServiceStatus.ACTIVE, ServiceStatus.TEMPORARILY_CLOSED])


def _kept(viewer: Viewer) -> Q:
    return own(viewer, *KEEPERS) | as_host(viewer, Role.CURATOR, Role.ADMIN, *BY_PHONE) | as_system(viewer)


def _shown_by_its_link(viewer: Viewer) -> Q:
    """The services of the organisation that a mail asked whether its listing is still right."""
    if viewer.door is not Door.ANSWER or viewer.only is None or viewer.only.kind != "organization":
        return NOTHING
    return Q(organization_id=viewer.only.id)


def _edited(viewer: Viewer) -> Q:
    return own(viewer, *KEEPERS) | as_host(viewer, Role.CURATOR, Role.ADMIN) | as_system(viewer)


def _known_exactly(viewer: Viewer) -> Q:
    return own(viewer, *STAFF) | as_host(viewer, *KEEPERS, *BY_PHONE) | as_system(viewer)


def _within_a_checked_step(viewer: Viewer) -> Q:
    """Places move with a referral, whose own room checked the step: never for a nameless visitor."""
    knows_who = viewer.has(*STAFF) or viewer.person_id is not None or viewer.only is not None
    return EVERY if knows_who or viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: everyone,
    May.FIND: _offered,
    May.CONFIRM: lambda viewer: _kept(viewer) | _shown_by_its_link(viewer),
    May.EDIT: _edited,
    May.SEE_FIGURE: _known_exactly,
    May.SET_PLACES: _kept,
    May.TAG: _kept,
    May.USE_PLACES: _within_a_checked_step,
    May.SET_SIGNAL: lambda viewer: as_host(viewer, Role.PARTNERSHIP_MANAGER, Role.ADMIN) | as_system(viewer),
}


def services(viewer: Viewer, may: May) -> QuerySet[Service]:
    """The services that the viewer may `may`."""
    return narrowed(Service.objects.all(), POLICY, viewer, may)


def one_service(viewer: Viewer, service_id: UUID, may: May) -> Service:
    """One service. Raises NotFound or Denied."""
    return one(Service.objects.all(), POLICY, viewer, row_id=service_id, may=may, read=May.READ)


def signals(viewer: Viewer) -> QuerySet[ServiceSignal]:
    """How services stand to the partnership: of every service that the viewer may read."""
    return ServiceSignal.objects.filter(Exists(services(viewer, May.READ).filter(pk=OuterRef("service_id"))))


def one_service_to_change(viewer: Viewer, service_id: UUID, may: May) -> Service:
    """As `one_service`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Service.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=service_id, may=may, read=May.READ)
