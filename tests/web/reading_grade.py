"""Flesch–Kincaid grade of English text: a small count of our own, good to about half a grade.

Kincaid et al. 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
"""

import re

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """Runs of vowels, without a silent e at the end."""
    plain = word.lower().replace("'", "").replace("’", "")
    count = len(VOWELS.findall(plain))
    is_silent = plain.endswith("e") and not plain.endswith(("le", "ee", "ye"))
    is_ed = plain.endswith("ed") and not plain.endswith(("ted", "ded"))
    is_es = plain.endswith("es") and not plain.endswith(("ses", "zes", "ces", "ges", "xes", "shes", "ches"))
    return max(1, count - (is_silent or is_ed or is_es))


def grade(sentences: list[str]) -> float:
    """The grade of these sentences together."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences_in(text: str) -> list[str]:
    """Whole sentences: those that end as sentences do, of at least three words."""
    pieces = re.split(r"(?<=[.!?…])[”\"]?\s+|\n+", text)
    return [
        one for one in pieces if one.rstrip('”"').endswith((".", "?", "!")) and len(WORD.findall(one)) >= 3
    ]
