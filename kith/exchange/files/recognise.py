"""Which format a file of listings has, seen from its content."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.directory.records import Json
from kith.exchange import zips
from kith.exchange.hsds.read_file import read_file
from kith.exchange.ohana.read_ohana import is_ohana
from kith.exchange.oruk.to_hsds import is_oruk
from kith.exchange.tabular.json_tables import is_json_package

LOOKED_AT = 50
WORKBOOK = "xl/workbook.xml"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
JSON_BEGINS = (b"{", b"[")
MARKS = b"\xef\xbb\xbf \t\r\n"
TABLE_ENDINGS = frozenset({".csv", ".tsv"})


class FileFormat(StrEnum):
    """The formats that can be taken in."""

    HSDS = "hsds"
    ORUK = "oruk"
    OHANA = "ohana"
    TABULAR = "tabular"
    SPREADSHEET = "spreadsheet"


def recognise(path: Path, *, has_mapping: bool) -> FileFormat:
    """The format of a file or folder. Raises BadInput where it cannot be read as any."""
    if path.is_dir():
        return FileFormat.TABULAR
    if zips.is_zip(path):
        return FileFormat.SPREADSHEET if WORKBOOK in zips.names_in(path) else FileFormat.TABULAR
    with path.open("rb") as file:
        beginning = file.read(1000)
    if beginning.startswith(OLD_EXCEL):
        raise BadInput(_("This is an old Excel file. Save it as .xlsx or CSV first."), field="file")
    is_table = has_mapping or PurePosixPath(path.name).suffix.lower() in TABLE_ENDINGS
    if is_table and not beginning.lstrip(MARKS).startswith(JSON_BEGINS):
        return FileFormat.SPREADSHEET
    return _of_json(record.body for record in islice(read_file(path), LOOKED_AT) if record.body)


def _of_json(bodies: Iterable[dict[str, Json]]) -> FileFormat:
    for body in bodies:
        if is_json_package(body):
            return FileFormat.TABULAR
        if is_ohana(body):
            return FileFormat.OHANA
        if is_oruk(body):
            return FileFormat.ORUK
    return FileFormat.HSDS
