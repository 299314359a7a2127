"""Languages as sources name them: `Spanish (limited)`, `es`, `Castellano`."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from kith.directory.records import Json

WITH_NOTE = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<note>[^()]+)\)")
LONGEST_CODE = 3


def language_fields(text: str, own_words: Mapping[str, str] | None = None) -> dict[str, Json]:
    """`name`, `code` and `note` of an HSDS language; without a certain code only the name and the note.

    `own_words` gives the codes of the source's own names, in small letters.
    """
    found = WITH_NOTE.fullmatch(text.strip())
    name, note = (found["name"].strip(), found["note"].strip()) if found else (text.strip(), "")
    code = (own_words or {}).get(name.lower(), "") or _code(name)
    if len(name) <= LONGEST_CODE and code == name.lower():
        name = _english().get(code, name)
    fields: dict[str, Json] = {"name": name, "code": code, "note": note}
    return {key: value for key, value in fields.items() if value}


def _code(name: str) -> str:
    word = name.lower()
    return _codes().get(word, word if word in _english() else "")


@cache
def _english() -> dict[str, str]:
    """English names by code, of codes with two or three letters."""
    names = Locale("en").languages
    return {code: name for code, name in names.items() if len(code) <= LONGEST_CODE}


@cache
def _codes() -> dict[str, str]:
    """Codes by English name in small letters; the shorter code where two languages share a name."""
    longest_first = sorted(_english().items(), key=lambda one: -len(one[0]))
    return {name.lower(): code for code, name in longest_first}
