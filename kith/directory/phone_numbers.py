"""Telephone numbers as people publish them."""

import re

_NUMBER = re.compile(r"\+?\d(?:[\s().\-/–]*\d){6,14}")
_SHORT = re.compile(r"\s*(\d(?: ?\d){2,5})\s*")


def dialled(published: str) -> str:
    """What a telephone would dial for the first number in a published text; empty if none stands there."""
    found = _NUMBER.search(published)
    if found:
        digits = re.sub(r"\D", "", found.group())
        return f"+{digits}" if found.group().startswith("+") else digits
    short = _SHORT.fullmatch(published)
    return short.group(1).replace(" ", "") if short else ""
