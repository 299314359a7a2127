"""Who may read and move places of a kind: whoever may do it with the service's places as a whole."""

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory.models import PlacesOfKind
from kith.directory.policies.service import May, services


def places_of_kinds(viewer: Viewer, may: May) -> QuerySet[PlacesOfKind]:
    """The kinds that are told apart, of every service with which the viewer may `may`."""
    told = PlacesOfKind.objects.filter(places_left__isnull=False)
    return told.filter(service__in=services(viewer, may))


def every_kind(viewer: Viewer, may: May) -> QuerySet[PlacesOfKind]:
    """Also those that are no longer told apart."""
    return PlacesOfKind.objects.filter(service__in=services(viewer, may))
