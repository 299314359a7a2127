"""What the engine counted, in the directory's own words."""

from kith.directory.narrowing import Counts
from kith.directory.search_words import topic_word
from kith.directory.searching.codes import schema, topic_code
from kith.directory.terms import Topic
from kith.matching.answers import Found

CODES, LANGUAGES, OPEN, PLACES, YES = "codes", "languages", "open", "places", "yes"
TOPIC_WORDS = frozenset(map(topic_word, Topic))


def counts_of(found: Found) -> Counts:
    """How many there would be with each further wish."""
    counts = found.counts
    codes = counts.get(CODES, {})
    return Counts(
        topics={topic: codes[topic_code(topic)] for topic in Topic if topic_code(topic) in codes},
        languages=counts.get(LANGUAGES, {}),
        facts={code: n for group in schema().groups for code, n in counts.get(group.name, {}).items()},
        open_now=counts.get(OPEN, {}).get(YES, 0),
        with_places=counts.get(PLACES, {}).get(YES, 0),
    )


def spelled_of(found: Found) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words that nobody uses, with those that were looked for instead; never a topic's own sign."""
    shown = (
        (typed, tuple(one for one in instead if one not in TOPIC_WORDS))
        for typed, instead in found.spelled.items()
    )
    return tuple((typed, instead) for typed, instead in shown if instead and typed not in TOPIC_WORDS)
