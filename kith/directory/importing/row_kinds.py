"""Which record becomes a row of which table, and by which key other rows hang on it."""

from kith.directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Funding,
    Language,
    Metadata,
    OrganizationIdentifier,
    Phone,
    RequiredDocument,
    Schedule,
    ServiceArea,
    ServiceCapacity,
    Sourced,
    Url,
)
from kith.directory.records import (
    AccessibilityRecord,
    AddressRecord,
    AreaRecord,
    AttributeRecord,
    CapacityRecord,
    ContactRecord,
    CostRecord,
    DocumentRecord,
    FundingRecord,
    IdentifierRecord,
    LanguageRecord,
    MetadataRecord,
    PhoneRecord,
    Record,
    ScheduleRecord,
    UrlRecord,
)

ROW_KINDS: dict[type[Record], type[Sourced]] = {
    ContactRecord: Contact,
    PhoneRecord: Phone,
    ScheduleRecord: Schedule,
    LanguageRecord: Language,
    UrlRecord: Url,
    AreaRecord: ServiceArea,
    AccessibilityRecord: Accessibility,
    AddressRecord: Address,
    CostRecord: CostOption,
    DocumentRecord: RequiredDocument,
    FundingRecord: Funding,
    IdentifierRecord: OrganizationIdentifier,
    CapacityRecord: ServiceCapacity,
    AttributeRecord: Attribute,
    MetadataRecord: Metadata,
}
"""In the order of writing: a row before those that hang on it."""

OWNERS: dict[type[Sourced], str] = {Contact: "contact", Phone: "phone"}
