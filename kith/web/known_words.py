"""Words that Kith itself puts into fields anybody may fill: in the reader's language while they stand."""

from django.utils.translation import gettext

FREE = "Free"
TALK_LINE = "Call or text, free, day and night"


def in_readers_language(words: str) -> str:
    """The words as they are; where they are ours, in the reader's language."""
    return {FREE: gettext("Free"), TALK_LINE: gettext("Call or text, free, day and night")}.get(words, words)
