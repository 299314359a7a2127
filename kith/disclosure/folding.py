"""Texts made alike, so that a name is found however it is written."""

import re
import unicodedata

from kith.disclosure.lookalikes import AS_LATIN, AS_WRITTEN

# Marks on letters, signs that enclose them, and what is not drawn at all (soft hyphens, joiners, directions).
NOT_LETTERS = {"Mn", "Mc", "Me", "Cf"}
LETTERS = re.compile(r"[^\W\d_]+")
LEAST_WORD = 2
# Written without spaces between the words.
UNSPACED = {"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"}
NO_SCRIPT = {"MODIFIER"}


def foldings(text: str) -> tuple[str, str]:
    """The text as it is spelt, and as it looks; without marks, invisible signs, and differences of case.

    As it looks, a Cyrillic letter that is drawn like a Latin one is that one.
    """
    bare = _bare(text)
    return bare.casefold(), bare.translate(AS_LATIN).casefold()


def words(folded: str) -> set[str]:
    """The words of a folded text, and those that a sign cuts in two: `am-ina` gives `amina` too."""
    pieces = {"".join(LETTERS.findall(chunk)) for chunk in folded.split()}
    return {word for word in pieces.union(LETTERS.findall(folded)) if len(word) >= LEAST_WORD}


def spelt_out(folded: str, *, most: int) -> list[str]:
    """What is written in pieces of at most `most` letters, each run joined: `a m i n a` as `amina`."""
    runs: list[list[str]] = [[]]
    for piece in LETTERS.findall(folded):
        if len(piece) <= most:
            runs[-1].append(piece)
        else:
            runs.append([])
    return ["".join(run) for run in runs if len(run) > 1]


def scripts(text: str) -> frozenset[str]:
    """The scripts of the letters of a text, as Unicode names them: `LATIN`, `ARABIC`."""
    plain = unicodedata.normalize("NFKC", text)
    return frozenset(unicodedata.name(sign, "?").split()[0] for sign in plain if sign.isalpha()) - NO_SCRIPT


def is_unspaced(text: str) -> bool:
    """Whether it is in a script that puts no spaces between its words."""
    return bool(scripts(text) & UNSPACED)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).translate(AS_WRITTEN)
    return "".join(sign for sign in plain if unicodedata.category(sign) not in NOT_LETTERS)
