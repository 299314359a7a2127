import pytest

from kith.directory.stems import stem_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pantries", "pantry"),
        ("groceries", "grocerys"),
        ("churches", "churching"),
        ("delivered", "delivering"),
        ("comidas", "comidaes"),
        ("للمشردين", "المشردين"),
    ],
)
def test_forms_of_a_word_have_the_same_beginning(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other) != ""


@pytest.mark.parametrize("word", ["bus", "class", "housing", "house", "food", "2nd", "حمام", "їжа", ""])
def test_a_word_without_an_ending_or_too_short_has_no_stem(word: str) -> None:
    assert stem_of(word) == ""


def test_a_stem_is_never_shorter_than_four_letters() -> None:
    assert stem_of("sings") == "sing"
    assert stem_of("beds") == ""


def test_what_is_no_plural_leaves_five_letters_or_nothing() -> None:
    assert stem_of("clothing") == "cloth"
    assert stem_of("cooking") == ""
