"""Writing the directory to a new folder, whole or not at all."""

import csv
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.directory.queries.licences import SourceLicence
from kith.directory.records import Json
from kith.exchange.hsds.export.datapackage import datapackage
from kith.exchange.hsds.export.tables import Tables
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.to_body import Body


class ExportFormat(StrEnum):
    """How the files are written."""

    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Listings:
    """What is written: services whole, then organisations and locations that no service brings along."""

    service: Iterable[Body]
    organization: Iterable[Body]
    location: Iterable[Body]

    def by_name(self) -> dict[str, Iterable[Body]]:
        """Each list under the standard's name of what stands in it."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def write_files(
    folder: Path, *, form: ExportFormat, listings: Listings, licences: Iterable[SourceLicence]
) -> None:
    """Write everything to `folder`, which is made new. Raises BadInput if something stands there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(_("The folder “%(folder)s” is not empty.") % {"folder": folder}, field="folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        WRITERS[form](half, listings)
        _write_licences(half, licences)
        if folder.exists():
            folder.rmdir()
        half.replace(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _write_json(folder: Path, listings: Listings) -> None:
    for name, bodies in listings.by_name().items():
        _write_list(folder / f"{name}s.json", bodies)


def _write_ndjson(folder: Path, listings: Listings) -> None:
    for name, bodies in listings.by_name().items():
        _write_lines(folder / f"{name}s.ndjson", bodies)


def _write_csv(folder: Path, listings: Listings) -> None:
    tables = Tables()
    for name, bodies in listings.by_name().items():
        for body in bodies:
            tables.add(name, body)
    kept = {name: rows for name, rows in tables.rows.items() if rows}
    for name, rows in kept.items():
        _write_table(folder / HSDS[name].table, name, rows.values())
    (folder / "datapackage.json").write_text(json.dumps(datapackage(kept), indent=2), "utf-8")


def _write_table(path: Path, name: str, rows: Iterable[Body]) -> None:
    columns = [field.name for field in HSDS[name].columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def _write_list(path: Path, bodies: Iterable[Body]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for number, body in enumerate(bodies):
            file.write(",\n" if number else "\n")
            file.write(_json(body))
        file.write("\n]\n")


def _write_lines(path: Path, bodies: Iterable[Body]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for body in bodies:
            file.write(_json(body) + "\n")


def _json(body: Json) -> str:
    return json.dumps(body, ensure_ascii=False)


def _write_licences(folder: Path, licences: Iterable[SourceLicence]) -> None:
    lines: list[Json] = [
        {
            "source": one.source,
            "licence": one.licence,
            "licence_url": one.licence_url,
            "attribution": one.attribution,
        }
        for one in licences
    ]
    (folder / "licences.json").write_text(json.dumps(lines, ensure_ascii=False, indent=2) + "\n", "utf-8")


WRITERS: dict[ExportFormat, Callable[[Path, Listings], None]] = {
    ExportFormat.JSON: _write_json,
    ExportFormat.NDJSON: _write_ndjson,
    ExportFormat.CSV: _write_csv,
}
