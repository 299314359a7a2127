"""A feed's records as HSDS 3.1, each beside the record as it came. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kith.exchange.hsds.our_ids import with_uuids
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.source_ids import SourceIds


def from_feed(records: Iterable[RawRecord], ids: SourceIds) -> Iterator[RawRecord]:
    """What is HSDS 3.1 already stays as it is."""
    for record in records:
        body = record.body and with_uuids(record.body, ids)
        yield record if body == record.body else replace(record, body=body, raw=record.body)
