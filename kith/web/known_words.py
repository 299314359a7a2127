"""Words that Kith itself puts into fields anybody may fill: in the reader's language while they stand."""

from django.utils.translation import gettext

FREE = "Free"
TALK_LINE = "Call or text, free, day and night"


def in_readers_language(words: str) -> str:
    """The words as they are; where they are ours, in the reader's language."""
    known = {
        FREE: gettext("Free"),
        TALK_LINE: gettext("Call or text, free, day and night"),
        "Free, day and night": gettext("Free, day and night"),
        "Day and night": gettext("Day and night"),
        "Samaritans. Free, day and night": gettext("Samaritans. Free, day and night"),
        "Lifeline. Day and night": gettext("Lifeline. Day and night"),
        "Text the word SHOUT. Free, day and night": gettext("Text the word SHOUT. Free, day and night"),
        "Text the word HELLO. Free, day and night": gettext("Text the word HELLO. Free, day and night"),
    }
    return known.get(words, words)
