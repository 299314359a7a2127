"""The words that are read to the person are kept as they were heard (promise 14)."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from kith.care.terms import ReferralStatus
from kith.consent.models import ConsentDirective
from kith.consent.terms import GivenHow
from kith.core import clock
from tests.factories.care import CareTown, a_care_town, a_draft, status_of
from tests.factories.consent import reviewed
from tests.promises.seats import browser_of, press

pytestmark = pytest.mark.django_db
ENGLISH, ARABIC = "We ask Al-Noor Mosque if they have room.", "نسأل Al-Noor Mosque إن كان لديهم مكان."
NOT_REVIEWED = "This translation was not yet reviewed by a named person."


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


@pytest.fixture
def worker(care: CareTown) -> Client:
    return browser_of(care.navigator)


def the_page(worker: Client, referral_id: UUID, *, screen: str = "") -> str:
    return unescape(worker.get(f"{screen}/referrals/{referral_id}/ask/").content.decode())


def say_yes(
    worker: Client, referral_id: UUID, *, heard_in: str, interpreter: str = "", screen: str = ""
) -> HttpResponse:
    """Send the form of the page as it was shown."""
    found = re.search(r'name="read" value="([^"]+)"', the_page(worker, referral_id, screen=screen))
    assert found
    return press(
        worker,
        f"{screen}/referrals/{referral_id}/ask/",
        said="yes",
        language=heard_in,
        interpreter=interpreter,
        until=str(clock.now().date() + timedelta(days=30)),
        read=found[1],
    )


def kept() -> tuple[str, str, str]:
    row = ConsentDirective.objects.get()
    return row.words, row.language, row.interpreted_into


def test_the_words_stand_there_in_each_language_that_we_have_the_persons_own_first(
    care: CareTown, worker: Client
) -> None:
    page = the_page(worker, a_draft(care))

    shown = re.findall(r'<blockquote lang="(\w+)" dir="(\w+)">([^<]+)</blockquote>', page)
    assert [(code, direction) for code, direction, _words in shown] == [("ar", "rtl"), ("en", "ltr")]
    assert shown[0][2].startswith(ARABIC)
    assert shown[1][2].startswith(ENGLISH)


@pytest.mark.parametrize("screen", ["", "/ar"])
@pytest.mark.parametrize(("heard_in", "begins"), [("ar", ARABIC), ("en", ENGLISH)])
def test_what_was_heard_is_kept_in_its_own_language_whatever_the_screen_speaks(
    care: CareTown, worker: Client, screen: str, heard_in: str, begins: str
) -> None:
    referral_id = a_draft(care)

    answer = say_yes(worker, referral_id, heard_in=heard_in, screen=screen)

    words, language, interpreted_into = kept()
    assert answer.status_code == 302
    assert words.startswith(begins)
    assert (language, interpreted_into) == (heard_in, "")
    assert status_of(referral_id) == ReferralStatus.ASKED


def test_without_words_in_that_language_an_interpreter_is_needed(care: CareTown, worker: Client) -> None:
    referral_id = a_draft(care)

    answer = say_yes(worker, referral_id, heard_in="so")

    assert answer.status_code == 422
    assert "We do not have these words in that language." in answer.content.decode()
    assert not ConsentDirective.objects.exists()
    assert status_of(referral_id) == ReferralStatus.DRAFT


@pytest.mark.parametrize(
    ("screen", "begins", "language"), [("", ENGLISH, "en"), ("/ar", ARABIC, "ar")], ids=["en", "ar"]
)
def test_what_an_interpreter_said_is_kept_as_it_was_read_to_them_and_into_what(
    care: CareTown, worker: Client, screen: str, begins: str, language: str
) -> None:
    say_yes(worker, a_draft(care), heard_in="so", interpreter="Ayaan Warsame", screen=screen)

    row = ConsentDirective.objects.get()
    assert row.words.startswith(begins)
    assert (row.language, row.interpreted_into) == (language, "so")
    assert (row.given_how, row.interpreter) == (GivenHow.ON_SCREEN_WITH_INTERPRETER, "Ayaan Warsame")


def test_a_translation_says_that_it_was_not_reviewed_until_it_was(care: CareTown, worker: Client) -> None:
    referral_id = a_draft(care)
    before = the_page(worker, referral_id)
    arabic = re.findall(r'<blockquote lang="ar"[^>]*>([^<]+)</blockquote>', before)[0]

    reviewed(arabic, language="ar")

    assert before.count(NOT_REVIEWED) == 1
    assert the_page(worker, referral_id).count(NOT_REVIEWED) == 0


def test_words_that_changed_since_they_were_read_are_read_again(care: CareTown, worker: Client) -> None:
    referral_id = a_draft(care)

    answer = press(worker, f"/referrals/{referral_id}/ask/", said="yes", language="en", read="0" * 64)

    assert answer.status_code == 409
    assert not ConsentDirective.objects.exists()


def test_before_asking_the_worker_reads_why_it_fits_and_that_others_may_be_asked(
    care: CareTown, worker: Client
) -> None:
    page = the_page(worker, a_draft(care))

    assert "Why it fits" in page
    assert "Promised an answer within 2 of their days" in page
    assert f'href="/needs/{care.need_id}/services/"' in page
    assert "Only the one the person picks gets the name." in page


def test_the_form_asks_in_the_language_of_the_page(care: CareTown, worker: Client) -> None:
    page = the_page(worker, a_draft(care), screen="/ar")

    assert "Until when may we share?" not in page
