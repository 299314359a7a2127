"""Languages that are not whole say all of the public pages, and no other page half."""

from calendar import day_abbr, day_name, month_name
from collections import Counter

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver, reverse

from kith.config.languages import SPOKEN
from kith.web.languages import PUBLIC_PAGES
from tests.web.public_words import catalogue, public_words
from tests.web.test_translations import BLANKS, first_of, forms_of

PARTIAL = [one.code for one in SPOKEN if not one.is_whole]
CALENDAR = frozenset({*day_name, *day_abbr, *month_name, "a.m.", "p.m.", "AM", "PM", "midnight", "noon"})
"""Django ships these for every language but Somali."""
FORMS = {"es": 2, "fr": 2, "so": 2, "uk": 3}
SAME_FORM = 0.85


@pytest.mark.parametrize("language", PARTIAL)
def test_every_string_of_the_public_pages_is_said(language: str) -> None:
    missing = [
        words
        for words, context in public_words()
        if (kept := catalogue(language).get(words, context)) is None or not kept.string
    ]

    assert not missing, f"Add to locale/{language}:\n" + "\n".join(missing)


@pytest.mark.parametrize("language", PARTIAL)
def test_nothing_is_said_that_stands_on_no_public_page(language: str) -> None:
    gone = [
        first_of(m.id)
        for m in catalogue(language)
        if m.id and not m.context and (first_of(m.id), None) not in public_words()
    ]

    assert not set(gone) - CALENDAR, "\n".join(gone)


@pytest.mark.parametrize("language", PARTIAL)
def test_the_same_blanks_are_filled(language: str) -> None:
    wrong = [
        english
        for message in catalogue(language)
        if message.id
        for english, said in forms_of(message)
        if Counter(BLANKS.findall(english)) != Counter(BLANKS.findall(said))
    ]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", PARTIAL)
def test_every_form_of_a_number_is_said(language: str) -> None:
    counted = [m for m in catalogue(language) if m.id and not isinstance(m.id, str)]

    assert counted
    assert all(len(m.string) == FORMS[language] and all(m.string) for m in counted)


@pytest.mark.parametrize("language", PARTIAL)
def test_it_is_not_english_again(language: str) -> None:
    said = [(m.id, m.string) for m in catalogue(language) if isinstance(m.id, str) and len(m.id.split()) > 2]

    assert sum(english == other for english, other in said) <= len(said) * (1 - SAME_FORM)


def test_public_pages_exist() -> None:
    known = {name for name in get_resolver().reverse_dict if isinstance(name, str)}

    assert known >= PUBLIC_PAGES


@pytest.mark.django_db
@pytest.mark.parametrize("language", PARTIAL)
def test_a_public_page_speaks_it_and_says_that_nobody_has_read_it(client: Client, language: str) -> None:
    page = client.get(f"/{language}/privacy/").content.decode()

    assert f'<html lang="{language}" dir="ltr">' in page
    said = catalogue(language).get("This translation was not yet reviewed by a named person.")
    assert said is not None
    assert str(said.string) in page


@pytest.mark.django_db
@pytest.mark.parametrize("language", PARTIAL)
def test_a_page_for_those_who_sign_in_speaks_a_whole_language(client: Client, language: str) -> None:
    page = client.get(f"/{language}{reverse('account_login')}").content.decode()

    assert f'<html lang="{settings.LANGUAGE_CODE}"' in page


@pytest.mark.django_db
def test_a_public_page_offers_every_language_in_its_own_name(client: Client) -> None:
    page = client.get(reverse("privacy_and_choices")).content.decode()

    assert all(f'lang="{one.code}"' in page for one in SPOKEN)
    assert "Soomaali" in page
