"""Organisations and programmes with their own fields only, as records."""

from collections.abc import Mapping

from kith.directory.importing.shared import ORGANIZATION_FIELDS, PROGRAM_FIELDS
from kith.directory.records import OrganizationRecord, ProgramRecord

Row = Mapping[str, object]
ORGANIZATION_COLUMNS = ("pk", "parent_organization_id", *ORGANIZATION_FIELDS)
PROGRAM_COLUMNS = ("pk", *PROGRAM_FIELDS)


def brief_organization(row: Row, prefix: str) -> OrganizationRecord:
    """An organisation's own fields, from the columns that begin with `prefix`."""
    own = {name: row[prefix + name] for name in ORGANIZATION_COLUMNS}
    parent = own["parent_organization_id"]
    ids = {"key": str(own["pk"]), "digest": "", "parent_key": str(parent) if parent else ""}
    return OrganizationRecord.of(own, ids)


def brief_program(row: Row, prefix: str) -> ProgramRecord:
    """A programme's own fields, from the columns that begin with `prefix`."""
    own = {name: row[prefix + name] for name in PROGRAM_COLUMNS}
    return ProgramRecord.of(own, {"key": str(own["pk"]), "digest": ""})
