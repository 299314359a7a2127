"""Texts that go without a name hold no name."""

import re
import unicodedata
from collections.abc import Iterable

from kith.disclosure.errors import NameInTheAsk
from kith.people.queries.person_facts import PersonFacts

SHORTEST_WORD = 3
SHORTEST_NUMBER = 6
WORD = re.compile(r"[^\W\d_]{2,}")
ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
DIGITS = re.compile(r"\d")


def check_no_name(person: PersonFacts, texts: Iterable[str]) -> None:
    """Let pass texts without the person's name, alias, number or mail address. Raises NameInTheAsk."""
    for text in texts:
        if holds_name(person, text):
            raise NameInTheAsk(field="need_text")


def holds_name(person: PersonFacts, text: str) -> bool:
    """Whether the text holds the name, a word of it as written, the alias, a number or a mail address."""
    return _holds_word(person, text) or _holds_address(person, text)


def _holds_word(person: PersonFacts, text: str) -> bool:
    """Any part of name or alias at the start or end of a word of the text, whatever the case or marks.

    Names that are words too ("Hope") are found as well: then the worker puts it in other words.
    """
    parts = {part for name in (person.name, person.alias) for part in _words(name)}
    long_parts = tuple(part for part in parts if len(part) >= SHORTEST_WORD)
    words = _words(text)
    return any(word in parts or word.startswith(long_parts) or word.endswith(long_parts) for word in words)


def _words(text: str) -> list[str]:
    """The words of a text, folded: compatibility forms, case, accents and Arabic spellings made alike."""
    plain = unicodedata.normalize("NFKD", text).translate(ALIKE).casefold()
    return WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def _holds_address(person: PersonFacts, text: str) -> bool:
    rule = person.safe_contact
    if rule is None:
        return False
    number = _digits(rule.phone)[-SHORTEST_NUMBER:]
    in_text = _digits(text)
    has_number = len(number) == SHORTEST_NUMBER and number in in_text
    return has_number or bool(rule.email and rule.email.casefold() in text.casefold())


def _digits(text: str) -> str:
    """The digits of a text, of any script, as 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) for sign in DIGITS.findall(text))
