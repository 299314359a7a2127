"""HSDS before 3.0: which older table and column is which in HSDS 3.1. Facts only; `translated.py` reads them.

Sources: the standard's changelog and the data package of HSDS 1.1. Tables and columns that kept their name
are not listed. A column's older name is also understood in a newer table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Version(StrEnum):
    """The versions whose tables are told apart."""

    HSDS_1 = "1.1"
    HSDS_2 = "2.0"
    HSDS_3 = "3.1"


@dataclass(frozen=True, slots=True)
class OlderTable:
    """A table of an older version: the object it became, its columns' new names, and what always holds."""

    name: str
    becomes: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)


OF_A_SERVICE = {"link_entity": "service"}

OLDER: dict[Version, tuple[OlderTable, ...]] = {
    Version.HSDS_1: (
        OlderTable("organization", "organization", {"url": "website"}),
        OlderTable("location", "location", fixed={"location_type": "physical"}),
        OlderTable("services_at_location", "service_at_location"),
        OlderTable("physical_address", "address", fixed={"address_type": "physical"}),
        OlderTable("postal_address", "address", fixed={"address_type": "postal"}),
        OlderTable("regular_schedule", "schedule", {"weekday": "byday"}, {"freq": "WEEKLY"}),
        OlderTable("holiday_schedule", "schedule", {"start_date": "valid_from", "end_date": "valid_to"}),
        OlderTable("language", "language", {"language": "name"}),
        OlderTable("service_area", "service_area", {"service_area": "name"}),
        OlderTable("accessibility_for_disabilities", "accessibility", {"accessibility": "description"}),
        OlderTable(
            "service_taxonomy",
            "attribute",
            {"service_id": "link_id", "taxonomy_id": "taxonomy_term_id", "taxonomy_detail": "value"},
            OF_A_SERVICE,
        ),
        OlderTable("taxonomy", "taxonomy_term", {"vocabulary": "taxonomy"}),
        OlderTable(
            "payment_accepted",
            "attribute",
            {"service_id": "link_id", "payment": "label"},
            {**OF_A_SERVICE, "link_type": "payment_accepted"},
        ),
        OlderTable("eligibility", "eligibility", {"eligibility": "eligibility_description"}),
    ),
    Version.HSDS_2: (
        OlderTable("taxonomy_term", "taxonomy_term", {"term": "name"}),
        OlderTable("service_attribute", "attribute", {"service_id": "link_id"}, OF_A_SERVICE),
        OlderTable("other_attribute", "attribute", {"link_type": "link_entity"}),
    ),
    Version.HSDS_3: (),
}

PLURALS = {
    "services_at_location": "services_at_locations",
    "accessibility_for_disabilities": "accessibility_for_disabilities",
    "service_taxonomy": "services_taxonomy",
    "payment_accepted": "payments_accepted",
    "language": "languages",
}
"""File names that older packages gave their tables, beside the usual plural."""
