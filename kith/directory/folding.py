"""Words as search compares them: without case, accents and signs."""

import re
import unicodedata

LONGEST_WORD = 40
MOST_WORDS = 24
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´ـ")
_ARABIC = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents; Arabic letters that people mix up become one."""
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_ARABIC)


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order, cut to 40 signs."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(text))]


def key_of(text: str) -> str:
    """A town's name or postcode as one comparable key: folded words, single spaces."""
    return " ".join(words_of(text))


def postal_key(text: str) -> str:
    """A postcode without spaces and signs; a US ZIP+4 becomes its ZIP."""
    if re.fullmatch(r"\s*\d{5}-\d{4}\s*", text):
        text = text.strip()[:5]
    return "".join(words_of(text))
