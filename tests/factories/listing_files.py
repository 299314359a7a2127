"""One invented file of each format that can be taken in, with the count of services in it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from kith.directory.records import Json
from kith.exchange.files.recognise import FileFormat
from tests.factories.directory import hsds_service, source_id
from tests.factories.packages import HSDS_1_1, HSDS_2, HSDS_3, folder, zipped

MAPPING = """
[columns]
"Programme" = "name"
"Agency" = "organization.name"
"Phone" = "phones.number"

[constants]
status = "active"
"""
SHEET = [["Programme", "Agency", "Phone"], ["Soup", "River Trust", "020"], ["Bread", "River Trust", ""]]


@dataclass(frozen=True, slots=True)
class Listing:
    """How the file is written, its format, and how many services it holds."""

    write: Callable[[Path], Path]
    format: FileFormat
    count: int

    def mapping(self, base: Path) -> Path | None:
        return mapping_file(base) if self.format is FileFormat.SPREADSHEET else None


def mapping_file(base: Path) -> Path:
    path = base / "mapping.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def _json(name: str, content: Json) -> Callable[[Path], Path]:
    def write(base: Path) -> Path:
        path = base / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    return write


def _csv(base: Path) -> Path:
    path = base / "sheet.csv"
    path.write_text("\n".join(";".join(row) for row in SHEET), encoding="cp1252")
    return path


def _xlsx(base: Path) -> Path:
    book = Workbook()
    for row in SHEET:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(base / "sheet.xlsx")
    return base / "sheet.xlsx"


def _at(name: str, place: str) -> dict[str, Json]:
    location: Json = {"id": source_id(place), "location_type": "physical", "name": place}
    return {"id": source_id(f"{name} {place}"), "service": hsds_service(name), "location": location}


OHANA_PLACES: list[Json] = [
    {
        "id": place,
        "slug": f"clinic-{place}",
        "name": f"Clinic {place}",
        "organization": {"id": 5, "name": "River Trust"},
        "phones": [{"id": place, "number": "650 555-0100", "number_type": "voice"}],
    }
    for place in (1, 2)
]
UK = hsds_service("Soup", fees="Free", service_areas=[{"id": source_id("a"), "service_area": "The town"}])

LISTINGS: dict[str, Listing] = {
    "hsds": Listing(_json("list.json", [hsds_service("A"), hsds_service("B")]), FileFormat.HSDS, 2),
    "hsds at locations": Listing(
        _json("list.json", {"contents": [_at("A", "Hall"), _at("B", "Hall"), _at("A", "Barn")]}),
        FileFormat.HSDS,
        2,
    ),
    "oruk": Listing(_json("list.json", {"contents": [UK, hsds_service("B")]}), FileFormat.ORUK, 2),
    "ohana": Listing(_json("list.json", OHANA_PLACES), FileFormat.OHANA, 2),
    "tabular 3.1": Listing(lambda base: folder(base, HSDS_3), FileFormat.TABULAR, 2),
    "tabular 3.1 in a zip": Listing(lambda base: zipped(base, HSDS_3), FileFormat.TABULAR, 2),
    "tabular 3.1 in JSON": Listing(
        _json(
            "list.json",
            {
                "organizations.csv": [{"id": "1", "name": "River Trust"}],
                "services.csv": [{"id": 7, "organization_id": 1, "name": "Soup", "status": "active"}],
            },
        ),
        FileFormat.TABULAR,
        1,
    ),
    "tabular 2.0": Listing(lambda base: folder(base, HSDS_2), FileFormat.TABULAR, 1),
    "tabular 1.1": Listing(lambda base: zipped(base, HSDS_1_1), FileFormat.TABULAR, 1),
    "csv": Listing(_csv, FileFormat.SPREADSHEET, 2),
    "xlsx": Listing(_xlsx, FileFormat.SPREADSHEET, 2),
}
