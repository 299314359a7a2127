"""Texts that go without a name hold no name."""

import re
from collections.abc import Iterable

from kith.disclosure.errors import NameInTheAsk
from kith.people.queries.person_facts import PersonFacts

SHORTEST_WORD = 3
SHORTEST_NUMBER = 6
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
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
    """Names are looked for as written: "Hope" is a name, "I hope" is not."""
    names = [person.name, person.alias]
    words = set(WORD.findall(text))
    parts = {part for name in names for part in WORD.findall(name) if len(part) >= SHORTEST_WORD}
    whole = [name.strip().casefold() for name in names if len(name.strip()) >= SHORTEST_WORD]
    folded = " ".join(WORD.findall(text.casefold()))
    return bool(words & parts) or any(f" {' '.join(WORD.findall(name))} " in f" {folded} " for name in whole)


def _holds_address(person: PersonFacts, text: str) -> bool:
    rule = person.safe_contact
    if rule is None:
        return False
    number = "".join(DIGITS.findall(rule.phone))[-SHORTEST_NUMBER:]
    in_text = "".join(DIGITS.findall(text))
    has_number = len(number) == SHORTEST_NUMBER and number in in_text
    return has_number or bool(rule.email and rule.email.casefold() in text.casefold())
