"""The made-up directory is the one that the recipe describes, and the same on every machine."""

import numpy as np
import pytest
from numpy.typing import NDArray

from bench.searching.made import FREE, NAME_WORDS, Directory, directory
from bench.searching.words import WORDS


def _share(column: NDArray[np.int64], bit: int) -> float:
    return float(np.mean(column >> bit & 1))


def test_the_same_directory_is_made_every_time(thousand: Directory) -> None:
    assert int(thousand.tokens.sum(dtype=np.int64)) == 159_914_058
    assert int(thousand.places.sum()) == 7_510
    assert float(thousand.latitude[0]) == 40.67018127441406


def test_one_is_like_the_other_but_of_another_size(thousand: Directory) -> None:
    small = directory(100)

    assert small.topics.words == thousand.topics.words
    assert np.array_equal(small.topics.popularity, thousand.topics.popularity)


def test_no_word_is_made_twice(thousand: Directory) -> None:
    assert len(set(thousand.topics.words)) == WORDS


def test_codes_are_a_tree_of_three_steps(thousand: Directory) -> None:
    sizes = [len(thousand.topics.subtree(code)) for code in range(300)]

    assert sum(sizes[:10]) == 300
    assert sum(sizes[10:60]) == 290
    assert sizes[60:] == [1] * 240


def test_no_service_has_a_code_twice(thousand: Directory) -> None:
    for row in thousand.codes.tolist():
        codes = [code for code in row if code >= 0]
        assert codes
        assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("bit, share", [(0, 1.0), (1, 0.35), (2, 0.35 / 2**1.1)])
def test_english_is_spoken_everywhere_others_less_and_less(
    thousand: Directory, bit: int, share: float
) -> None:
    assert _share(thousand.languages, bit) == pytest.approx(share, abs=0.04)


def test_what_no_insurance_pays_is_free(thousand: Directory) -> None:
    assert (thousand.costs > 0).all()
    assert _share(thousand.costs, FREE) == pytest.approx(0.46, abs=0.05)


def test_days_are_busier_than_nights_and_weekends(thousand: Directory) -> None:
    shares = [_share(thousand.slots, bit) for bit in range(28)]

    assert shares[1] == pytest.approx(0.9 * 0.9, abs=0.05)
    assert shares[0] == pytest.approx(0.05 * 0.9, abs=0.03)
    assert shares[21] == pytest.approx(0.3 * 0.9, abs=0.05)


def test_ages_are_a_range(thousand: Directory) -> None:
    assert (thousand.oldest > thousand.youngest).all()
    assert set(thousand.youngest.tolist()) == {0, 5, 12, 13, 16, 18, 21, 55, 60}


def test_texts_have_sixty_words_or_so_and_tell_of_their_first_code(thousand: Directory) -> None:
    lengths = np.diff(thousand.starts)
    telling = [
        len(set(ranks) & set(thousand.topics.topic_words[code].tolist()))
        for ranks, code in zip(thousand.ranks(0, 1_000), thousand.codes[:, 0].tolist(), strict=True)
    ]

    assert lengths.min() >= 20
    assert lengths.max() <= 120
    assert float(lengths.mean()) == pytest.approx(60, abs=2)
    assert min(telling) >= 2


def test_a_name_is_the_first_words_of_the_text(thousand: Directory) -> None:
    name, said = next(thousand.texts(7, 8))
    ranks = next(thousand.ranks(7, 8))

    assert name.split() == [thousand.topics.words[rank] for rank in ranks[:NAME_WORDS]]
    assert len(said.split()) == len(ranks) - NAME_WORDS


def test_places_are_numbers_that_every_engine_can_hold_exactly(thousand: Directory) -> None:
    assert np.array_equal(thousand.latitude, thousand.latitude.astype(np.float32).astype(float))
    assert np.array_equal(thousand.longitude, thousand.longitude.astype(np.float32).astype(float))
