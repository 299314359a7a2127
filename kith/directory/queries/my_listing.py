"""The services whose listing the viewer keeps."""

from dataclasses import dataclass

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.lines import service_lines
from kith.directory.views_of import ServiceLine


@dataclass(frozen=True, slots=True)
class KeptService:
    """A service and its exact figure of places, for those who keep its listing."""

    line: ServiceLine
    places_left: int | None


def my_listing(viewer: Viewer) -> list[KeptService]:
    """The services of the viewer's own organisation that they may confirm, by name. At most 10 statements."""
    if viewer.organization_id is None:
        return []
    kept = services(viewer, May.CONFIRM).filter(organization_id=viewer.organization_id)
    rows = list(kept.select_related("organization").order_by("name", "id"))
    lines = service_lines(viewer, rows, distances={})
    return [KeptService(line, row.places_left) for line, row in zip(lines, rows, strict=True)]
