"""What an interface for programs offers: its addresses, and the parameters of each."""

from dataclasses import dataclass

from kith.directory.records import Json

PAGED = ("search", "page", "per_page", "format")
TAGGED = ("taxonomy_term_id", "taxonomy_id")
OURS = ("language", "age", "bbox", "near", "radius", "open_now", "open_at")
"""Parameters of services that the standard does not have."""
STATED = ("minimum_age", "maximum_age", "day", "start_time", "end_time")
"""Parameters of services that the UK profile has."""
OF_SERVICES = (*PAGED, *TAGGED, "organization_id", "modified_after", "full", *STATED, *OURS)


@dataclass(frozen=True, slots=True)
class Address:
    """One list: what its records are, and what can be asked; `of_one` is asked of a single record."""

    name: str
    parameters: tuple[str, ...]
    of_one: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interface:
    """`schemas` describes each record, whole or in a list, by its name."""

    title: str
    version: str
    lists: dict[str, Address]
    schemas: dict[str, Json]


LISTS: dict[str, Address] = {
    "/services": Address("service", (*OF_SERVICES, "minimal")),
    "/service_at_locations": Address("service_at_location", (*OF_SERVICES, "postcode", "proximity")),
    "/organizations": Address("organization", (*PAGED, *TAGGED, "full", "full_service"), ("full_service",)),
    "/taxonomies": Address("taxonomy", PAGED),
    "/taxonomy_terms": Address("taxonomy_term", (*PAGED, "taxonomy_id", "top_only", "parent_id")),
}

OF_THE_STANDARD: dict[str, tuple[str, ...]] = {
    path: tuple(name for name in one.parameters if name not in {*OURS, *STATED})
    for path, one in LISTS.items()
}
"""By address, the parameters that HSDS 3.1 itself has."""
