"""Codes of languages, countries and money, and the code for a name in words."""

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

NOT_A_COUNTRY = frozenset(
    {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
)
"""Two-letter codes that stand in lists of regions but are no countries of ISO 3166."""

OLD_THREE_LETTERS = {"UK": "GB", "EL": "GR"}


@cache
def languages() -> frozenset[str]:
    """The codes of ISO 639-1 and 639-3 that we know: all of the first, most of the second."""
    likely = {key.split("_")[0] for key in get_global("likely_subtags")}
    known = {*map(str, Locale("en").languages), *likely, *map(str, get_global("language_aliases"))}
    return frozenset(code for code in known if code.isalpha() and len(code) in {2, 3} and code != "und")


@cache
def countries() -> frozenset[str]:
    """The two-letter codes of ISO 3166-1."""
    return (
        frozenset(code for code in map(str, Locale("en").territories) if len(code) == len("GB"))
        - NOT_A_COUNTRY
    )


@cache
def currencies() -> frozenset[str]:
    """The three-letter codes of ISO 4217, past and present."""
    return frozenset(get_global("all_currencies")) - {"XXX", "XTS"}


def language_meant(words: str) -> str:
    """The code for a language's name or a longer tag; empty if we cannot tell."""
    return _code_in(words.replace("_", "-").split("-")[0].lower(), languages()) or _by_name(
        words, Locale("en").languages, languages()
    )


def country_meant(words: str) -> str:
    """The code for a country's name or another code of it; empty if we cannot tell."""
    upper = words.upper()
    other = OLD_THREE_LETTERS.get(upper) or next(iter(get_global("territory_aliases").get(upper, [])), "")
    return _code_in(other or upper, countries()) or _by_name(words, Locale("en").territories, countries())


def _code_in(code: str, known: frozenset[str]) -> str:
    return code if code in known else ""


def _by_name(words: str, names: Mapping[str, str], known: frozenset[str]) -> str:
    plain = words.strip().casefold()
    return next((code for code, name in names.items() if name.casefold() == plain and code in known), "")
