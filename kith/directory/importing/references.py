"""Our ids of what records name by the source's ids."""

from collections.abc import Iterator
from uuid import UUID

from kith.directory.importing.batch import Batch, Found
from kith.directory.importing.hanging import References
from kith.directory.records import (
    AttributeRecord,
    LocationRecord,
    MetadataRecord,
    PlaceRecord,
    Record,
    TermRecord,
    UnitRecord,
)
from kith.directory.terms import RecordKind


def references_of(batch: Batch, found: Found) -> References:
    """Terms and units, and the places that tags and logs name from elsewhere in a listing."""
    ledger = batch.ledger
    terms = {one.key for one in found.of(TermRecord)}
    named = {one.term_key for one in found.of(AttributeRecord) if one.term_key}
    known = {key: ledger.known_id(RecordKind.TAXONOMY_TERM, key) for key in terms | named}
    units = {one.key for one in found.of(UnitRecord)}
    return References(
        terms={key: our_id for key, our_id in known.items() if our_id is not None},
        units={key: ledger.our_id(RecordKind.UNIT, key) for key in units},
        places=_places(batch, found),
    )


def _places(batch: Batch, found: Found) -> dict[str, UUID]:
    """The place at which what a tag or log names stands, at whatever depth, by the source's id for it."""
    named = {one.link_key for one in found.of(AttributeRecord)}
    named |= {one.resource_key for one in found.of(MetadataRecord)}
    if not named - {""}:
        return {}
    held = [(one.location.key, one) for one in found.of(PlaceRecord)]
    alone = [(one.key, one) for one in found.of(LocationRecord)]
    return {
        key: batch.ledger.our_id(RecordKind.LOCATION, place)
        for place, record in (*alone, *held)
        for key in _keys_in(record)
        if key in named and key
    }


def _keys_in(record: Record) -> Iterator[str]:
    yield str(getattr(record, "key", ""))
    for inner in (*record.lists(), record.singles()):
        for one in inner:
            yield from _keys_in(one)
