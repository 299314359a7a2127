"""Identifiers: UUIDv7 (RFC 9562), so that rows sort by the time they were made."""

import os
import time
from dataclasses import dataclass
from uuid import UUID


def uuid7() -> UUID:
    """A new id: 48 bits of Unix milliseconds, 74 bits of chance."""
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10))
    high = milliseconds << 16 | 0x7000 | chance >> 68
    low = 0b10 << 62 | chance & (1 << 62) - 1
    return UUID(int=high << 64 | low)


@dataclass(frozen=True, slots=True)
class Ref:
    """Which thing: its kind in the field's word (`referral`) and its id."""

    kind: str
    id: UUID

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"
