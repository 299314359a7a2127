"""Taking in a file of HSDS listings: read, map, write in batches, report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.core.viewer import Viewer
from kith.directory.actions.finish_import import ImportCounts, NotTaken, finish_import
from kith.directory.actions.import_batch import import_batch
from kith.directory.actions.start_import import start_import
from kith.directory.records import Json, ServiceRecord
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.from_record import services_in
from kith.exchange.hsds.from_service import from_service
from kith.exchange.hsds.read_file import RawRecord, read_file

AT_ONCE = 250


@dataclass(slots=True)
class _Reading:
    """What was read so far. `is_whole` turns False once a record could not even be told from others."""

    taken: dict[str, int] = field(default_factory=dict)
    known_but_bad: set[str] = field(default_factory=set)
    not_taken: list[NotTaken] = field(default_factory=list)
    is_whole: bool = True
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def take_in(viewer: Viewer, *, path: Path, source_name: str, progress: Callable[[int], None]) -> UUID:
    """Take in what can be used of the file; returns the run's id for `import_report`.

    Each batch is one transaction: a run that was killed is done again and goes on from there. `progress`
    is told how many bytes were read. Raises BadInput if the file cannot be opened, or Denied.
    """
    if not path.is_file():
        raise BadInput(_("There is no file “%(path)s”.") % {"path": path}, field="file")
    run_id = start_import(viewer, source_name=source_name, file_name=path.name)
    reading = _Reading()
    for batch in _batches(read_file(path), reading, progress):
        done = import_batch(viewer, run_id=run_id, records=batch)
        reading.added += done.added
        reading.changed += done.changed
        reading.unchanged += done.unchanged
    finish_import(
        viewer,
        run_id=run_id,
        counts=ImportCounts(reading.added, reading.changed, reading.unchanged),
        seen=reading.known_but_bad.union(reading.taken) if reading.taken and reading.is_whole else None,
        not_taken=reading.not_taken,
    )
    return run_id


def _batches(
    records: Iterator[RawRecord], reading: _Reading, progress: Callable[[int], None]
) -> Iterator[list[ServiceRecord]]:
    batch: list[ServiceRecord] = []
    read = 0
    for raw in records:
        batch.extend(_mapped(raw, reading))
        progress(raw.read_bytes - read)
        read = raw.read_bytes
        if len(batch) >= AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _mapped(raw: RawRecord, reading: _Reading) -> Iterator[ServiceRecord]:
    """The services of one record; why one is not taken is kept with its line."""
    try:
        bodies = services_in(raw.body) if raw.body is not None else []
    except RecordNotTaken as error:
        bodies, raw = [], RawRecord(raw.line, None, str(error.sentence), raw.read_bytes)
    if not bodies:
        _refuse(reading, raw.line, None, raw.why)
    for body in bodies:
        try:
            yield _once(from_service(body), raw.line, reading)
        except RecordNotTaken as error:
            _refuse(reading, raw.line, body, str(error.sentence))


def _once(record: ServiceRecord, line: int, reading: _Reading) -> ServiceRecord:
    if record.key in reading.taken:
        first = {"line": reading.taken[record.key]}
        raise RecordNotTaken(_("This id stands in line %(line)s already.") % first)
    reading.taken[record.key] = line
    return record


def _refuse(reading: _Reading, line: int, body: dict[str, Json] | None, why: str) -> None:
    reading.not_taken.append(NotTaken(line, why))
    key = _key_of(body)
    if key:
        reading.known_but_bad.add(key)
    else:
        reading.is_whole = False


def _key_of(body: dict[str, Json] | None) -> str:
    """The id of a record that was not taken, so that it does not count as gone."""
    found = (body or {}).get("id")
    try:
        return str(UUID(found)) if isinstance(found, str) else ""
    except ValueError:
        return ""
