"""Reading records one after the other: which can be taken, and why each other cannot."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.utils.translation import gettext as _

from kith.directory.actions.finish_import import NotTaken
from kith.directory.records import Json, ServiceRecord
from kith.directory.records.alone import AloneRecord
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.from_record import alone_in, services_in
from kith.exchange.hsds.from_service import from_service
from kith.exchange.hsds.leaving_out import NEVER_LEFT_OUT, part_of, places_without, without
from kith.exchange.hsds.read_file import RawRecord


@dataclass(slots=True)
class Reading:
    """What was read so far. `is_whole` turns False once a record could not even be told from others.

    `told` are the parts already left out with a sentence: one row can stand in many services. `alone` is what
    came without a service and waits to be written.
    """

    taken: dict[str, int] = field(default_factory=dict)
    known_but_bad: set[str] = field(default_factory=set)
    not_taken: list[NotTaken] = field(default_factory=list)
    is_whole: bool = True
    told: set[str] = field(default_factory=set)
    alone: list[AloneRecord] = field(default_factory=list)

    def hand_over_alone(self) -> list[AloneRecord]:
        """What came without a service since this was asked last."""
        found, self.alone = self.alone, []
        return found

    @property
    def seen(self) -> set[str] | None:
        """The services that the source still has; None where that is not sure."""
        return self.known_but_bad.union(self.taken) if self.taken and self.is_whole else None


def batches(
    records: Iterable[RawRecord], reading: Reading, progress: Callable[[int], None], at_once: int
) -> Iterator[list[ServiceRecord]]:
    """The records that can be taken, so many at once. `progress` is told how many bytes more were read."""
    batch: list[ServiceRecord] = []
    read = 0
    for raw in records:
        batch.extend(_mapped(raw, reading))
        progress(max(0, raw.read_bytes - read))
        read = max(read, raw.read_bytes)
        if len(batch) + len(reading.alone) >= at_once:
            yield batch
            batch = []
    if batch or reading.alone:
        yield batch


def _mapped(raw: RawRecord, reading: Reading) -> Iterator[ServiceRecord]:
    """The services of one record; why one is not taken is kept with its line."""
    if raw.body is None:
        _refuse(reading, raw, raw.why, raw.key)
        return
    try:
        bodies = services_in(raw.body)
    except RecordNotTaken as error:
        _refuse(reading, raw, _sentence(raw, error), raw.key)
        return
    if not bodies:
        _set_aside(raw, raw.body, reading)
    for body in bodies:
        try:
            yield _once(_record(raw, body, reading), raw.line, reading)
        except RecordNotTaken as error:
            _refuse(reading, raw, _sentence(raw, error), _key_of(body))


def _set_aside(raw: RawRecord, body: dict[str, Json], reading: Reading) -> None:
    """Keep what comes without a service; that none can be missed by it makes a bad one no gap."""
    try:
        reading.alone.append(alone_in(body))
    except RecordNotTaken as error:
        reading.not_taken.append(NotTaken(raw.line, _sentence(raw, error)))


def _record(raw: RawRecord, body: dict[str, Json], reading: Reading) -> ServiceRecord:
    """The record; where it came from another form, that form is kept, and a change in it is a change."""
    record = _read(raw, body, reading)
    if raw.raw is None:
        return record
    return replace(record, raw=raw.raw, digest=digest_of(raw.raw, record.digest))


def _read(raw: RawRecord, body: dict[str, Json], reading: Reading) -> ServiceRecord:
    """The record without the bad ones among its parts, where these are records of their own."""
    while True:
        try:
            return from_service(body)
        except RecordNotTaken as error:
            part = part_of(raw.places, error.field)
            if not raw.is_joined or part in NEVER_LEFT_OUT:
                raise
            _tell_once(reading, raw, _sentence(raw, error))
            body = without(body, part)
            raw = replace(raw, places=places_without(raw.places, part))


def _tell_once(reading: Reading, raw: RawRecord, why: str) -> None:
    if why not in reading.told:
        reading.told.add(why)
        reading.not_taken.append(NotTaken(raw.line, why))


def _once(record: ServiceRecord, line: int, reading: Reading) -> ServiceRecord:
    if record.key in reading.taken:
        first = {"line": reading.taken[record.key]}
        raise RecordNotTaken(_("This id stands in line %(line)s already.") % first)
    reading.taken[record.key] = line
    return record


def _refuse(reading: Reading, raw: RawRecord, why: str, key: str) -> None:
    reading.not_taken.append(NotTaken(raw.line, why))
    if key:
        reading.known_but_bad.add(key)
    elif not raw.is_aside:
        reading.is_whole = False


def _sentence(raw: RawRecord, error: RecordNotTaken) -> str:
    """The sentence with the part named as the source names it."""
    part = part_of(raw.places, error.field)
    if part not in raw.places:
        return str(error.sentence)
    rest = error.field[len(part) :].removeprefix(".")
    return ": ".join(filter(None, (raw.places[part], rest, error.why)))


def _key_of(body: dict[str, Json]) -> str:
    """The id of a record that was not taken, so that it does not count as gone."""
    found = body.get("id")
    try:
        return str(UUID(found)) if isinstance(found, str) else ""
    except ValueError:
        return ""
