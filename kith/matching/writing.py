"""Writes a generation so that a reader, or a kill at any moment, never meets half of it."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import numpy as np

from kith.matching.documents import Schema
from kith.matching.generation import CURRENT, PREFIX, generation_numbers
from kith.matching.layout import TYPES, Arrays, Names, Shape
from kith.matching.manifest import MANIFEST, NAMES, Manifest, measured, names_text

UNFINISHED = "new-"
KEPT = 2
"""The generation that counts, and the one before it, should it be found damaged."""


@contextmanager
def one_builder(folder: Path) -> Iterator[Path]:
    """A directory for one new generation; another builder waits. What dead builders left is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        place = folder / f"{UNFINISHED}{max(generation_numbers(folder), default=0) + 1}"
        place.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def write_generation(
    place: Path, arrays: Arrays, *, shape: Shape, names: Names, schema: Schema, sequence: int
) -> Path:
    """Write into `place` (of `one_builder`), then make it the one that counts; returns where it lies."""
    files = {}
    for one in fields(Arrays):
        array = getattr(arrays, one.name)
        np.save(place / f"{one.name}.npy", array.astype(np.dtype(TYPES[one.name]), copy=False))
        files[f"{one.name}.npy"] = measured(place / f"{one.name}.npy")
    _write(place / NAMES, names_text(names))
    files[NAMES] = measured(place / NAMES)
    manifest = Manifest(sequence=sequence, schema=schema, shape=shape, files=files)
    _write(place / MANIFEST, manifest.text())
    for path in place.iterdir():
        _sync(path)
    _sync(place)
    return _made_current(place)


def _made_current(place: Path) -> Path:
    folder = place.parent
    final = folder / place.name.replace(UNFINISHED, PREFIX, 1)
    place.rename(final)
    _sync(folder)
    named = folder / f"{CURRENT}.new"
    _write(named, f"{final.name}\n")
    _sync(named)
    named.replace(folder / CURRENT)
    _sync(folder)
    for number in sorted(generation_numbers(folder))[:-KEPT]:
        shutil.rmtree(folder / f"{PREFIX}{number}", ignore_errors=True)
    return final


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _sync(path: Path) -> None:
    """Have the disk keep a file or a directory."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
