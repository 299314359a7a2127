"""What a word begins with, whatever its ending: English and Spanish endings, Arabic beginnings."""

PLURALS, OTHER_ENDINGS = ("ies", "es", "s"), ("ings", "ing", "ied", "ers", "ed", "er")
ARABIC_BEGINNINGS = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك")
SHORTEST, SHORTEST_OF_OTHERS, SHORTEST_ARABIC = 4, 5, 3
"""Letters of a stem: "housing" is not every "house"."""


def stem_of(word: str) -> str:
    """The beginning that a folded word shares with its other forms; empty if it has no ending to take off.

    Plain rules, wrong now and then: so what they find must count less than the word itself.
    """
    if "\u0600" <= word[:1] <= "\u06ff":
        return _without_beginning(word)
    if not (word.isascii() and word.isalpha()):
        return ""
    stem = _without_ending(word)
    if len(stem) > SHORTEST:
        stem = stem.removesuffix("y")
    return "" if stem == word else stem


def _without_beginning(word: str) -> str:
    """An Arabic word without "the", "and", "for" and the like, which are written as one with it."""
    for beginning in ARABIC_BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= SHORTEST_ARABIC:
            return word.removeprefix(beginning)
    return ""


def _without_ending(word: str) -> str:
    for endings, shortest in ((OTHER_ENDINGS, SHORTEST_OF_OTHERS), (PLURALS, SHORTEST)):
        for ending in endings:
            is_double = ending == "s" and word.endswith("ss")
            if word.endswith(ending) and len(word) - len(ending) >= shortest and not is_double:
                return word.removesuffix(ending)
    return word
