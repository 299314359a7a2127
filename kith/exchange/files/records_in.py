"""The records of a file of listings, whatever its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.files.recognise import FileFormat, recognise
from kith.exchange.hsds.at_locations import by_service
from kith.exchange.hsds.read_file import RawRecord, read_file
from kith.exchange.ohana.read_ohana import from_ohana
from kith.exchange.oruk.to_hsds import from_oruk
from kith.exchange.source_ids import SourceIds
from kith.exchange.spreadsheets.mapping import read_mapping
from kith.exchange.spreadsheets.read_spreadsheet import read_spreadsheet
from kith.exchange.tabular.read_package import read_package

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ListingFile:
    """A file or folder of listings, and how it is to be read.

    Without a `format` it is recognised; `mapping` says what the columns of a spreadsheet are.
    """

    path: Path
    source_name: str
    format: FileFormat | None
    mapping: Path | None

    @property
    def size(self) -> int:
        """What the records' `read_bytes` grow to."""
        files = self.path.rglob("*") if self.path.is_dir() else [self.path]
        return sum(one.stat().st_size for one in files if one.is_file())


def records_in(file: ListingFile, say: Say) -> Iterator[RawRecord]:
    """The records, as HSDS 3.1. The first is read at once.

    `say` is told what a person should know of the file as a whole. Raises BadInput or OSError where the file
    cannot be opened or is not of its format. Where it breaks off later, that is the last record's sentence.
    """
    if not file.path.exists():
        raise BadInput(_("There is no file “%(path)s”.") % {"path": file.path}, field="file")
    found = file.format or recognise(file.path, has_mapping=file.mapping is not None)
    if found is not FileFormat.TABULAR and file.path.is_dir():
        raise BadInput(_("“%(path)s” is a folder.") % {"path": file.path}, field="file")
    records = READERS[found](file, say)
    first = list(islice(records, 1))
    return _unbroken(chain(first, records))


def _unbroken(records: Iterator[RawRecord]) -> Iterator[RawRecord]:
    """The records; an error while the file is read on is a sentence too, and what was read counts."""
    line = read = 0
    try:
        for record in records:
            line, read = record.line, record.read_bytes
            yield record
    except (BadInput, OSError) as error:
        yield RawRecord(line + 1, None, str(error), read)


def _hsds(file: ListingFile, _say: Say) -> Iterator[RawRecord]:
    return by_service(read_file(file.path))


def _oruk(file: ListingFile, _say: Say) -> Iterator[RawRecord]:
    return by_service(from_oruk(read_file(file.path)))


def _ohana(file: ListingFile, _say: Say) -> Iterator[RawRecord]:
    return from_ohana(read_file(file.path), SourceIds(file.source_name))


def _tabular(file: ListingFile, say: Say) -> Iterator[RawRecord]:
    return read_package(file.path, source_name=file.source_name, size=file.size, say=say)


def _spreadsheet(file: ListingFile, say: Say) -> Iterator[RawRecord]:
    if file.mapping is None:
        why = _("A spreadsheet needs a file that says what its columns are: --mapping FILE.")
        raise BadInput(why, field="mapping")
    ids = SourceIds(file.source_name)
    return read_spreadsheet(file.path, read_mapping(file.mapping), ids=ids, say=say)


READERS: dict[FileFormat, Callable[[ListingFile, Say], Iterator[RawRecord]]] = {
    FileFormat.HSDS: _hsds,
    FileFormat.ORUK: _oruk,
    FileFormat.OHANA: _ohana,
    FileFormat.TABULAR: _tabular,
    FileFormat.SPREADSHEET: _spreadsheet,
}
