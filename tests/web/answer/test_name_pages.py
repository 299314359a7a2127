"""The page with the name, when the answer to the code was lost on the way."""

import re

import pytest
from django.core import mail
from django.test import Client

from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.listeners.send_name_link_again import MOST_LINKS
from kith.core.models import Event
from kith.partnerships.models import PartnerContact
from kith.post.models import OutgoingMessage, SinglePurposeLink
from kith.post.terms import LinkPurpose
from tests.factories.care import CODE, CareTown, a_care_town, a_name_told, work_off
from tests.promises.seats import link_to, press
from tests.web.answer.sent_again import sent_again_after_a_cut

pytestmark = pytest.mark.django_db
KEY = r'name="key" value="([^"]+)"'


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


@pytest.fixture
def address(care: CareTown) -> str:
    return link_to(care, a_name_told(care), LinkPurpose.SEE_NAME)


def guessed_at(address: str) -> None:
    """Ten wrong codes were tried on it."""
    link = SinglePurposeLink.objects.filter(purpose=LinkPurpose.SEE_NAME).latest("made_at")
    SinglePurposeLink.objects.filter(pk=link.pk).update(wrong_tries=9)
    PartnerContact.objects.update(code_tries=0)
    assert press(Client(), address, code="guessed").status_code == 410


def link_sent() -> str:
    """The address in the last mail that left, without its host."""
    found = re.search(r"/n/\S+", mail.outbox[-1].body)
    assert found is not None
    return found[0]


def mails_after(address: str, *, times: int = 1) -> list[OutgoingMessage]:
    """What goes out once a new link was asked for on the closed page."""
    work_off()
    before = set(OutgoingMessage.objects.values_list("pk", flat=True))
    answers = [Client().post(address, {"again": "1"}).content.decode() for _ in range(times)]
    assert all("on its way" in answer and "Send me a new link" not in answer for answer in answers)
    work_off()
    return list(OutgoingMessage.objects.exclude(pk__in=before))


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


def test_another_phone_reads_that_it_was_opened_elsewhere(address: str) -> None:
    first, second, third = Client(), Client(), Client()
    for phone in (second, third):
        phone.get(address)
    first.get(address)
    press(first, address, code=CODE)

    answers = [second.get(address), third.get(address)]

    assert {answer.status_code for answer in answers} == {403}
    for answer in answers:
        assert "<h1>Opened on another phone or computer</h1>" in answer.content.decode()
        assert "not for your role" not in answer.content.decode()


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


def test_after_ten_wrong_codes_a_new_link_goes_once_to_the_known_address_alone(
    care: CareTown, address: str
) -> None:
    guessed_at(address)
    offered = Client().get(address)

    [letter] = mails_after(address, times=3)

    assert (offered.status_code, b"Send me a new link" in offered.content) == (410, True)
    assert letter.address == PartnerContact.objects.get(pk=care.town.contact_id).email
    phone, again = Client(), link_sent()
    assert again != address
    press(phone, again, code=CODE)
    assert b"Amina" in phone.get(again).content


def test_the_third_link_is_the_last_and_the_page_says_the_same(address: str) -> None:
    guessed_at(address)
    mails_after(address)
    guessed_at(link_sent())
    assert SinglePurposeLink.objects.filter(purpose=LinkPurpose.SEE_NAME).count() == MOST_LINKS

    assert mails_after(link_sent()) == []


def test_no_new_link_goes_for_a_request_that_is_over_and_the_page_says_the_same(
    care: CareTown, address: str
) -> None:
    guessed_at(address)
    (named,) = {link.about_id for link in SinglePurposeLink.objects.filter(purpose=LinkPurpose.SEE_NAME)}
    withdraw_referral(care.navigator, referral_id=named)

    mails_after(address)

    assert SinglePurposeLink.objects.filter(purpose=LinkPurpose.SEE_NAME).count() == 1


def test_a_page_that_nobody_guessed_at_sends_no_link(address: str) -> None:
    answer = Client().post(address, {"again": "1"})

    assert answer.status_code == 422
    assert not Event.objects.filter(kind="care.name_link_asked").exists()
