"""Reads the town's files into plain, checked values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kith.core.errors import BadInput

Value = str | int | float | bool | list["Value"] | dict[str, "Value"]
FILES = ("town", "services", "listed", "agreements", "partnerships", "tables", "people", "referrals")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file, read field by field."""

    fields: Mapping[str, Value]

    def text(self, name: str, default: str | None = None) -> str:
        """A text. Raises BadInput if it is missing and has no default."""
        value = self.fields.get(name, default)
        if not isinstance(value, str):
            raise BadInput(f"The demo files miss the text {name!r}.")
        return value

    def number(self, name: str) -> int | None:
        """A whole number, or None where it is left out."""
        value = self.fields.get(name)
        return value if isinstance(value, int) else None

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        value = self.fields.get(name, default)
        return value if isinstance(value, bool) else default

    def texts(self, name: str) -> list[str]:
        """A list of texts, empty where it is left out."""
        value = self.fields.get(name, [])
        return [str(item) for item in value] if isinstance(value, list) else []

    def entry(self, name: str) -> "Entry":
        """A table inside this one, empty where it is left out."""
        value = self.fields.get(name, {})
        return Entry(value if isinstance(value, dict) else {})

    def entries(self, name: str) -> list["Entry"]:
        """A list of tables."""
        value = self.fields.get(name, [])
        return [Entry(item) for item in value if isinstance(item, dict)] if isinstance(value, list) else []

    def days(self, name: str) -> dict[int, tuple[str, str]]:
        """Weekdays with their hours: Monday is 0."""
        week = self.entry(name)
        hours = {WEEKDAYS.index(day): week.texts(day) for day in week.fields}
        return {day: (span[0], span[1]) for day, span in hours.items()}


def read_town(folder: Path) -> Entry:
    """All files of the town as one entry. Raises BadInput if one is missing or is not TOML."""
    town: dict[str, Value] = {}
    for name in FILES:
        path = folder / f"{name}.toml"
        try:
            town.update(tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise BadInput(f"The demo file {path} cannot be read: {error}") from error
    return Entry(town)
