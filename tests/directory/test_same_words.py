import csv

import pytest

from kith.directory.folding import words_of
from kith.directory.same_words import PATH, Meaning, meaning_at


def meaning_of(typed: str) -> Meaning | None:
    words = words_of(typed)
    length, meaning = meaning_at(words, 0)
    assert meaning is None or length == len(words)
    return meaning


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("comida", "food"),
        ("banco de alimentos", "pantry"),
        ("église", "church"),
        ("مسجد", "mosque"),
        ("للمشردين", "homeless"),
        ("bilaash", "free"),
        ("безкоштовні", "free"),
    ],
)
def test_what_is_typed_in_another_language_is_understood_in_english(typed: str, english: str) -> None:
    meaning = meaning_of(typed)

    assert meaning is not None
    assert (english in meaning.words, meaning.is_translated) == (True, True)


def test_english_words_that_mean_the_same_know_each_other() -> None:
    meaning = meaning_of("clothes")

    assert meaning is not None
    assert ("clothing" in meaning.words, meaning.is_translated) == (True, False)


def test_another_ending_means_the_same() -> None:
    assert meaning_of("grocerys") == meaning_of("groceries")


def test_an_english_word_is_never_read_as_another_language() -> None:
    doctor = meaning_of("doctor")

    assert doctor is not None
    assert not doctor.is_translated


def test_a_word_that_is_not_known_is_one_word_and_means_nothing() -> None:
    assert meaning_at(["zebra", "food"], 0) == (1, None)


def test_the_longest_phrase_counts() -> None:
    assert meaning_at(words_of("banco de alimentos cerca"), 0)[0] == 3


def test_every_line_is_english_and_something_else_and_english_is_single_words() -> None:
    with PATH.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert len(rows) > 50
    for row in rows:
        assert all(len(words_of(one)) == 1 for one in row["english"].split("|")), row
        assert all(words_of(one) for one in row["others"].split("|")), row
