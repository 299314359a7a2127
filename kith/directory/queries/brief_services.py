"""Services with their own fields, their organisation's and their programme's, and nothing nested deeper."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.importing.services import DETAIL_FIELDS
from kith.directory.policies.service import May, services
from kith.directory.reading.brief import (
    ORGANIZATION_COLUMNS,
    PROGRAM_COLUMNS,
    Row,
    brief_organization,
    brief_program,
)
from kith.directory.reading.published import may_leave
from kith.directory.records import ServiceDetails, ServiceRecord
from kith.directory.terms import Topic

COLUMNS = (
    *("pk", "name", "description", "topics", "program_id", *DETAIL_FIELDS),
    *(f"organization__{name}" for name in ORGANIZATION_COLUMNS),
    *(f"program__{name}" for name in PROGRAM_COLUMNS),
)


def brief_services(viewer: Viewer, *, service_ids: Sequence[UUID]) -> list[ServiceRecord]:
    """These services in the order asked for; one that is not there is left out. One statement."""
    found = services(viewer, May.READ).filter(may_leave(viewer), pk__in=service_ids).values(*COLUMNS)
    rows = {row["pk"]: row for row in found}
    return [_record(rows[service_id]) for service_id in service_ids if service_id in rows]


def _record(row: Row) -> ServiceRecord:
    topics = row["topics"]
    program = brief_program(row, "program__") if row["program_id"] else None
    return ServiceRecord.of(
        {"key": str(row["pk"]), "digest": "", "raw": {}, "languages": ()},
        {"topics": frozenset(map(Topic, topics)) if isinstance(topics, list) else frozenset()},
        {"name": row["name"], "description": row["description"]},
        {"organization": brief_organization(row, "organization__")},
        {"details": ServiceDetails.of(row, {"program": program})},
    )
