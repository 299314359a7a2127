"""Builds generations: on disk from all documents, in memory from a few."""

from collections.abc import Iterable
from pathlib import Path

from kith.matching.documents import Document, Schema
from kith.matching.generation import Generation
from kith.matching.ordering import arrays_of
from kith.matching.packing import pack
from kith.matching.table import Stats, Table
from kith.matching.writing import one_builder, write_generation


def build_generation(folder: Path, documents: Iterable[Document], *, schema: Schema, sequence: int) -> Path:
    """Write a new generation under `folder` and make it the one that counts; returns its directory.

    Documents are read once, one at a time; of two with one id the later counts. `sequence`: the last change
    that the documents hold. Another builder of the same folder waits. Raises SchemaTooWide.
    """
    with one_builder(folder) as place:
        spill = place / "words"
        spill.mkdir()
        table = pack(documents, schema, spill)
        return _written(place, table, spill, schema, sequence)


def _written(place: Path, table: Table, spill: Path, schema: Schema, sequence: int) -> Path:
    arrays, shape = arrays_of(table)
    for path in spill.iterdir():
        path.unlink()
    spill.rmdir()
    return write_generation(place, arrays, shape=shape, names=table.names, schema=schema, sequence=sequence)


def build_from_table(folder: Path, table: Table, *, schema: Schema, sequence: int) -> Path:
    """The same from columns that are there already."""
    with one_builder(folder) as place:
        arrays, shape = arrays_of(table)
        return write_generation(
            place, arrays, shape=shape, names=table.names, schema=schema, sequence=sequence
        )


def generation_in_memory(
    documents: Iterable[Document], *, schema: Schema, sequence: int, stats: Stats | None = None
) -> Generation:
    """A generation that is nowhere on disk. `stats`: of another one, by which its words are weighed."""
    table = pack(documents, schema)
    arrays, shape = arrays_of(table, stats)
    return Generation(arrays, shape, table.names, schema, sequence)
