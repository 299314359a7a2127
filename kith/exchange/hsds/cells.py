"""Texts from cells of a table, as HSDS has them. Pure."""

import re

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS, Shape
from kith.exchange.wording.clock_words import clock_text

WHOLE = re.compile("[+-]?[0-9]{1,18}")
BROKEN_NUMBER = re.compile("[+-]?[0-9]{0,18}[.][0-9]{1,30}")


def usual_text(of: str, column: str, text: str) -> str:
    """Times as 09:00, and words of closed lists in the standard's own spelling, where that is certain."""
    field = HSDS[of].field(column) if of in HSDS else None
    if field is None:
        return text
    if field.shape is Shape.CLOCK:
        return clock_text(text)
    return next((choice for choice in field.choices if choice.lower() == text.lower()), text)


def number_or_text(text: str) -> Json:
    """The number; a text that is none stays, and is refused where a number is needed."""
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if BROKEN_NUMBER.fullmatch(text) else text
