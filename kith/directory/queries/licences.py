"""Under which licence each source's listings may be passed on, and which stay here."""

from dataclasses import dataclass

from django.db.models import Count

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.policies.source import sources


@dataclass(frozen=True, slots=True)
class SourceLicence:
    """A source, its licence (empty: its listings stay here), whom to name, and how many services it lists."""

    source: str
    licence: str
    licence_url: str
    attribution: str
    services: int


def licences(viewer: Viewer) -> list[SourceLicence]:
    """Every source, by name. Two statements."""
    counted = services(viewer, May.READ).values("source_id").annotate(number=Count("id")).order_by()
    numbers = {row["source_id"]: row["number"] for row in counted}
    return [
        SourceLicence(row.name, row.licence, row.licence_url, row.attribution, numbers.get(row.id, 0))
        for row in sources(viewer).order_by("name")
    ]
