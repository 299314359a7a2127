"""HSDS taxonomy, taxonomy_term, attribute, metadata, unit and service_capacity."""

from dataclasses import dataclass

from kith.directory.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataRecord(Record):
    """HSDS metadata: a change that the source tells of. `resource_key` where it names what was changed."""

    key: str = ""
    resource_key: str = ""
    resource_type: str = ""
    last_action_date: str = ""
    last_action_type: str = ""
    field_name: str = ""
    previous_value: str = ""
    replacement_value: str = ""
    updated_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyRecord(Record):
    """HSDS taxonomy."""

    key: str
    digest: str
    name: str
    description: str = ""
    uri: str = ""
    version: str = ""
    metadata: tuple[MetadataRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord(Record):
    """HSDS taxonomy_term. `taxonomy` is the whole one where it is nested."""

    key: str
    digest: str
    name: str
    description: str = ""
    code: str = ""
    term_uri: str = ""
    parent_key: str = ""
    taxonomy_name: str = ""
    language: str = ""
    taxonomy: TaxonomyRecord | None = None
    metadata: tuple[MetadataRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeRecord(Record):
    """HSDS attribute. `link_key` where it names what it tags."""

    key: str = ""
    link_key: str = ""
    link_type: str = ""
    link_entity: str = ""
    label: str = ""
    value: str = ""
    term_key: str = ""
    term: TermRecord | None = None
    metadata: tuple[MetadataRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged(Record):
    """What every other object may carry."""

    attributes: tuple[AttributeRecord, ...] = ()
    metadata: tuple[MetadataRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRecord(Tagged):
    """HSDS unit."""

    key: str
    digest: str
    name: str
    scheme: str = ""
    identifier: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRecord(Tagged):
    """HSDS service_capacity."""

    key: str = ""
    unit: UnitRecord
    available: int | None = None
    maximum: int | None = None
    updated: str = ""
    description: str = ""
