"""Which bit of which column a fact is."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.matching.documents import FactGroup, Schema

WIDTHS = {"costs": 16, "flags": 8, "genders": 8, "facts": 64}


class SchemaTooWide(ValueError):
    """A column has fewer bits than the schema has facts for it, or there is no such column."""


@dataclass(frozen=True, slots=True)
class GroupBits:
    """A group, and the bit of each of its codes in its column."""

    group: FactGroup
    bits: dict[str, int]

    @property
    def places(self) -> range:
        """Where its bits lie in the column, counted from the lowest: one behind the other, in their order."""
        first = min(self.bits.values(), default=1).bit_length() - 1
        return range(first, first + len(self.bits))

    def asked(self, codes: Iterable[str]) -> int:
        """The bits of these codes; 0 where no service could have any, or all where all are wanted."""
        found = 0
        for code in codes:
            bit = self.bits.get(code, 0)
            if not bit and not self.group.is_any:
                return 0
            found |= bit
        return found

    def mask(self, codes: Iterable[str]) -> int:
        """The bits of these codes; unknown ones have none."""
        found = 0
        for code in codes:
            found |= self.bits.get(code, 0)
        return found


def group_bits(schema: Schema) -> dict[str, GroupBits]:
    """Each group's bits by its name: in order of the schema, from the lowest bit of the column up.

    Raises SchemaTooWide.
    """
    used = dict.fromkeys(WIDTHS, 0)
    found: dict[str, GroupBits] = {}
    for group in schema.groups:
        if group.column not in WIDTHS:
            raise SchemaTooWide(f"There is no column {group.column}.")
        first = used[group.column]
        codes = list(dict.fromkeys(group.codes))
        used[group.column] += len(codes)
        if used[group.column] > WIDTHS[group.column]:
            raise SchemaTooWide(f"The column {group.column} has {WIDTHS[group.column]} bits.")
        found[group.name] = GroupBits(group, {code: 1 << first + at for at, code in enumerate(codes)})
    return found


@dataclass(frozen=True, slots=True)
class Packed:
    """The facts of one slot, a number for each column."""

    costs: int = 0
    flags: int = 0
    genders: int = 0
    facts: int = 0


class FactPacker:
    """Turns codes into numbers, each set of codes once."""

    def __init__(self, schema: Schema) -> None:
        self._places: dict[str, list[tuple[str, int]]] = {}
        for one in group_bits(schema).values():
            for code, bit in one.bits.items():
                self._places.setdefault(code, []).append((one.group.column, bit))
        self._known: dict[tuple[str, ...], Packed] = {}

    def pack(self, codes: tuple[str, ...]) -> Packed:
        """The bits of these codes; a code that stands in no group has none."""
        found = self._known.get(codes)
        if found is None:
            found = self._known[codes] = self._packed(codes)
        return found

    def _packed(self, codes: tuple[str, ...]) -> Packed:
        sums = dict.fromkeys(WIDTHS, 0)
        for code in codes:
            for column, bit in self._places.get(code, ()):
                sums[column] |= bit
        return Packed(**sums)
