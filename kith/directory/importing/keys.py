"""Every id of the source that records name."""

from collections.abc import Iterator, Sequence

from kith.directory.importing.batch import found_in
from kith.directory.records import (
    AttributeRecord,
    LocationRecord,
    OrganizationRecord,
    ProgramRecord,
    Record,
    ServiceRecord,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)


def keys_of(records: Sequence[Record]) -> Iterator[str]:
    """The ids of what stands in the records, and of what they only refer to."""
    yield from (one.key for one in found_in(records, ServiceRecord))
    yield from (one.key for one in found_in(records, LocationRecord))
    yield from (one.key for one in found_in(records, ProgramRecord))
    yield from (one.key for one in found_in(records, TaxonomyRecord))
    yield from (one.key for one in found_in(records, UnitRecord))
    for organization in found_in(records, OrganizationRecord):
        yield from (organization.key, organization.parent_key)
    for term in found_in(records, TermRecord):
        yield from (term.key, term.parent_key)
    yield from (one.term_key for one in found_in(records, AttributeRecord) if one.term_key)
