"""What every record is."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Self


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
        for one in fields(cls):
            value = given.get(one.name, one.default)
            if value is MISSING:
                raise TypeError(f"{cls.__name__} needs {one.name}.")
            object.__setattr__(record, one.name, value)
        return record

    def lists(self) -> list[tuple["Record", ...]]:
        """The lists of records that stand in it."""
        values = (getattr(self, one.name) for one in fields(self))
        return [value for value in values if isinstance(value, tuple)]

    def plain(self) -> dict[str, object]:
        """Its own values by name: no record, no list of records."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if not isinstance(value, tuple | Record)}

    def singles(self) -> list["Record"]:
        """The records that stand in it alone."""
        values = (getattr(self, one.name) for one in fields(self))
        return [value for value in values if isinstance(value, Record)]
