"""Words nobody uses."""

from kith.matching.building import generation_in_memory
from kith.matching.documents import Schema
from kith.matching.index import Index
from kith.matching.questions import Part, Term
from tests.matching.small import asked, index, numbers, service


def test_a_word_with_an_error_finds_the_nearest() -> None:
    found = index(service(1, "counselling"), service(2, "food")).search(asked("conuseling"))

    assert (numbers(found), found.spelled) == ([1], {"conuseling": ("counselling",)})


def test_two_letters_changed_about_are_one_error() -> None:
    assert index(service(1, "rent")).search(asked("rnet")).spelled == {"rnet": ("rent",)}


def test_short_words_are_taken_as_they_stand_and_long_ones_forgiven_twice() -> None:
    some = index(service(1, "bed"), service(2, "house"), service(3, "housings"))

    assert some.search(asked("bet")).total == 0
    assert some.search(asked("hxxse")).total == 0
    assert numbers(some.search(asked("houxinxs"))) == [3]


def test_a_word_that_something_begins_with_is_no_error() -> None:
    assert index(service(1, "housing"), service(2, "hours")).search(asked("hous")).spelled == {}


def test_fewer_errors_first_then_the_more_common_word_then_the_alphabet() -> None:
    some = index(
        service(1, "bark"), service(2, "bask"), service(3, "bask"), service(4, "balk"), service(5, "banks")
    )

    assert some.search(asked("baxk")).spelled == {"baxk": ("bask", "balk", "bark")}


def test_another_script_is_never_meant() -> None:
    some = index(service(1, "дом1"), service(2, "1111"))

    assert some.search(asked("dom1")).spelled == {}
    assert some.search(asked("1112")).spelled == {}


def test_only_the_first_words_of_a_long_question_are_helped() -> None:
    letters = "abcdefghijkl"
    some = index(*(service(number, letter * 5) for number, letter in enumerate(letters)))

    found = some.search(asked(" ".join(letter * 4 + "y" for letter in letters)))

    assert list(found.spelled) == [letter * 4 + "y" for letter in letters[:8]]
    assert numbers(found) == list(range(8))


def test_help_can_be_refused() -> None:
    found = index(service(1, "counselling")).search(asked("counseling", is_spelling_helped=False))

    assert (found.total, found.spelled) == (0, {})


def test_a_synonym_that_is_used_makes_help_needless() -> None:
    found = index(service(1, "lease"), service(2, "renta")).search(asked("rentx|lease"))

    assert (numbers(found), found.spelled) == ([1], {})


def test_what_a_word_spelled_anew_may_mean_is_asked_as_well() -> None:
    some = index(service(1, "counselling"), service(2, "therapy"), service(3, "food"))

    found = some.search(asked("conuseling", meant=lambda word: (Term(word), Term("therapy", percent=50))))

    assert (numbers(found), found.spelled) == ([1, 2], {"conuseling": ("counselling",)})


def test_only_what_was_typed_is_spelled_anew() -> None:
    typed = Part(((Term("fod"), Term("rentx")),))

    found = index(service(1, "fool"), service(2, "rent")).search(asked(parts=(typed,)))

    assert found.spelled == {}


def test_words_of_what_changed_since_count_as_well() -> None:
    base = generation_in_memory([service(1, "food")], schema=Schema(), sequence=1)

    found = Index(base, changed=[service(2, "counselling")]).search(asked("counseling"))

    assert numbers(found) == [2]
