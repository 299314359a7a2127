"""Phone them a code: the number to call, and six digits that are shown once."""

import re
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.post.models import SinglePurposeLink
from tests.factories.care import CareTown, a_care_town, a_name_told, work_off
from tests.factories.partnerships import a_member
from tests.promises.seats import browser_of

pytestmark = pytest.mark.django_db
CODE_SHOWN = re.compile(r">(\d{3} \d{3})<")


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


@pytest.fixture
def referral_id(care: CareTown) -> UUID:
    told = a_name_told(care)
    work_off()
    return told


def address(referral_id: UUID) -> str:
    return reverse("name_code", args=[referral_id])


def digest() -> str:
    return SinglePurposeLink.objects.get(purpose="see_name").spoken_digest


def test_looking_shows_the_number_and_makes_no_code(care: CareTown, referral_id: UUID) -> None:
    page = browser_of(care.navigator).get(address(referral_id))

    text = page.content.decode()
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert 'href="tel:+16175550133"' in text
    assert "Walnut" in text
    assert digest() == ""


def test_the_code_is_shown_once_and_a_second_click_shows_none(care: CareTown, referral_id: UUID) -> None:
    browser, key = browser_of(care.navigator), uuid7()

    first = browser.post(address(referral_id), {"key": key})
    kept = digest()
    second = browser.post(address(referral_id), {"key": key})

    assert CODE_SHOWN.search(first.content.decode())
    assert "no-store" in first["Cache-Control"]
    assert second["Location"] == reverse("referral_page", args=[referral_id])
    assert digest() == kept != ""


def test_what_is_read_out_opens_the_page_with_the_name(care: CareTown, referral_id: UUID) -> None:
    [link] = [word for one in mail.outbox for word in one.body.split() if "/n/" in word]
    shown = browser_of(care.navigator).post(address(referral_id), {"key": uuid7()}).content.decode()
    [code] = CODE_SHOWN.findall(shown)

    phone, name_page = Client(), link[link.index("/n/") :]
    opened = phone.post(name_page, {"key": uuid7(), "code": code})

    assert opened.status_code == 302
    assert b"Amina" in phone.get(name_page).content


def test_the_owners_page_leads_there_and_no_colleagues_does(care: CareTown, referral_id: UUID) -> None:
    colleague = browser_of(a_member(care.town.holder_id, Role.NAVIGATOR))
    page = reverse("referral_page", args=[referral_id])

    assert address(referral_id) in browser_of(care.navigator).get(page).content.decode()
    assert address(referral_id) not in colleague.get(page).content.decode()
    assert colleague.get(address(referral_id)).status_code == 403
    assert browser_of(care.coordinator).get(address(referral_id)).status_code == 404
