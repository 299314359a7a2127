"""The page with the name, when the answer to the code was lost on the way."""

import re

import pytest
from django.test import Client

from kith.core.models import Event
from kith.post.models import SinglePurposeLink
from kith.post.terms import LinkPurpose
from tests.factories.care import CODE, a_care_town, a_name_told
from tests.promises.seats import link_to, press
from tests.web.answer.sent_again import sent_again_after_a_cut

pytestmark = pytest.mark.django_db
KEY = r'name="key" value="([^"]+)"'


@pytest.fixture
def address() -> str:
    care = a_care_town()
    return link_to(care, a_name_told(care), LinkPurpose.SEE_NAME)


def test_a_code_sent_again_opens_the_page_on_the_same_device_and_counts_once(address: str) -> None:
    phone = Client()
    phone.get(address)

    lost, again = sent_again_after_a_cut(phone, address, code=CODE)

    assert (lost.status_code, again.status_code) == (302, 302)
    assert b"Amina" in phone.get(address).content
    for kind in ("care.name_seen", "post.link_bound"):
        assert Event.objects.filter(kind=kind).count() == 1


def test_the_first_look_binds_nobody(address: str) -> None:
    scanner, phone = Client(), Client()
    scanner.get(address)
    phone.get(address)

    press(phone, address, code=CODE)

    assert b"Amina" in phone.get(address).content
    assert b"Amina" not in scanner.get(address).content


def test_the_mark_of_the_device_is_for_this_page_alone_and_comes_from_a_mail_read_in_the_browser(
    address: str,
) -> None:
    phone = Client()

    phone.get(address)

    [mark] = [cookie for name, cookie in phone.cookies.items() if name.startswith("kith-device")]
    assert (mark["path"], mark["samesite"], mark["httponly"], mark["max-age"]) == (address, "Lax", True, 900)


def test_a_wrong_code_sent_again_counts_as_one_try(address: str) -> None:
    phone = Client()
    phone.get(address)

    lost, again = sent_again_after_a_cut(phone, address, code="walnut")

    assert (lost.status_code, again.status_code, again["Location"]) == (422, 302, address)
    assert SinglePurposeLink.objects.get(purpose=LinkPurpose.SEE_NAME).wrong_tries == 1
    assert b"Your own code" in phone.get(address).content


def test_after_a_wrong_code_the_same_page_takes_the_right_one(address: str) -> None:
    phone = Client()
    key = {"key": re.findall(KEY, phone.get(address).content.decode())[0]}
    wrong = phone.post(address, {**key, "code": "walnut"})
    assert b"This is not the code." in wrong.content

    phone.post(address, {"key": re.findall(KEY, wrong.content.decode())[0], "code": CODE})

    assert b"Amina" in phone.get(address).content
