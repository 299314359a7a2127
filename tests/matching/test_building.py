"""Generations on disk: whole or not there."""

from pathlib import Path
from random import Random
from uuid import UUID

import numpy as np
import pytest

from kith.matching.building import build_generation
from kith.matching.documents import Document, Schema, Site
from kith.matching.generation import current_generation, open_generation, prefault
from kith.matching.layout import TYPES, Arrays
from kith.matching.manifest import Damaged
from tests.matching.made_up import SCHEMA, documents

HOT = (
    "lat",
    "lon",
    "t0",
    "t1",
    "t2",
    "t3",
    "sched",
    "langs",
    "ins",
    "amin",
    "amax",
    "gender",
    "flags",
    "cap",
)


@pytest.fixture
def made() -> list[Document]:
    return documents(Random(1), 40)


def test_a_generation_says_what_it_was_built_with(tmp_path, made) -> None:
    path = build_generation(tmp_path, made, schema=SCHEMA, sequence=41)

    opened = open_generation(path)
    assert (path.name, opened.count, opened.sequence, opened.schema) == ("gen-1", len(made), 41, SCHEMA)
    assert prefault(opened) > 0


def test_hot_columns_take_32_bytes_a_slot(tmp_path, made) -> None:
    arrays = open_generation(build_generation(tmp_path, made, schema=SCHEMA, sequence=1)).arrays

    assert sum(getattr(arrays, name).itemsize for name in HOT) == 32
    assert all(getattr(arrays, name).dtype == np.dtype(kind) for name, kind in TYPES.items())


def test_the_order_of_documents_does_not_matter(tmp_path, made) -> None:
    one = open_generation(build_generation(tmp_path / "a", made, schema=SCHEMA, sequence=1)).arrays
    other = open_generation(build_generation(tmp_path / "b", made[::-1], schema=SCHEMA, sequence=1)).arrays

    weeks = {"week", "sched", "wzone", "wexact", "wstart", "wfirst", "wlast", "cstart", "cday"}
    for name in Arrays.__slots__:
        if name not in weeks:
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name), name)


def test_the_later_of_two_with_one_id_counts(tmp_path) -> None:
    old = Document(id=UUID(int=5), words=(("old", 1), ("same", 1)), sites=(Site(1, 1), Site(2, 2)))
    new = Document(id=UUID(int=5), words=(("new", 1), ("same", 1)))

    opened = open_generation(build_generation(tmp_path, [old, new], schema=Schema(), sequence=1))

    assert (opened.count, opened.shape.slots, opened.shape.mapped) == (1, 1, 0)
    assert opened.vocabulary.words() == ["new", "same"]
    assert opened.frequency("same") == 1


def test_the_newest_generation_counts_and_one_before_it_is_kept(tmp_path, made) -> None:
    for sequence in range(4):
        build_generation(tmp_path, made, schema=SCHEMA, sequence=sequence)

    assert current_generation(tmp_path).sequence == 3
    assert sorted(path.name for path in tmp_path.glob("gen-*")) == ["gen-3", "gen-4"]


@pytest.mark.parametrize("name", ["manifest.json", "pdoc.npy", "names.json", "lat.npy"])
@pytest.mark.parametrize("harm", ["gone", "cut", "changed"])
def test_after_a_damaged_generation_the_last_good_one_counts(tmp_path, made, name: str, harm: str) -> None:
    build_generation(tmp_path, made, schema=SCHEMA, sequence=1)
    damage(build_generation(tmp_path, made, schema=SCHEMA, sequence=2) / name, harm)

    assert current_generation(tmp_path).sequence == 1
    with pytest.raises(Damaged):
        open_generation(tmp_path / "gen-2")


def damage(path: Path, harm: str) -> None:
    kept = bytearray(path.read_bytes())
    if harm == "gone":
        path.unlink()
        return
    if harm == "changed":
        kept[len(kept) // 2] ^= 1
    path.write_bytes(kept if harm == "changed" else kept[: len(kept) // 2])


@pytest.mark.parametrize("named", [None, "", "gen-77", "../elsewhere", "gen-1"])
def test_whatever_current_says_a_whole_generation_is_found(tmp_path, made, named: str | None) -> None:
    build_generation(tmp_path, made, schema=SCHEMA, sequence=1)
    (tmp_path / "CURRENT").unlink() if named is None else (tmp_path / "CURRENT").write_text(named)

    assert current_generation(tmp_path).sequence == 1


def test_where_nothing_is_there_is_no_generation(tmp_path) -> None:
    assert current_generation(tmp_path / "nowhere") is None
    assert current_generation(tmp_path) is None


def test_nothing_at_all_can_be_built(tmp_path) -> None:
    build_generation(tmp_path, [], schema=Schema(), sequence=9)

    assert (current_generation(tmp_path).count, current_generation(tmp_path).sequence) == (0, 9)


def test_a_builder_that_fails_leaves_what_was_there(tmp_path, made) -> None:
    build_generation(tmp_path, made, schema=SCHEMA, sequence=1)

    with pytest.raises(ZeroDivisionError):
        build_generation(tmp_path, (1 / 0 for _one in range(1)), schema=SCHEMA, sequence=2)

    assert current_generation(tmp_path).sequence == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "CURRENT", "gen-1"]


def test_what_a_killed_builder_left_is_removed(tmp_path, made) -> None:
    (tmp_path / "new-7" / "words").mkdir(parents=True)
    (tmp_path / "new-7" / "lat.npy").write_bytes(b"half")

    build_generation(tmp_path, made, schema=SCHEMA, sequence=1)

    assert not (tmp_path / "new-7").exists()


def test_a_point_that_cannot_be_is_left_out(tmp_path) -> None:
    places = (Site(91.0, 0.0), Site(0.0, 181.0), Site(float("nan"), 0.0))
    made = [Document(id=UUID(int=1), words=(), sites=places)]

    opened = open_generation(build_generation(tmp_path, made, schema=Schema(), sequence=1))

    assert (opened.count, opened.shape.mapped) == (1, 0)
