"""Which lists of records hang on which kind of listing, by the names records have for them."""

from kith.directory.records import (
    AccessibilityRecord,
    AddressRecord,
    AreaRecord,
    CapacityRecord,
    ContactRecord,
    CostRecord,
    DocumentRecord,
    FundingRecord,
    IdentifierRecord,
    LanguageRecord,
    LocationRecord,
    OrganizationRecord,
    PhoneRecord,
    PlaceRecord,
    Record,
    ScheduleRecord,
    ServiceDetails,
    UrlRecord,
)

Lists = tuple[tuple[str, type[Record]], ...]

LISTS: dict[type[Record], Lists] = {
    ServiceDetails: (
        ("phones", PhoneRecord),
        ("schedules", ScheduleRecord),
        ("languages", LanguageRecord),
        ("contacts", ContactRecord),
        ("urls", UrlRecord),
        ("areas", AreaRecord),
        ("capacities", CapacityRecord),
        ("funding", FundingRecord),
        ("costs", CostRecord),
        ("documents", DocumentRecord),
    ),
    OrganizationRecord: (
        ("phones", PhoneRecord),
        ("contacts", ContactRecord),
        ("urls", UrlRecord),
        ("funding", FundingRecord),
        ("identifiers", IdentifierRecord),
    ),
    LocationRecord: (
        ("addresses", AddressRecord),
        ("schedules", ScheduleRecord),
        ("phones", PhoneRecord),
        ("languages", LanguageRecord),
        ("contacts", ContactRecord),
        ("accessibility", AccessibilityRecord),
    ),
    PlaceRecord: (
        ("areas", AreaRecord),
        ("contacts", ContactRecord),
        ("phones", PhoneRecord),
        ("schedules", ScheduleRecord),
    ),
    PhoneRecord: (("languages", LanguageRecord),),
    ContactRecord: (("phones", PhoneRecord),),
}
