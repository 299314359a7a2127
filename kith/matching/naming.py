"""Codes, languages and areas by number, so that a slot holds numbers only."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kith.matching.layout import I4, I8, LANGUAGE_BITS, U4


class NamePacker:
    """Gathers names of documents: each name has a number, in order of first sight."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._lengths = array("i", [0])
        self._flat = array("i")

    def add(self, names: Sequence[str]) -> None:
        """The names of one more document, each once."""
        own = dict.fromkeys(names)
        self._flat.extend([self._numbers.setdefault(name, len(self._numbers)) for name in own])
        self._lengths.append(len(own))

    def starts(self) -> I4:
        """Where each document's names begin, and where the last one's end."""
        return np.cumsum(np.array(self._lengths, np.int64), dtype=np.int32)

    @property
    def names(self) -> list[str]:
        """All names so far, by number."""
        return list(self._numbers)

    @property
    def flat(self) -> I4:
        """The numbers of all documents' names, end to end."""
        return np.array(self._flat, np.int32)


def by_frequency(packer: NamePacker) -> tuple[tuple[str, ...], I4]:
    """Names from the most frequent down, then by name; and all the numbers, counted so."""
    counts = np.bincount(packer.flat, minlength=len(packer.names))
    return _renumbered(packer, [(-count, name) for count, name in zip(counts, packer.names, strict=True)])


def by_name(packer: NamePacker) -> tuple[tuple[str, ...], I4]:
    """Names sorted; and all the numbers, counted so."""
    return _renumbered(packer, [(0, name) for name in packer.names])


def _renumbered(packer: NamePacker, keys: list[tuple[int, str]]) -> tuple[tuple[str, ...], I4]:
    order = sorted(range(len(keys)), key=keys.__getitem__)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order))
    return tuple(keys[number][1] for number in order), rank[packer.flat]


@dataclass(frozen=True, slots=True)
class LanguageColumns:
    """Bits of each document, and which documents speak which language without a bit."""

    names: tuple[str, ...]
    bits: U4
    rare_doc: I4
    rare_language: I4


class LanguagePacker(NamePacker):
    """Gathers languages: the most common have a bit, the others a list."""

    def columns(self) -> LanguageColumns:
        """All of them."""
        names, number = by_frequency(self)
        first = self.starts().astype(np.int64)
        doc: I8 = np.repeat(np.arange(len(first) - 1), np.diff(first))
        shift = np.minimum(number, LANGUAGE_BITS).astype(np.uint32)
        bits = np.zeros(len(first) - 1, np.uint32)
        np.bitwise_or.at(bits, doc, np.left_shift(np.uint32(1), shift))
        rare = number >= LANGUAGE_BITS
        return LanguageColumns(
            names, bits, doc[rare].astype(np.int32), (number[rare] - LANGUAGE_BITS).astype(np.int32)
        )
