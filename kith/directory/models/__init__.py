"""Rows of the directory room: HSDS 3.1 tables and Kith's own."""

from kith.directory.models.costs import (
    CostOption,
    Funding,
    OrganizationIdentifier,
    Program,
    RequiredDocument,
    Url,
)
from kith.directory.models.crawl import CrawledRecord
from kith.directory.models.detail import Detail, Hung
from kith.directory.models.details import Accessibility, Contact, Language, Phone, Schedule, ServiceArea
from kith.directory.models.field_change import FieldChange, TypedHere
from kith.directory.models.listing_mistake import ListingMistake
from kith.directory.models.organization import Organization
from kith.directory.models.place import Address, Location, ServiceAtLocation
from kith.directory.models.places_of_kind import PlacesOfKind
from kith.directory.models.search_record import SearchRecord, SearchState
from kith.directory.models.service import Service
from kith.directory.models.signals import SearchWithoutResult, ServiceSignal
from kith.directory.models.source import ImportRun, Source, SourceRecord
from kith.directory.models.sourced import Sourced
from kith.directory.models.tagging import (
    Attribute,
    Metadata,
    ServiceCapacity,
    Taxonomy,
    TaxonomyTerm,
    TermLabel,
    TermMatch,
    Unit,
)
from kith.directory.models.translated_text import TranslatedText

__all__ = [
    "Accessibility",
    "Address",
    "Attribute",
    "Contact",
    "CostOption",
    "CrawledRecord",
    "Detail",
    "FieldChange",
    "Funding",
    "Hung",
    "ImportRun",
    "Language",
    "ListingMistake",
    "Location",
    "Metadata",
    "Organization",
    "OrganizationIdentifier",
    "Phone",
    "PlacesOfKind",
    "Program",
    "RequiredDocument",
    "Schedule",
    "SearchRecord",
    "SearchState",
    "SearchWithoutResult",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceCapacity",
    "ServiceSignal",
    "Source",
    "SourceRecord",
    "Sourced",
    "Taxonomy",
    "TaxonomyTerm",
    "TermLabel",
    "TermMatch",
    "TranslatedText",
    "TypedHere",
    "Unit",
    "Url",
]
