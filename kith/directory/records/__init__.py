"""Listings as they come in: HSDS records after reading and checking, before they are rows here.

`key` is the source's id; `digest` tells whether a record changed since it was last taken in. Where listings
go out again the same records are made from rows, and `key` is the id under which the row is published.
"""

from kith.directory.records.costs import (
    CostRecord,
    DocumentRecord,
    FundingRecord,
    IdentifierRecord,
    ProgramRecord,
    UrlRecord,
)
from kith.directory.records.listing import (
    Json,
    LocationRecord,
    OrganizationRecord,
    PlaceRecord,
    ServiceDetails,
    ServiceRecord,
)
from kith.directory.records.parts import (
    AccessibilityRecord,
    AddressRecord,
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
)
from kith.directory.records.record import Record
from kith.directory.records.tags import (
    AttributeRecord,
    CapacityRecord,
    MetadataRecord,
    Tagged,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)

__all__ = [
    "AccessibilityRecord",
    "AddressRecord",
    "AreaRecord",
    "AttributeRecord",
    "CapacityRecord",
    "ContactRecord",
    "CostRecord",
    "DocumentRecord",
    "FundingRecord",
    "IdentifierRecord",
    "Json",
    "LanguageRecord",
    "LocationRecord",
    "MetadataRecord",
    "OrganizationRecord",
    "PhoneRecord",
    "PlaceRecord",
    "ProgramRecord",
    "Record",
    "ScheduleRecord",
    "ServiceDetails",
    "ServiceRecord",
    "Tagged",
    "TaxonomyRecord",
    "TermRecord",
    "UnitRecord",
    "UrlRecord",
]
