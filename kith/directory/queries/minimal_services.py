"""The services that may leave, as no more than an id and when they changed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.reading.published import wanted_services
from kith.directory.wanted import Wanted


@dataclass(frozen=True, slots=True)
class MinimalService:
    """An id and when anything of the service last changed here."""

    id: UUID
    changed_at: datetime


def minimal_services(viewer: Viewer, *, wanted: Wanted) -> list[MinimalService]:
    """All of them, in the order of ids. Two statements."""
    rows = wanted_services(viewer, wanted).order_by("pk").values_list("pk", "changed_at")
    return [MinimalService(service_id, changed_at) for service_id, changed_at in rows]
