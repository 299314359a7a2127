"""Ohana records out of a file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kith.directory.records import Json
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.ohana.from_location import services_at
from kith.exchange.source_ids import SourceIds

OWN_FIELDS = frozenset(
    {"coordinates", "short_desc", "slug", "mail_address", "holiday_schedules", "admin_emails"}
)


def is_ohana(body: dict[str, Json]) -> bool:
    """True if the record is an Ohana location."""
    return "organization" in body and "status" not in body and bool(OWN_FIELDS & body.keys())


def from_ohana(records: Iterable[RawRecord], ids: SourceIds) -> Iterator[RawRecord]:
    """One record a service; what could not be read goes on as it is."""
    for record in records:
        if record.body is None:
            yield record
            continue
        for body, raw in services_at(record.body, ids):
            key = str(body.get("id", ""))
            yield replace(record, body=body, raw=raw, key=key)
