"""HSDS attributes, metadata, terms and capacities, read into records."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kith.directory.records import (
    AttributeRecord,
    CapacityRecord,
    MetadataRecord,
    TaxonomyRecord,
    TermRecord,
    UnitRecord,
)
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.parts import Part

MOST_PLACES = 10_000_000


def attributes(owner: Part) -> tuple[AttributeRecord, ...]:
    """The tags of an object. The label is the tag's own, else its term's name."""
    return tuple(map(_attribute, owner.each("attributes")))


def metadata(owner: Part) -> tuple[MetadataRecord, ...]:
    """The changes of an object that the source tells of."""
    return tuple(map(_metadata, owner.each("metadata")))


def capacities(parts: Iterable[Part]) -> tuple[CapacityRecord, ...]:
    """What the source says of capacity."""
    return tuple(map(_capacity, parts))


def _attribute(part: Part) -> AttributeRecord:
    nested = part.one("taxonomy_term")
    return AttributeRecord(
        key=part.key(),
        link_key=part.key_or_none("link_id"),
        link_type=part.text("link_type", most=100),
        link_entity=part.text("link_entity", most=100),
        label=part.text("label", most=300),
        value=part.text("value"),
        term_key=part.key_or_none("taxonomy_term_id"),
        term=from_term(nested) if nested else None,
        metadata=metadata(part),
    )


def _metadata(part: Part) -> MetadataRecord:
    return MetadataRecord(
        key=part.key(),
        resource_key=part.key_or_none("resource_id"),
        resource_type=part.text("resource_type", most=100),
        last_action_date=part.text("last_action_date", most=40),
        last_action_type=part.text("last_action_type", most=40),
        field_name=part.text("field_name", most=200),
        previous_value=part.text("previous_value"),
        replacement_value=part.text("replacement_value"),
        updated_by=part.text("updated_by", most=300),
    )


def from_term(part: Part) -> TermRecord:
    """A term, with its taxonomy where that is nested or named by its id."""
    return TermRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=300),
        description=part.words("description"),
        code=part.text("code", most=100),
        term_uri=part.text("term_uri", most=1000),
        parent_key=part.key_or_none("parent_id"),
        taxonomy_name=part.text("taxonomy", most=200),
        language=part.text("language", most=35),
        taxonomy=_taxonomy_of(part),
        metadata=metadata(part),
    )


def _taxonomy_of(term: Part) -> TaxonomyRecord | None:
    """The whole taxonomy where it is nested, else its name and id as the term gives them."""
    part = term.one("taxonomy_detail")
    if part is not None:
        return from_taxonomy(part)
    if not term.has("taxonomy_id"):
        return None
    name = term.text("taxonomy", most=200)
    key = term.key("taxonomy_id")
    return TaxonomyRecord(key=key, digest=digest_of([key, name]), name=name)


def from_taxonomy(part: Part) -> TaxonomyRecord:
    """A taxonomy."""
    return TaxonomyRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=200),
        description=part.words("description"),
        uri=part.text("uri", most=1000),
        version=part.text("version", most=40),
        metadata=metadata(part),
    )


def _capacity(part: Part) -> CapacityRecord:
    unit = part.one("unit")
    if unit is None:
        part.refuse("unit", _("is missing."))
    return CapacityRecord(
        key=part.key(),
        unit=_unit(unit),
        available=part.whole("available", least=0, most=MOST_PLACES),
        maximum=part.whole("maximum", least=0, most=MOST_PLACES),
        updated=part.text("updated", most=40),
        description=part.words("description"),
        attributes=attributes(part),
        metadata=metadata(part),
    )


def _unit(part: Part) -> UnitRecord:
    return UnitRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=200),
        scheme=part.text("scheme", most=200),
        identifier=part.text("identifier", most=200),
        uri=part.text("uri", most=1000),
        attributes=attributes(part),
        metadata=metadata(part),
    )
