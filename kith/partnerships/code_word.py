"""The word by which a partner knows that an ask is no trick."""

from kith.partnerships.errors import CodeWordMissing

SHORTEST = 3
LONGEST = 40


def checked_code_word(text: str) -> str:
    """The word with single spaces. Raises CodeWordMissing if it is under 3 or over 40 signs."""
    word = " ".join(text.split())
    if not SHORTEST <= len(word) <= LONGEST:
        raise CodeWordMissing(field="code_word")
    return word
