"""Services with their own fields, their organisation's and their programme's, and nothing nested deeper."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.importing.batch import values
from kith.directory.importing.services import DETAIL_FIELDS
from kith.directory.models import Service
from kith.directory.policies.service import May, services
from kith.directory.reading.brief import brief_organization, brief_program
from kith.directory.reading.published import may_leave
from kith.directory.records import ServiceDetails, ServiceRecord
from kith.directory.terms import Topic


def brief_services(viewer: Viewer, *, service_ids: Sequence[UUID]) -> list[ServiceRecord]:
    """These services in the order asked for; one that is not there is left out. One statement."""
    found = (
        services(viewer, May.READ)
        .filter(may_leave(viewer), pk__in=service_ids)
        .select_related("organization", "program")
    )
    rows = {row.id: row for row in found}
    return [_record(rows[service_id]) for service_id in service_ids if service_id in rows]


def _record(row: Service) -> ServiceRecord:
    program: dict[str, object] = {"program": brief_program(row.program) if row.program else None}
    return ServiceRecord(
        key=str(row.id),
        digest="",
        raw={},
        organization=brief_organization(row.organization),
        name=row.name,
        description=row.description,
        languages=(),
        topics=frozenset(map(Topic, row.topics)),
        details=ServiceDetails.of(values(row, DETAIL_FIELDS), program),
    )
