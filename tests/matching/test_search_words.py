"""Which services answer words, and in which order."""

from dataclasses import replace
from random import Random

import pytest

from kith.matching import merging, texting
from kith.matching.questions import Order, Part, Term
from tests.environment import scaled
from tests.matching.made_up import SCHEMA, documents, search
from tests.matching.small import asked, index, numbers, service, words


def test_all_words_are_wanted() -> None:
    both = index(service(1, "food help"), service(2, "food"), service(3, "help"), service(4, "other"))

    found = both.search(asked("food help"))

    assert (numbers(found), found.is_loose) == ([1], False)


def test_where_nothing_has_all_words_any_word_counts() -> None:
    either = index(service(1, "food"), service(2, "help"), service(3, "other"))

    found = either.search(asked("food help"))

    assert (sorted(numbers(found)), found.total, found.is_loose) == ([1, 2], 2, True)


def test_where_too_few_have_all_words_those_with_some_follow() -> None:
    some = index(service(1, "food help"), service(2, "food"), service(3, "help"), service(4, "other"))

    found = some.search(asked("food help", enough=2))

    assert numbers(found)[0] == 1
    assert (sorted(numbers(found)), found.is_loose, found.exact) == ([1, 2, 3], True, 1)


def test_where_enough_have_all_words_nobody_follows() -> None:
    some = index(service(1, "food help"), service(2, "food help"), service(3, "help"))

    found = some.search(asked("food help", enough=2))

    assert (sorted(numbers(found)), found.is_loose, found.exact) == ([1, 2], False, 2)


def test_where_nobody_could_follow_it_is_not_loose() -> None:
    found = index(service(1, "food help"), service(2, "other")).search(asked("food help", enough=9))

    assert (numbers(found), found.is_loose, found.exact) == ([1], False, 1)


def test_a_word_that_only_means_the_same_can_count_less() -> None:
    both = index(service(1, "lease"), service(2, "rent"), service(3, "food"))
    means = Part(((Term("lease"), Term("rent", percent=50)),))

    assert numbers(both.search(asked(parts=(means,), order=Order.TEXT))) == [1, 2]


def test_a_word_that_everybody_says_still_counts() -> None:
    crowd = [service(number, "help") for number in range(3000)]

    found = index(*crowd, service(3000, "help food")).search(asked("help+ food"))

    assert (numbers(found), found.is_loose) == ([3000], False)


def test_one_word_is_never_loose() -> None:
    assert index(service(1, "food")).search(asked("rent")).is_loose is False


def test_words_that_mean_the_same_count_alike() -> None:
    found = index(service(1, "rent"), service(2, "lease"), service(3, "food")).search(asked("rent|lease"))

    assert sorted(numbers(found)) == [1, 2]


def test_parts_are_wishes_of_which_one_is_enough() -> None:
    three = index(service(1, "warm meal"), service(2, "bed"), service(3, "warm"), service(4, "bed warm meal"))

    found = three.search(asked(parts=(words("warm meal"), words("bed")), order=Order.TEXT))

    assert numbers(found)[0] == 4
    assert sorted(numbers(found)) == [1, 2, 4]


def test_a_beginning_finds_longer_words_but_the_word_itself_first() -> None:
    found = index(service(1, "housing"), service(2, "house"), service(3, "hostel")).search(asked("hous+"))
    whole = index(service(1, "housing"), service(2, "hous"), service(3, "hostel")).search(asked("hous+"))

    assert sorted(numbers(found)) == [1, 2]
    assert numbers(whole) == [2, 1]


def test_a_whole_word_does_not_find_longer_ones() -> None:
    assert numbers(index(service(1, "housing")).search(asked("hous", is_spelling_helped=False))) == []


def test_beginnings_of_many_words_are_found_alone_and_beside_others() -> None:
    many = index(
        *(service(number, f"word{number:03} {'even' if number % 2 == 0 else 'odd'}") for number in range(60))
    )

    assert many.search(asked("wor+")).total == 60
    assert sorted(numbers(many.search(asked("wor+ even", limit=100)))) == list(range(0, 60, 2))
    assert sorted(numbers(many.search(asked("even wor+", limit=100)))) == list(range(0, 60, 2))


@pytest.mark.parametrize("seed", range(scaled(20, least=2)))
def test_a_run_of_words_read_whole_says_the_same_as_word_by_word(monkeypatch, seed: int) -> None:
    random = Random(seed)
    made = documents(random, 60)
    some = index(*made, schema=SCHEMA)
    questions = [search(random, made) for _one in range(80)]
    starts = [
        replace(one, parts=(words(text),)) for one in questions for text in ("ho+", "ta+ he+", "ho+|f+ w+")
    ]
    one_by_one = [some.search(question) for question in starts]

    monkeypatch.setattr(texting, "FEW_WORDS", 1)
    assert [some.search(question) for question in starts] == one_by_one
    monkeypatch.setattr(merging, "DENSE", 0)

    assert [some.search(question) for question in starts] == one_by_one


def test_a_word_of_the_name_weighs_more() -> None:
    found = index(service(1, "food*1 b c"), service(2, "food*8 b c")).search(asked("food"))

    assert numbers(found) == [2, 1]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    common = [service(number, "food") for number in range(2, 9)]

    found = index(*common, service(9, "rent")).search(asked(parts=(words("food"), words("rent"))))

    assert numbers(found)[0] == 9


def test_ties_go_by_id_whatever_order_services_came_in() -> None:
    made = [service(number, "food") for number in (7, 3, 9, 1, 5)]

    assert numbers(index(*made).search(asked("food"))) == [1, 3, 5, 7, 9]
    assert numbers(index(*made).search(asked("food", first=1, limit=2))) == [3, 5]


def test_without_words_everything_answers() -> None:
    found = index(service(1, "food"), service(2)).search(asked())

    assert (numbers(found), found.total) == ([1, 2], 2)


def test_nonsense_is_answered_with_nothing() -> None:
    some = index(service(1, "food"))

    for word in ("", "x" * 10_000, "'; DROP TABLE x", "\x00", "\ud800", "\U0010ffff", "%_*"):
        for is_start in (False, True):
            found = some.search(asked(parts=(Part(((Term(word, is_start),),)),)))
            assert found.total == 0
    assert some.search(asked(parts=(Part(()),))).total == 0
    assert some.search(asked(parts=(Part(((),)),))).total == 0


def test_words_of_every_script_are_kept_apart() -> None:
    found = index(service(1, "مأوى"), service(2, "café"), service(3, "cafe"), service(4, "𐍈x"))

    assert [numbers(found.search(asked(word))) for word in ("مأوى", "café", "cafe", "𐍈+")] == [
        [1],
        [2],
        [3],
        [4],
    ]


def test_every_answer_to_words_can_be_listed() -> None:
    many = index(*(service(number, "food") for number in range(50)), service(50, "rent"))

    assert numbers(many.every((words("food"),))) == list(range(50))
    assert many.every((words("nothing"),)) == []


def test_a_strange_page_is_empty_or_the_first() -> None:
    some = index(service(1, "food"), service(2, "food"))

    assert numbers(some.search(asked("food", first=-5, limit=1))) == [1]
    assert numbers(some.search(asked("food", first=10**9))) == []
    assert numbers(some.search(asked("food", limit=-1))) == []
    assert some.search(asked("food", limit=0)).total == 2
