"""Words that Kith itself puts into fields anybody may fill: in the reader's language while they stand."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

FREE = "Free"
TALK_LINE = "Call or text, free, day and night"
KNOWN: dict[str, Promise] = {
    FREE: gettext_lazy("Free"),
    TALK_LINE: gettext_lazy("Call or text, free, day and night"),
    "Free, day and night": gettext_lazy("Free, day and night"),
    "Day and night": gettext_lazy("Day and night"),
    "Samaritans. Free, day and night": gettext_lazy("Samaritans. Free, day and night"),
    "Lifeline. Day and night": gettext_lazy("Lifeline. Day and night"),
    "Text the word SHOUT. Free, day and night": gettext_lazy("Text the word SHOUT. Free, day and night"),
    "Text the word HELLO. Free, day and night": gettext_lazy("Text the word HELLO. Free, day and night"),
}


def in_readers_language(words: str) -> str:
    """The words as they are; where they are ours, in the reader's language."""
    return str(KNOWN.get(words, words))
