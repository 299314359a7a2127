import pytest

from kith.directory.folding import fold, key_of, postal_key, words_of


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Café", "cafe"),
        ("ŁÓDŹ straße", "łodz strasse"),
        ("St Brigid’s", "st brigids"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("مُوسيقى", "موسيقي"),
        ("Nguyễn", "nguyen"),
    ],
)
def test_case_accents_and_mixed_up_letters_do_not_matter(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_words_are_apart_at_every_sign() -> None:
    assert words_of('food_bank "OR" *:(near) 24/7') == ["food", "bank", "or", "near", "24", "7"]


def test_a_word_without_end_is_cut() -> None:
    assert words_of("a" * 500) == ["a" * 40]


@pytest.mark.parametrize(
    ("typed", "key"),
    [("NG1 5AA", "ng15aa"), ("ng15aa", "ng15aa"), ("02139-1234", "02139"), (" 20735 ", "20735")],
)
def test_a_postcode_has_one_key_however_it_is_written(typed: str, key: str) -> None:
    assert postal_key(typed) == key


def test_a_town_has_one_key_however_it_is_written() -> None:
    assert key_of("  SAINT-Étienne ") == key_of("Saint Etienne") == "saint etienne"
