"""Organisations and programmes with their own fields only, as records."""

from kith.directory.importing.batch import values
from kith.directory.importing.shared import ORGANIZATION_FIELDS, PROGRAM_FIELDS
from kith.directory.models import Organization, Program
from kith.directory.records import OrganizationRecord, ProgramRecord


def brief_organization(row: Organization) -> OrganizationRecord:
    """An organisation's own fields."""
    parent = row.parent_organization_id
    ids: dict[str, object] = {"key": str(row.id), "digest": "", "parent_key": str(parent) if parent else ""}
    return OrganizationRecord.of(ids, values(row, ORGANIZATION_FIELDS))


def brief_program(row: Program) -> ProgramRecord:
    """A programme's own fields."""
    ids: dict[str, object] = {"key": str(row.id), "digest": ""}
    return ProgramRecord.of(ids, values(row, PROGRAM_FIELDS))
