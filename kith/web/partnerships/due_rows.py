"""What comes near among the agreements of whoever looks."""

from kith.core.viewer import Viewer
from kith.partnerships.queries.agreements_coming_due import DueLine, agreements_coming_due


def due_for(viewer: Viewer) -> list[DueLine]:
    """Reviews and last days of the viewer's own organisation, the nearest first."""
    if viewer.organization_id is None:
        return []
    return agreements_coming_due(viewer, organization_id=viewer.organization_id)
