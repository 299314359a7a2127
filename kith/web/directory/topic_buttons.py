"""The plain topics, each as a button to press."""

from collections.abc import Collection
from dataclasses import dataclass

from kith.directory.terms import Topic
from kith.web.directory.words import TOPIC_WORDS


@dataclass(frozen=True, slots=True)
class TopicButton:
    """One topic to press."""

    code: Topic
    words: str
    is_chosen: bool


def topic_buttons(chosen: Collection[Topic]) -> list[TopicButton]:
    """Every topic, sensitive ones among the others."""
    return [TopicButton(topic, str(words), topic in chosen) for topic, words in TOPIC_WORDS.items()]
