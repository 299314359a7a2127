"""The words of a consent: whether a named human has reviewed them."""

import re

from kith.consent.policies.law import May, reviewed_words
from kith.core.viewer import Viewer

PLACE_TO_FILL = re.compile(r"\{[a-z_]+\}")
FILLED = ".{1,200}?"


def is_reviewed(viewer: Viewer, *, words: str, language: str) -> bool:
    """Whether these words, in this language, fit a text that a named human has reviewed."""
    texts = reviewed_words(viewer, May.READ).filter(language=language).values_list("words", flat=True)
    return any(fits(words, text) for text in texts)


def fits(words: str, text: str) -> bool:
    """Whether `words` are `text` with its `{places}` filled; line breaks and spaces do not count."""
    parts = [re.escape(part) for part in PLACE_TO_FILL.split(_one_line(text))]
    return re.fullmatch(FILLED.join(parts), _one_line(words)) is not None


def _one_line(text: str) -> str:
    return " ".join(text.split())
