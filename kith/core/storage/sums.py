"""Sums over rows: equal sums, equal rows, in whatever order they come."""

import hashlib
from dataclasses import dataclass

ROUND = 1 << 256


@dataclass(frozen=True, slots=True)
class TableSum:
    """How many rows a table has, and the sum of the SHA-256 of each."""

    rows: int
    digest: str


class Summing:
    """Adds up rows as they pass."""

    def __init__(self) -> None:
        self._rows = 0
        self._sum = 0

    def add(self, row: bytes) -> None:
        """Count one row in."""
        self._rows += 1
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(row).digest())) % ROUND

    def total(self) -> TableSum:
        """The sum so far."""
        return TableSum(self._rows, f"{self._sum:064x}")
