from kith.directory.reading.word_groups import SAME, STEM, TRANSLATED, group_of, groups_of
from kith.matching.questions import Term


def test_what_was_typed_stands_first_and_counts_most() -> None:
    for group in groups_of(("pantries", "comida", "banco", "de", "alimentos", "للمشردين")):
        assert group[0].percent == max(term.percent for term in group) == 100


def test_only_the_last_word_may_be_unfinished_at_no_loss() -> None:
    first, last = groups_of(("gray", "hou"))

    assert Term("gray") in first
    assert all(term.percent < 100 for term in first if term.is_start)
    assert last == (Term("hou", is_start=True),)


def test_few_letters_begin_too_many_words() -> None:
    assert groups_of(("st", "v"))[0] == (Term("st"),)
    assert groups_of(("st", "v"))[1] == (Term("v"),)


def test_other_forms_and_what_means_the_same_count_less() -> None:
    group = group_of("clothes")

    assert Term("cloth", is_start=True, percent=STEM) in group
    assert Term("clothing", percent=SAME) in group


def test_a_word_of_another_language_finds_the_english_one() -> None:
    assert Term("food", percent=TRANSLATED) in group_of("comida")


def test_a_phrase_of_another_language_is_one_wish_led_by_its_longest_word() -> None:
    (group,) = groups_of(("banco", "de", "alimentos"))

    assert group[0].word == "alimentos"
    assert Term("pantry", percent=TRANSLATED) in group
