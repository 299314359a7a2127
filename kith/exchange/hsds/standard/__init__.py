"""The HSDS 3.1 standard as one table: every object, every field. Reader, writer, checks and schemas use it.

Source: the Human Services Data Specification 3.1 (Open Referral). Field names, kinds and needs are facts of
the standard; a test compares them with the published schemas where a copy of these is at hand.
"""

from kith.exchange.hsds.standard import contact, costs, listing, terms
from kith.exchange.hsds.standard.fields import Field, HsdsObject, Kind, Shape

VERSION = "3.1"

HSDS: dict[str, HsdsObject] = {
    one.name: one
    for one in (
        listing.ORGANIZATION,
        listing.PROGRAM,
        listing.SERVICE,
        listing.SERVICE_AT_LOCATION,
        listing.LOCATION,
        contact.ADDRESS,
        contact.SCHEDULE,
        contact.PHONE,
        contact.CONTACT,
        contact.LANGUAGE,
        contact.ACCESSIBILITY,
        contact.SERVICE_AREA,
        costs.COST_OPTION,
        costs.REQUIRED_DOCUMENT,
        costs.SERVICE_CAPACITY,
        costs.UNIT,
        costs.FUNDING,
        costs.URL,
        costs.ORGANIZATION_IDENTIFIER,
        terms.ATTRIBUTE,
        terms.TAXONOMY_TERM,
        terms.TAXONOMY,
        terms.METADATA,
        terms.META_TABLE_DESCRIPTION,
    )
}

__all__ = ["HSDS", "VERSION", "Field", "HsdsObject", "Kind", "Shape"]
