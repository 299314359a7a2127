"""What somebody typed, as a question to the search index: no sign of it can be syntax."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from kith.directory.folding import MOST_WORDS, words_of
from kith.directory.same_words import meaning_at
from kith.directory.synonyms import STOP_WORDS, topics_in
from kith.directory.terms import Topic

_COMMAS = re.compile(r"[,;،؛\n]")


@dataclass(frozen=True, slots=True)
class Part:
    """One wish: all of `words`; or all of `topics` together with the words `besides` them."""

    topics: tuple[Topic, ...]
    besides: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Any of its parts. Words are folded and match from their beginning."""

    parts: tuple[Part, ...]

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic that was understood, in a fixed order."""
        return tuple(sorted({topic for part in self.parts for topic in part.topics}))


def question_of(words: str, topics: Collection[Topic]) -> Question:
    """The question in `words`, where commas stand for "or", and in chosen `topics`."""
    parts = [_part(words_of(text)[:MOST_WORDS]) for text in _COMMAS.split(words)[:MOST_WORDS]]
    chosen = [Part((topic,), (), ()) for topic in sorted(topics)]
    return Question((*(part for part in parts if part.words), *chosen))


def looser(question: Question) -> Question:
    """The same with any word instead of all: for when nothing has all."""
    words = dict.fromkeys(word for part in question.parts for word in part.words)
    topics = tuple(Part((topic,), (), ()) for topic in question.topics)
    return Question((*topics, *(Part((), (), (word,)) for word in words)))


def topic_word(topic: Topic) -> str:
    """How the index writes a topic: a word that nobody types."""
    return f"kithtopic{topic.value.replace('_', '')}"


def _part(words: list[str]) -> Part:
    topics, besides = topics_in(words)
    return Part(tuple(sorted(topics)), _telling(besides), _telling(words) or tuple(words))


def _telling(words: list[str]) -> tuple[str, ...]:
    """Without the words that tell nothing, but for those inside a phrase that means something."""
    found: list[str] = []
    at = 0
    while at < len(words):
        length, _ = meaning_at(words, at)
        if length > 1 or words[at] not in STOP_WORDS:
            found += words[at : at + length]
        at += length
    return tuple(found)
