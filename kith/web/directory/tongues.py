"""Languages in their own names."""

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from kith.directory.views_of import LanguageLine

MOST_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language in its own name; `code` is empty where it is not known."""

    code: str
    name: str
    note: str


def tongues(lines: tuple[LanguageLine, ...]) -> tuple[Tongue, ...]:
    """Languages in their own names, else as they were published."""
    return tuple(Tongue(line.code, own_name(line.code, line.name), line.note) for line in lines)


@lru_cache(maxsize=MOST_KEPT)
def own_name(code: str, otherwise: str = "") -> str:
    """A language's name in itself; `otherwise`, else the code, where nobody knows it."""
    try:
        own = Locale.parse(code, sep="-").get_display_name() if code else ""
    except (UnknownLocaleError, ValueError):
        own = ""
    name = own or otherwise or code
    return name[:1].upper() + name[1:]
