"""A tabular package written as one JSON file."""

from pathlib import Path

from kith.directory.records import Json
from kith.exchange.hsds.read_file import read_file


def is_json_package(body: dict[str, Json]) -> bool:
    """True if every name is that of a CSV file, with its rows below it."""
    return bool(body) and all(
        name.lower().endswith(".csv") and isinstance(rows, list) for name, rows in body.items()
    )


def json_tables(path: Path) -> dict[str, list[dict[str, str]]]:
    """The rows of each table, as text. What is no row is left out."""
    bodies = [record.body for record in read_file(path) if record.body and is_json_package(record.body)]
    return {
        name: [_texts(row) for row in rows if isinstance(row, dict)]
        for body in bodies
        for name, rows in body.items()
        if isinstance(rows, list)
    }


def _texts(row: dict[str, Json]) -> dict[str, str]:
    return {
        column: str(value).lower() if isinstance(value, bool) else str(value)
        for column, value in row.items()
        if isinstance(value, str | int | float)
    }
