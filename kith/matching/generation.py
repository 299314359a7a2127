"""A generation: arrays that never change, in memory or mapped from files for reading only."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from pathlib import Path
from uuid import UUID

import numpy as np

from kith.matching.bits import bits_of
from kith.matching.documents import Schema
from kith.matching.facts import GroupBits, group_bits
from kith.matching.ids import uuid_of
from kith.matching.layout import I4, I8, ID_BYTES, Arrays, Names, Shape
from kith.matching.manifest import Damaged, Manifest, read_manifest
from kith.matching.postings import idf
from kith.matching.table import Stats
from kith.matching.vocabulary import Vocabulary

CURRENT = "CURRENT"
PREFIX = "gen-"
PAGE = 4096


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number of each name."""

    codes: dict[str, int]
    languages: dict[str, int]
    areas: dict[str, int]


class Generation:
    """Arrays, and what is needed to read them. Safe to share between threads: nothing of it changes.

    `bits`: see bits.py; 8 bytes a slot that are held in memory.
    """

    def __init__(self, arrays: Arrays, shape: Shape, names: Names, schema: Schema, sequence: int) -> None:
        self.arrays = arrays
        self.shape = shape
        self.names = names
        self.schema = schema
        self.sequence = sequence
        self.bits = bits_of(arrays)
        self.groups: dict[str, GroupBits] = group_bits(schema)
        self.every_gender = sum(
            bit for one in self.groups.values() if one.group.column == "genders" for bit in one.bits.values()
        )
        self.vocabulary = Vocabulary(arrays.vbytes, arrays.vstart)
        # A memoryview reads single numbers far faster than an array does.
        self.word_starts, self.word_weights = arrays.pstart.data, arrays.vidf.data
        self.numbers = Numbers(_numbers(names.codes), _numbers(names.languages), _numbers(names.areas))

    @property
    def count(self) -> int:
        """How many services."""
        return self.shape.services

    @property
    def is_one_place_each(self) -> bool:
        """Whether no service has two slots."""
        return self.shape.services == self.shape.slots

    def bytes_at(self, ordinals: I4) -> list[bytes]:
        """The ids of these services, as bytes."""
        flat = self.arrays.ids.take(ordinals).tobytes()
        return [flat[at : at + ID_BYTES] for at in range(0, len(flat), ID_BYTES)]

    def ids_at(self, ordinals: I4) -> list[UUID]:
        """The ids of these services."""
        return [uuid_of(one) for one in self.bytes_at(ordinals)]

    def ordinals(self, ids: Collection[UUID]) -> I8:
        """The ordinals of those of these services that are here."""
        asked = np.array([one.bytes for one in ids], f"S{ID_BYTES}")
        at = self.arrays.ids.searchsorted(asked)
        is_here = at < self.count
        is_here[is_here] = self.arrays.ids[at[is_here]] == asked[is_here]
        return at[is_here]

    def frequency(self, word: str) -> int:
        """How many services have this word."""
        number = self.vocabulary.find(word)
        return 0 if number is None else int(self.arrays.vdf[number])

    def stats(self) -> Stats:
        """What words weigh here."""
        return Stats(self.shape.services, self.shape.average_length, self._frequency)

    def _frequency(self, words: list[str]) -> I8:
        numbers = [self.vocabulary.find(word) for word in words]
        counts = [0 if number is None else int(self.arrays.vdf[number]) for number in numbers]
        return np.array(counts, np.int64)

    def weight_of_unknown(self) -> int:
        """How much a word weighs that no service has."""
        return int(idf(np.zeros(1, np.int64), self.shape.services)[0])


def _numbers(names: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def open_generation(path: Path) -> Generation:
    """The generation in this directory, mapped; every file is read once and compared with its checksum.

    Raises Damaged where something is missing, or is not what was written.
    """
    manifest = read_manifest(path)
    manifest.check_files(path)
    return _opened(path, manifest)


def _opened(path: Path, manifest: Manifest) -> Generation:
    try:
        mapped = {one.name: np.load(path / f"{one.name}.npy", mmap_mode="r") for one in fields(Arrays)}
        arrays = Arrays(**{name: np.asarray(array) for name, array in mapped.items()})
        names = manifest.names(path)
    except (OSError, ValueError) as error:
        raise Damaged(path.name) from error
    return Generation(arrays, manifest.shape, names, manifest.schema, manifest.sequence)


def current_generation(folder: Path) -> Generation | None:
    """The generation that counts; where it is missing or damaged the last good one; None where none is."""
    for name in _candidates(folder):
        try:
            return open_generation(folder / name)
        except Damaged:
            continue
    return None


def _candidates(folder: Path) -> list[str]:
    """The named generation first, then all others, newest first."""
    try:
        named = [(folder / CURRENT).read_text("utf-8").strip()]
    except (OSError, UnicodeDecodeError):
        named = []
    others = [f"{PREFIX}{number}" for number in sorted(generation_numbers(folder), reverse=True)]
    return [name for name in dict.fromkeys([*named, *others]) if name in others]


def generation_numbers(folder: Path) -> list[int]:
    """The numbers of all generations in a folder, in no order."""
    names = [path.name.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*")]
    return [int(name) for name in names if name.isascii() and name.isdigit()]


def prefault(generation: Generation) -> int:
    """Read every page of a generation once, so that no question waits for the disk; returns its bytes."""
    total = 0
    for one in fields(Arrays):
        array = getattr(generation.arrays, one.name)
        if array.size:
            array.view(np.uint8)[::PAGE].max()
        total += array.nbytes
    return total
