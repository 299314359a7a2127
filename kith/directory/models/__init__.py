"""Rows of the directory room: HSDS 3.1 tables and Kith's own."""

from kith.directory.models.details import Contact, Detail, Language, Phone, Schedule, ServiceArea, Url
from kith.directory.models.organization import Organization
from kith.directory.models.place import Address, Location, ServiceAtLocation
from kith.directory.models.service import Service
from kith.directory.models.signals import SearchWithoutResult, ServiceSignal
from kith.directory.models.source import ImportRun, Source, SourceRecord
from kith.directory.models.sourced import Sourced
from kith.directory.models.tagging import Attribute, ServiceCapacity, Taxonomy, TaxonomyTerm, Unit

__all__ = [
    "Address",
    "Attribute",
    "Contact",
    "Detail",
    "ImportRun",
    "Language",
    "Location",
    "Organization",
    "Phone",
    "Schedule",
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
    "Unit",
    "Url",
]
