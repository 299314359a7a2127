"""What every record is."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Self

NAMES: dict[type, tuple[str, ...]] = {}
DEFAULTS: dict[type, tuple[tuple[str, object], ...]] = {}
"""By kind of record: asked for very often."""


@dataclass(frozen=True, slots=True)
class Record:
    """A frozen set of named values."""

    @classmethod
    def of(cls, *parts: Mapping[str, object]) -> Self:
        """A record from sets of values whose names are only known when the program runs.

        Names that the record does not have are passed over. Raises TypeError where a needed one is missing.
        """
        given = {name: value for part in parts for name, value in part.items()}
        record = object.__new__(cls)
        for name, default in cls._defaults():
            value = given.get(name, default)
            if value is MISSING:
                raise TypeError(f"{cls.__name__} needs {name}.")
            object.__setattr__(record, name, value)
        return record

    def lists(self) -> list[tuple["Record", ...]]:
        """The lists of records that stand in it, but for empty ones."""
        return [value for value in self._values() if value and isinstance(value, tuple)]

    def singles(self) -> list["Record"]:
        """The records that stand in it alone."""
        return [value for value in self._values() if isinstance(value, Record)]

    def plain(self) -> dict[str, object]:
        """Its own values by name: no record, no list of records."""
        values = zip(self.names(), self._values(), strict=True)
        return {name: value for name, value in values if not isinstance(value, tuple | Record)}

    def names(self) -> tuple[str, ...]:
        """The names of its values, in their order."""
        kind = type(self)
        if kind not in NAMES:
            NAMES[kind] = tuple(one.name for one in fields(kind))
        return NAMES[kind]

    @classmethod
    def _defaults(cls) -> tuple[tuple[str, object], ...]:
        if cls not in DEFAULTS:
            DEFAULTS[cls] = tuple((one.name, one.default) for one in fields(cls))
        return DEFAULTS[cls]

    def _values(self) -> list[object]:
        return [getattr(self, name) for name in self.names()]
