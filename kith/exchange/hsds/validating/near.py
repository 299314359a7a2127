"""Finding the word that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

LONGEST = 60
ALIKE = 0.75


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of the words that was probably meant; empty if none is near."""
    return _nearest(word.strip(), tuple(words)) if len(word) <= LONGEST else ""


@lru_cache(maxsize=4096)
def _nearest(word: str, words: tuple[str, ...]) -> str:
    same = {_bare(one): one for one in words}
    found = same.get(_bare(word)) or same.get(_bare(word) + "s") or same.get(_bare(word).removesuffix("s"))
    if found:
        return found
    near = get_close_matches(word.lower(), words, n=1, cutoff=ALIKE)
    return near[0] if near else ""


def _bare(word: str) -> str:
    """Without case and joints: `Opens-At`, `opensAt` and `opens_at` are one word."""
    return "".join(sign for sign in word.lower() if sign.isalnum())
