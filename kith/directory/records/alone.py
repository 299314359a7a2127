"""What may come without a service."""

from kith.directory.records.listing import LocationRecord, OrganizationRecord
from kith.directory.records.tags import TaxonomyRecord, TermRecord

AloneRecord = OrganizationRecord | LocationRecord | TaxonomyRecord | TermRecord
