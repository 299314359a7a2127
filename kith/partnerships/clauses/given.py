"""Reading a clause's terms as they are stored or sent: one typed look at each field."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from kith.partnerships.errors import BadClause

CodeT = TypeVar("CodeT", bound=StrEnum)
LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Given:
    """Terms by field name. Each method raises BadClause, naming the field, for what cannot be read."""

    terms: Mapping[str, object]

    def number(self, field: str, *, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        found = self.terms.get(field)
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise BadClause(field=field)
        return found

    def number_or_none(self, field: str, *, least: int, most: int) -> int | None:
        """The same; None where nothing is given."""
        return None if self.terms.get(field) is None else self.number(field, least=least, most=most)

    def words(self, field: str) -> str:
        """Some words, at most 500 letters; empty where nothing is given."""
        found = self.terms.get(field, "")
        if not isinstance(found, str) or len(found) > LONGEST_WORDS:
            raise BadClause(field=field)
        return found.strip()

    def needed_words(self, field: str) -> str:
        """Words that must be there."""
        found = self.words(field)
        if not found:
            raise BadClause(field=field)
        return found

    def flag(self, field: str) -> bool:
        """True or False; False where nothing is given."""
        found = self.terms.get(field, False)
        if not isinstance(found, bool):
            raise BadClause(field=field)
        return found

    def day_or_none(self, field: str) -> date | None:
        """An ISO date; None where nothing is given."""
        found = self.terms.get(field)
        return None if found is None else self._day(field, found)

    def days(self, field: str) -> tuple[date, ...]:
        """ISO dates in order, each once."""
        return tuple(sorted({self._day(field, item) for item in self._list(field)}))

    def code(self, field: str, codes: type[CodeT]) -> CodeT:
        """One of a closed list."""
        try:
            return codes(str(self.terms.get(field)))
        except ValueError as error:
            raise BadClause(field=field) from error

    def codes(self, field: str, codes: type[CodeT]) -> frozenset[CodeT]:
        """Some of a closed list."""
        try:
            return frozenset(codes(str(item)) for item in self._list(field))
        except ValueError as error:
            raise BadClause(field=field) from error

    def lines(self, field: str) -> tuple[str, ...]:
        """Lines of words in their order, the empty ones left out."""
        found = [str(item).strip() for item in self._list(field)]
        if any(len(line) > LONGEST_WORDS for line in found):
            raise BadClause(field=field)
        return tuple(line for line in found if line)

    def ids(self, field: str) -> tuple[UUID, ...]:
        """Ids in their order, each once."""
        try:
            return tuple(dict.fromkeys(UUID(str(item)) for item in self._list(field)))
        except ValueError as error:
            raise BadClause(field=field) from error

    def numbers(self, field: str, *, least: int, most: int) -> tuple[int, ...]:
        """Whole numbers, the largest first, each once."""
        found = {Given({field: item}).number(field, least=least, most=most) for item in self._list(field)}
        return tuple(sorted(found, reverse=True))

    def _list(self, field: str) -> list[object]:
        found = self.terms.get(field, [])
        if not isinstance(found, (list, tuple, frozenset)):
            raise BadClause(field=field)
        return list(found)

    def _day(self, field: str, found: object) -> date:
        try:
            return date.fromisoformat(str(found))
        except ValueError as error:
            raise BadClause(field=field) from error


def plain(value: object) -> object:
    """A value as JSON keeps it; sets come in order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, (date, UUID)):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(str(plain(item)) for item in value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value
