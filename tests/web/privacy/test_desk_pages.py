"""The privacy desk: what stands in which table."""

from html import unescape

import pytest

from kith.web.privacy import desk_pages
from kith.web.privacy.event_rows import EXPORT_KINDS, ROLE_KINDS
from kith.web.privacy.event_words import EVENT_WORDS, WORDS_WITH_NAME
from tests.factories.care import CareTown, a_care_town, a_name_told, an_ask
from tests.promises.seats import browser_of

pytestmark = pytest.mark.django_db
WITHOUT, WITH = "A letter was opened to print", "A letter with the name was opened to print"


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


def printed(care: CareTown) -> str:
    """The part of the officer's desk that says what was printed."""
    page = browser_of(care.town.privacy_officer).get("/privacy/desk/").content.decode()
    return unescape(page).partition("What was printed</h2>")[2].partition("<h2>")[0]


def test_every_kind_that_a_table_asks_for_happens_in_kith() -> None:
    assert EXPORT_KINDS
    assert EXPORT_KINDS | ROLE_KINDS | set(WORDS_WITH_NAME) <= set(EVENT_WORDS)


def test_a_letter_that_was_opened_to_print_stands_at_the_desk(care: CareTown) -> None:
    referral_id = an_ask(care)
    before = printed(care)

    assert browser_of(care.navigator).get(f"/referrals/{referral_id}/letter/").status_code == 200

    assert "Nothing yet." in before
    assert WITHOUT in printed(care)
    assert WITH not in printed(care)


def test_a_letter_with_the_name_says_so_however_much_happened_since(
    care: CareTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_pages, "SHOWN", 3)
    referral_id = a_name_told(care)
    navigator = browser_of(care.navigator)

    navigator.get(f"/referrals/{referral_id}/letter/")
    for _ in range(4):
        navigator.get(f"/referrals/{referral_id}/")

    assert WITH in printed(care)


def test_the_person_sees_on_the_own_page_that_it_was_printed(care: CareTown) -> None:
    referral_id = a_name_told(care)
    browser_of(care.navigator).get(f"/referrals/{referral_id}/letter/")

    page = browser_of(care.person).get("/me/who-looked/").content.decode()

    assert WITH in page
