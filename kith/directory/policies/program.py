"""Who may read programmes: everybody, as the organisations that run them."""

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory.models import Program


def programs(_viewer: Viewer) -> QuerySet[Program]:
    """Every programme."""
    return Program.objects.all()
