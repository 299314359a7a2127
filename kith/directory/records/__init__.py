"""Listings as they come in: HSDS records after reading and checking, before they are rows here.

`key` is the source's id; `digest` tells whether a record changed since it was last taken in.
"""

from kith.directory.records.listing import (
    AddressRecord,
    Json,
    LocationRecord,
    OrganizationRecord,
    PlaceRecord,
    ServiceDetails,
    ServiceRecord,
)
from kith.directory.records.parts import (
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
    UrlRecord,
)
from kith.directory.records.tags import (
    AttributeRecord,
    CapacityRecord,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)

__all__ = [
    "AddressRecord",
    "AreaRecord",
    "AttributeRecord",
    "CapacityRecord",
    "ContactRecord",
    "Json",
    "LanguageRecord",
    "LocationRecord",
    "OrganizationRecord",
    "PhoneRecord",
    "PlaceRecord",
    "ScheduleRecord",
    "ServiceDetails",
    "ServiceRecord",
    "TaxonomyRecord",
    "TermRecord",
    "UnitRecord",
    "UrlRecord",
]
