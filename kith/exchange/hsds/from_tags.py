"""HSDS attributes and capacities, read into records."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from kith.directory.records import AttributeRecord, CapacityRecord, TaxonomyRecord, TermRecord, UnitRecord
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.parts import Part

MOST_PLACES = 10_000_000


def attributes(parts: Iterable[Part]) -> tuple[AttributeRecord, ...]:
    """Tags. The label is the tag's own, else its term's name."""
    return tuple(map(_attribute, parts))


def capacities(parts: Iterable[Part]) -> tuple[CapacityRecord, ...]:
    """What the source says of capacity."""
    return tuple(map(_capacity, parts))


def _attribute(part: Part) -> AttributeRecord:
    nested = part.one("taxonomy_term")
    term = _term(nested) if nested else None
    return AttributeRecord(
        key=part.key(),
        link_type=part.text("link_type", most=100),
        label=part.text("label", most=300) or (term.name if term else ""),
        value=part.text("value"),
        term=term,
    )


def _term(part: Part) -> TermRecord:
    return TermRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=300),
        description=part.words("description"),
        code=part.text("code", most=100),
        term_uri=part.text("term_uri", most=1000),
        taxonomy=_taxonomy(part),
    )


def _taxonomy(term: Part) -> TaxonomyRecord | None:
    """The whole taxonomy where it is nested, else its name and id as the term gives them."""
    part = term.one("taxonomy_detail")
    if part is not None:
        return TaxonomyRecord(
            key=part.key(),
            digest=digest_of(part.body),
            name=part.needed("name", most=200),
            description=part.words("description"),
            uri=part.text("uri", most=1000),
            version=part.text("version", most=40),
        )
    if not term.has("taxonomy_id"):
        return None
    name = term.text("taxonomy", most=200)
    key = term.key("taxonomy_id")
    return TaxonomyRecord(key=key, digest=digest_of([key, name]), name=name)


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
    )


def _unit(part: Part) -> UnitRecord:
    return UnitRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=200),
        scheme=part.text("scheme", most=200),
        identifier=part.text("identifier", most=200),
        uri=part.text("uri", most=1000),
    )
