"""HSDS taxonomy, taxonomy_term, attribute, unit and service_capacity."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyRecord:
    """HSDS taxonomy."""

    key: str
    digest: str
    name: str
    description: str = ""
    uri: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord:
    """HSDS taxonomy_term."""

    key: str
    digest: str
    name: str
    description: str = ""
    code: str = ""
    term_uri: str = ""
    taxonomy: TaxonomyRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeRecord:
    """HSDS attribute."""

    key: str = ""
    link_type: str = ""
    label: str = ""
    value: str = ""
    term: TermRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRecord:
    """HSDS unit."""

    key: str
    digest: str
    name: str
    scheme: str = ""
    identifier: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRecord:
    """HSDS service_capacity."""

    key: str = ""
    unit: UnitRecord
    available: int | None = None
    maximum: int | None = None
    updated: str = ""
    description: str = ""
