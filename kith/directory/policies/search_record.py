"""What search is told of services: public by the way it is written."""

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory.models import SearchRecord, SearchState


def search_records(_viewer: Viewer) -> QuerySet[SearchRecord]:
    """Every record: each holds what anybody may know."""
    return SearchRecord.objects.all()


def search_states(_viewer: Viewer) -> QuerySet[SearchState]:
    """How far the records have come: one row, or none before the first."""
    return SearchState.objects.all()
