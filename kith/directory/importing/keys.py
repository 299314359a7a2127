"""Every id of the source that records name."""

from collections.abc import Iterator

from kith.directory.importing.batch import Found
from kith.directory.records import (
    AttributeRecord,
    LocationRecord,
    OrganizationRecord,
    ProgramRecord,
    ServiceRecord,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)


def keys_of(found: Found) -> Iterator[str]:
    """The ids of what was found, and of what it only refers to."""
    yield from (one.key for one in found.of(ServiceRecord))
    yield from (one.key for one in found.of(LocationRecord))
    yield from (one.key for one in found.of(ProgramRecord))
    yield from (one.key for one in found.of(TaxonomyRecord))
    yield from (one.key for one in found.of(UnitRecord))
    for organization in found.of(OrganizationRecord):
        yield from (organization.key, organization.parent_key)
    for term in found.of(TermRecord):
        yield from (term.key, term.parent_key)
    yield from (one.term_key for one in found.of(AttributeRecord) if one.term_key)
