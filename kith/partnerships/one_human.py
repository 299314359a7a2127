"""Whether two entries of a name and a mail address may be one human. In doubt they are (promise 2). Pure."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from kith.directory.folding import words_of

TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sr", "fr"),
        *("imam", "sheikh", "shaykh", "sister", "brother", "father", "pastor"),
        *("السيد", "السيده", "الدكتور", "الدكتوره", "د", "الشيخ", "الاخت", "الاخ"),
    }
)


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody as written in one place; empty or None where it is not known."""

    name: str
    email: str
    user_id: UUID | None


def may_be_one(one: Human, other: Human) -> bool:
    """True where the sign-in or the mail address is the same, or the names may be of one human.

    Names fit in any order, without case, accents and titles, and with initials or words left out. Names that
    cannot be compared (none, or in two scripts) fit unless two mail addresses tell the two apart.
    """
    if one.user_id is not None and one.user_id == other.user_id:
        return True
    addresses = {human.email.strip().casefold() for human in (one, other)}
    has_both = "" not in addresses
    if has_both and len(addresses) == 1:
        return True
    first, second = _words(one.name), _words(other.name)
    if not first or not second or _scripts(first).isdisjoint(_scripts(second)):
        return not has_both
    return _fit(*sorted((first, second), key=len))


def _words(name: str) -> list[str]:
    words = words_of(name)
    return [word for word in words if word not in TITLES] or words


def _scripts(words: list[str]) -> set[str]:
    """`LATIN`, `ARABIC`, and so on: the first word of each first letter's name."""
    return {unicodedata.name(word[0], "?").split()[0] for word in words}


def _fit(shorter: list[str], longer: list[str]) -> bool:
    """Whether each word of the shorter name is a word of the longer one, or its initial, or the other way."""
    left = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        found = next((other for other in _longest_first(left) if _is_same_word(word, other)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _longest_first(words: list[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _is_same_word(one: str, other: str) -> bool:
    is_initial = min(len(one), len(other)) == 1 and one[0] == other[0]
    return one == other or is_initial
