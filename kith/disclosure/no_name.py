"""Texts that go without a name hold no name."""

import re
import unicodedata
from collections.abc import Iterable

from kith.disclosure.errors import NameInTheAsk
from kith.disclosure.folding import foldings, is_unspaced, scripts, spelt_out, words
from kith.people.queries.person_facts import PersonFacts

SHORTEST_WORD = 3
LONG_WORD = 5
SHORTEST_NUMBER = 6
DIGITS = re.compile(r"\d")


def check_no_name(person: PersonFacts, texts: Iterable[str]) -> None:
    """Let pass texts without the person's name, alias, number or mail address. Raises NameInTheAsk."""
    for text in texts:
        if holds_name(person, text):
            raise NameInTheAsk(field="need_text")


def holds_name(person: PersonFacts, text: str) -> bool:
    """Whether the text holds the name, a word of it as written, the alias, a number or a mail address."""
    folded = foldings(text)
    for name in filter(None, (person.name, person.alias)):
        pairs = zip(foldings(name), folded, strict=True)
        if any(_holds_word(part_of, there) for part_of, there in pairs):
            return True
    return _holds_address(person, text)


def is_in_other_letters(person: PersonFacts, text: str) -> bool:
    """Whether the name or the alias is in other letters than the text, so that nothing can find it there."""
    there = scripts(text)
    known = [scripts(name) for name in (person.name, person.alias)]
    return any(there - letters for letters in known if letters)


def _holds_word(name: str, text: str) -> bool:
    """Any part of the name at the start or end of a word of the text, or spelt out in it; both are folded.

    Names that are words too ("Hope") are found as well: then the worker puts it in other words.
    """
    parts = words(name)
    long_parts = tuple(part for part in parts if len(part) >= SHORTEST_WORD)
    whole = any(
        word in parts or word.startswith(long_parts) or word.endswith(long_parts) for word in words(text)
    )
    return whole or _is_spelt_out(parts, text)


def _is_spelt_out(parts: set[str], text: str) -> bool:
    """`A m i n a`, `A. mi na`, and within what is written without spaces.

    Of short words that happen to stand together only long parts are looked for.
    """
    looked_for = [
        (text, {part for part in parts if is_unspaced(part)}),
        (" ".join(spelt_out(text, most=1)), {part for part in parts if len(part) >= SHORTEST_WORD}),
        (" ".join(spelt_out(text, most=2)), {part for part in parts if len(part) >= LONG_WORD}),
    ]
    return any(part in there for there, some in looked_for for part in some)


def _holds_address(person: PersonFacts, text: str) -> bool:
    rule = person.safe_contact
    if rule is None:
        return False
    number = _digits(rule.phone)[-SHORTEST_NUMBER:]
    has_number = len(number) == SHORTEST_NUMBER and number in _digits(text)
    return has_number or _holds_mail(rule.email, text)


def _holds_mail(email: str, text: str) -> bool:
    pairs = zip(foldings(email), foldings(text), strict=True)
    return bool(email) and any(address in "".join(there.split()) for address, there in pairs)


def _digits(text: str) -> str:
    """The digits of a text, of any script, as 0 to 9."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(str(unicodedata.digit(sign)) for sign in DIGITS.findall(plain))
