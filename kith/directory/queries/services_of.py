"""The services of one organisation."""

from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.lines import service_lines
from kith.directory.views_of import ServiceLine


def services_of(viewer: Viewer, *, organization_id: UUID) -> list[ServiceLine]:
    """What an organisation offers, by name. Nine statements."""
    offered = services(viewer, May.FIND).filter(organization_id=organization_id)
    return service_lines(
        viewer, list(offered.select_related("organization").order_by("name", "id")), distances={}
    )
