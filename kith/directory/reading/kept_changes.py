"""What was changed here, as the standard's own log of changes: public fields, by whom in words of roles."""

from collections.abc import Collection
from uuid import UUID

from kith.core.viewer import Door, Viewer
from kith.directory.keeping.fields import field_named
from kith.directory.models import FieldChange
from kith.directory.policies.field_change import May, field_changes
from kith.directory.reading.grouped import grouped
from kith.directory.records import MetadataRecord
from kith.directory.terms import ListingKind

BY_NOBODY = "Kith"


def changes_of(ids: Collection[UUID]) -> dict[UUID, list[MetadataRecord]]:
    """The changes by listing, oldest first, as anybody may read them. One statement.

    Words that were taken out leave no record; nor does a field that the standard does not have.
    """
    rows = field_changes(Viewer.nobody(Door.PUBLIC), May.READ).filter(
        resource_id__in=ids, taken_out_at__isnull=True
    )
    found = grouped(rows.select_related("source").order_by("changed_at", "pk"), lambda row: row.resource_id)
    return {key: [_record(row) for row in kept if _is_standard(row)] for key, kept in found.items()}


def _is_standard(row: FieldChange) -> bool:
    field = field_named(ListingKind(row.resource_type), row.field_name)
    return field is not None and field.is_standard


def _record(row: FieldChange) -> MetadataRecord:
    return MetadataRecord(
        key=str(row.id),
        resource_key=str(row.resource_id),
        resource_type=row.resource_type,
        last_action_date=row.changed_at.date().isoformat(),
        last_action_type=row.how,
        field_name=row.field_name,
        previous_value=row.previous_value,
        replacement_value=row.replacement_value,
        updated_by=_by(row),
    )


def _by(row: FieldChange) -> str:
    if row.source is not None:
        return row.source.name
    role = row.by_role or BY_NOBODY
    return f"{role} of the organisation" if row.by_role and row.is_by_own else role
