"""Plain words that people type, and the topic they mean, in every language at once; folded when read.

One file a language, `seeds/plain-words/<language>.toml`. A phrase means one topic, whatever the language: so
none stands there that is an ordinary word of another language with another meaning.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kith.directory.folding import words_of
from kith.directory.terms import Topic

FOLDER = Path(__file__).parent / "seeds" / "plain-words"
LANGUAGES = ("en", "ar", "es", "fr", "so", "uk")


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Those of one language. `reviewed_by`: who checked them; empty: nobody yet."""

    phrases: Mapping[Topic, tuple[tuple[str, ...], ...]]
    stop: frozenset[str]
    reviewed_by: str


def _plain_words(language: str) -> PlainWords:
    said = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return PlainWords(
        phrases={Topic(code): _phrases(text) for code, text in said["topics"].items()},
        stop=frozenset(words_of(said["stop"])),
        reviewed_by=said["reviewed_by"],
    )


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words_of(phrase)) for phrase in text.strip().replace("\n", "|").split("|"))


PLAIN_WORDS = {language: _plain_words(language) for language in LANGUAGES}
STOP_WORDS = frozenset(word for one in PLAIN_WORDS.values() for word in one.stop)
TOPIC_OF_PHRASE = {
    phrase: topic
    for one in PLAIN_WORDS.values()
    for topic, phrases in one.phrases.items()
    for phrase in phrases
}
LONGEST_PHRASE = max(map(len, TOPIC_OF_PHRASE))


def topics_in(words: list[str]) -> tuple[frozenset[Topic], list[str]]:
    """The topics that folded `words` name, the longest phrase first, and the words that are left over."""
    topics: set[Topic] = set()
    left: list[str] = []
    at = 0
    while at < len(words):
        length, topic = _longest_at(words, at)
        if topic is None:
            left.append(words[at])
        else:
            topics.add(topic)
        at += length
    return frozenset(topics), left


def _longest_at(words: list[str], at: int) -> tuple[int, Topic | None]:
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        topic = TOPIC_OF_PHRASE.get(tuple(words[at : at + length]))
        if topic is not None:
            return length, topic
    return 1, None
