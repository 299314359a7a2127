"""Reading a tabular package: one record a service, joined from its tables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.soundness import check_sound
from kith.exchange.source_ids import SourceIds
from kith.exchange.tabular.joined import Joiner
from kith.exchange.tabular.load import Loader
from kith.exchange.tabular.package import open_package
from kith.exchange.tabular.store import Record, Store
from kith.exchange.tabular.tables import Table, tables_of
from kith.exchange.tabular.unused import tell_unused
from kith.exchange.wording.alphabets import TextLines


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the reading of one package needs everywhere. `size` is what its progress is counted in."""

    loader: Loader
    store: Store
    joiner: Joiner
    ids: SourceIds
    size: int


def read_package(
    path: Path, *, source_name: str, size: int, say: Callable[[str], None]
) -> Iterator[RawRecord]:
    """The services of the package; then why rows were not taken.

    All tables but the services are loaded first. Raises BadInput where one of them cannot be read to its
    end: then nothing is taken. `say` is told what a person should know of a whole table.
    """
    found = tables_of(open_package(path), say)
    loader = Loader(found.version, say)
    store = loader.load(table for table in found.tables if table.of != "service")
    ids = SourceIds(source_name)
    services = next(table for table in found.tables if table.of == "service")
    reading = _Reading(loader, store, Joiner(store, ids), ids, size)
    return _records(services, reading)


def _records(services: Table, reading: _Reading) -> Iterator[RawRecord]:
    with services.file.opened() as stream:
        lines = TextLines(stream)
        for row in reading.loader.rows(services, lines):
            record = reading.loader.record(services, row)
            come = reading.size * lines.read_bytes // max(1, services.file.size)
            if record:
                yield _service(record, reading, come)
            yield from _refused(reading, come)
    for organization in reading.store.organizations():
        if not organization.is_used:
            yield _raw_record(organization, reading, reading.size, {"services": []})
    tell_unused(reading.store, reading.loader)
    reading.loader.told()
    yield from _refused(reading, reading.size)


def _service(record: Record, reading: _Reading, come: int) -> RawRecord:
    if "id" not in record.cells:
        return RawRecord(record.number, None, f"{record.place}: id: " + _("is missing."), come)
    return _raw_record(record, reading, come, {})


def _raw_record(record: Record, reading: _Reading, come: int, more: dict[str, Json]) -> RawRecord:
    joined = reading.joiner.joined(record)
    body = {**joined.body, **more}
    key = reading.ids.of(record.of, record.key("id")) if record.of == "service" else ""
    try:
        check_sound(body)
    except RecordNotTaken as error:
        return RawRecord(record.number, None, f"{record.place}: {error.why}", come, key=key)
    return RawRecord(
        record.number, body, "", come, raw=joined.raw, places=joined.places, key=key, is_joined=True
    )


def _refused(reading: _Reading, come: int) -> Iterator[RawRecord]:
    for one in reading.loader.refused:
        yield RawRecord(one.line, None, one.why, come, is_aside=one.is_aside)
    reading.loader.refused.clear()
