"""Where words stand, and how telling they are."""

from math import log
from random import Random

import numpy as np
import pytest

from kith.matching import packing, postings
from kith.matching.building import build_generation, generation_in_memory
from kith.matching.documents import Schema, Site
from kith.matching.generation import open_generation
from kith.matching.layout import Arrays
from kith.matching.vocabulary import Vocabulary
from tests.matching.small import service


def test_a_words_slots_are_in_the_order_of_the_map() -> None:
    made = [service(number, "a b", sites=(Site(number % 7, -number),)) for number in range(30)]

    arrays = generation_in_memory(made, schema=Schema(), sequence=1).arrays

    assert arrays.pstart.tolist() == [0, 30, 60]
    assert arrays.pdoc.tolist() == [*range(30), *range(30)]
    assert (np.diff(arrays.key) >= 0).all()


def test_bm25_in_whole_numbers() -> None:
    made = [service(1, "a*3 b*5"), service(2, "a*2"), service(3, "c*2")]

    arrays = generation_in_memory(made, schema=Schema(), sequence=1).arrays

    part = 3 / (3 + 1.2 * (0.25 + 0.75 * 8 / 4))
    assert arrays.vidf.tolist() == [round(1000 * log(1 + 1.5 / 2.5)), *[round(1000 * log(1 + 2.5 / 1.5))] * 2]
    assert arrays.pimp[0] == int(255 * part + 0.5)


def test_a_service_of_many_places_is_one_service_to_its_words() -> None:
    made = [service(1, "a", sites=tuple(Site(0, place) for place in range(5))), service(2, "a b")]

    opened = generation_in_memory(made, schema=Schema(), sequence=1)

    assert (opened.arrays.vdf.tolist(), opened.shape.services, opened.shape.slots) == ([2, 1], 2, 6)
    assert np.diff(opened.arrays.pstart).tolist() == [6, 1]


def test_many_chunks_and_blocks_give_the_same_as_one(tmp_path, monkeypatch) -> None:
    random = Random(3)
    made = [
        service(
            number, " ".join({f"w{random.randrange(90)}" for _word in range(12)}),
            sites=tuple(Site(random.uniform(-9, 9), 3) for _place in range(random.randrange(3))),
        )
        for number in range(200)
    ]  # fmt: skip
    whole = open_generation(build_generation(tmp_path / "a", made, schema=Schema(), sequence=1)).arrays
    monkeypatch.setattr(packing, "CHUNK", 100)
    monkeypatch.setattr(postings, "BLOCK", 150)

    pieces = open_generation(build_generation(tmp_path / "b", made, schema=Schema(), sequence=1)).arrays

    for name in Arrays.__slots__:
        np.testing.assert_array_equal(getattr(whole, name), getattr(pieces, name), name)


def test_of_a_word_said_twice_in_one_service_the_last_weight_counts() -> None:
    arrays = generation_in_memory([service(1, "a*2 b a*7")], schema=Schema(), sequence=1).arrays

    assert arrays.pstart.tolist() == [0, 1, 2]


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 300])
def test_words_are_found_whole_and_by_their_beginning(count: int) -> None:
    random = Random(count)
    known = sorted(
        {"".join(random.choices("abé\U0001f600", k=random.randint(1, 5))) for _one in range(count)}
    )
    parts = [word.encode() for word in known]
    blob = np.frombuffer(b"".join(parts), np.uint8)
    vocabulary = Vocabulary(blob, np.cumsum([0, *map(len, parts)]))

    assert vocabulary.words() == known
    assert [vocabulary.find(word) for word in known] == list(range(len(known)))
    assert vocabulary.find("zzz") is None
    for start in ("", "a", "ab", "é", "é\U0001f600", "z", "\U0010ffff"):
        first, last = vocabulary.beginning(start)
        assert known[first:last] == [word for word in known if word.startswith(start)]
        assert vocabulary.find(start) == (known.index(start) if start in known else None)
