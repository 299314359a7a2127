import pytest

from kith.directory.folding import words_of
from kith.directory.synonyms import PLAIN_WORDS, topics_in
from kith.directory.terms import Topic


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("someone to talk to", Topic.TALK),
        ("Food bank", Topic.FOOD),
        ("eviction", Topic.HOUSING),
        ("domestic violence", Topic.SAFETY_AT_HOME),
        ("طعام", Topic.FOOD),
        ("شخص أتحدث إليه", Topic.TALK),
        ("سكن", Topic.HOUSING),
    ],
)
def test_plain_words_name_a_topic(typed: str, topic: Topic) -> None:
    topics, left = topics_in(words_of(typed))

    assert topics == {topic}
    assert left == []


def test_the_longest_phrase_counts_and_the_rest_is_left_over() -> None:
    topics, left = topics_in(words_of("food bank Spanish"))

    assert topics == {Topic.FOOD}
    assert left == ["spanish"]


def test_every_topic_has_plain_words() -> None:
    assert set(PLAIN_WORDS) == set(Topic)
