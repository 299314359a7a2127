"""Arabic is whole, and says the same as the English with the same blanks to fill."""

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import ngettext

PROGRAM = Path(__file__).resolve().parent.parent.parent / "kith"
ARABIC = PROGRAM / "web" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
BLANKS = re.compile(r"%\(\w+\)(?:\.\d)?[sdf]|</?[a-z][^>]*>")
METHODS = [
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "kith.web.extract_templates:extract"),
    ("**/templates/**.txt", "kith.web.extract_templates:extract"),
]


@cache
def arabic() -> Catalog:
    with ARABIC.open("rb") as file:
        return read_po(file, locale="ar")


@cache
def words_in_the_program() -> frozenset[tuple[str, str | None]]:
    """Each string (of a number's forms the first) with the context that tells it from its like."""
    keywords = DEFAULT_KEYWORDS | {"gettext_lazy": None, "ngettext_lazy": (1, 2)}
    found = extract_from_dir(str(PROGRAM), METHODS, keywords=keywords)
    return frozenset((first_of(words), context) for _file, _line, words, _comments, context in found)


def first_of(words: str | Sequence[str]) -> str:
    return words if isinstance(words, str) else words[0]


def forms_of(message: Message) -> Iterator[tuple[str, str]]:
    """English and Arabic, form by form."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
        return
    for form in message.string:
        yield message.id[1], form


def test_every_string_of_the_program_has_its_arabic() -> None:
    missing = [
        words
        for words, context in words_in_the_program()
        if (kept := arabic().get(words, context)) is None or not kept.string
    ]

    assert not missing, "Add to locale/ar, see locale/babel.cfg:\n" + "\n".join(missing)


def test_no_arabic_is_kept_for_words_that_are_gone() -> None:
    gone = [m.id for m in arabic() if m.id and (first_of(m.id), m.context) not in words_in_the_program()]

    assert not gone, "\n".join(map(str, gone))


def test_arabic_fills_the_same_blanks() -> None:
    wrong = [
        english
        for message in arabic()
        if message.id
        for english, said in forms_of(message)
        if sorted(BLANKS.findall(english)) != sorted(BLANKS.findall(said))
    ]

    assert not wrong, "\n".join(wrong)


def test_every_form_of_a_number_is_there() -> None:
    assert not [m.id for m in arabic() if m.id and not isinstance(m.id, str) and not all(m.string)]


def test_the_catalogue_compiles_without_gettext() -> None:
    compiled = io.BytesIO()

    write_mo(compiled, arabic())

    assert len(compiled.getvalue()) > 10_000


@pytest.mark.parametrize(("count", "said"), [(1, "شخص واحد"), (2, "شخصان"), (5, "5 أشخاص"), (30, "30 شخصًا")])
def test_arabic_counts_as_arabic_does(count: int, said: str) -> None:
    one, many = "%(total)s person, newest first.", "%(total)s people, newest first."

    with translation.override("ar"):
        assert (ngettext(one, many, count) % {"total": count}).startswith(said)
