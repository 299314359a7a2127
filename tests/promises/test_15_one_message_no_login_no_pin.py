"""Promise 15: one message, no login, no PIN.

Links used, closed, blanked and bound at once by many: tests/post/test_races.py. Tries of a code:
tests/partnerships. Here: the real pages, from the mail to the thanks and from the code to the blank page.
"""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.models import Answer, Referral
from kith.care.terms import NextStep, ReferralStatus
from kith.core import clock
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.partnerships.models import PartnerPause
from kith.post.terms import LinkPurpose
from tests.factories.care import (
    CODE,
    CareTown,
    a_care_town,
    a_name_told,
    an_ask,
    by_phone,
    status_of,
    the_referral,
    work_off,
)
from tests.promises.seats import browser_of, link_to, mails, press

pytestmark = pytest.mark.django_db
# Looking is written down, so that the person can see who looked; nothing else may change by it.
LOOKS = {"disclosure.shared_read"}
TRACES_OF_A_LOOK = {"core.Event", "core.EventWaiting", "core.EventSeal", "sessions.Session"}
PREFETCHES = [
    {},
    {"Sec-Purpose": "prefetch;prerender"},
    {"Purpose": "prefetch"},
    {"X-Moz": "prefetch"},
    {"User-Agent": "SafeLinks/1.0 (mail scanner)"},
]
OF_NO_REQUEST = {
    LinkPurpose.CHOOSE_OWN_CODE,
    LinkPurpose.CONFIRM_LISTING,
    LinkPurpose.ANSWER_AGREEMENT,
    LinkPurpose.CONFIRM_PAPER,
    LinkPurpose.PROPOSE_AGREEMENT,
}


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


def address_in_the_mail(place: str) -> str:
    work_off()
    [found] = [word for word in mails().split() if f"/{place}/" in word]
    return found[found.index(f"/{place}/") :]


def everything() -> dict[str, list[dict[str, object]]]:
    """Every row of every table, but for the traces of a look."""
    return {
        model._meta.label: sorted(model._default_manager.values(), key=repr)
        for model in apps.get_models()
        if model._meta.label not in TRACES_OF_A_LOOK and model._meta.managed
    }


def test_one_mail_one_page_three_answers_and_no_login(care: CareTown) -> None:
    an_ask(care)
    address = address_in_the_mail("a")
    assert len(mail.outbox) == 1

    page = Client().get(address)

    text = page.content.decode()
    assert page.status_code == 200
    assert re.findall(r'name="answer" value="(\w+)"', text)[0] == "yes"
    assert {"yes", "full", "not_for_us", "closed_until", "phone_me", "pause"} == set(
        re.findall(r'name="answer" value="(\w+)"', text)
    )
    assert not re.findall(r'type="(password|email|text)"', text)


def test_mail_and_page_begin_with_the_agreed_code_word(care: CareTown) -> None:
    an_ask(care)
    address = address_in_the_mail("a")

    assert "Our code word: Walnut" in mail.outbox[0].body.splitlines()[0]
    assert "Walnut" in Client().get(address).content.decode()


@pytest.mark.parametrize("purpose", list(LinkPurpose))
@pytest.mark.parametrize("bring", [an_ask, a_name_told])
def test_opening_a_link_in_any_way_changes_nothing(
    care: CareTown, purpose: LinkPurpose, bring: object
) -> None:
    assert callable(bring)
    address = link_to(care, bring(care), purpose)
    work_off()
    before, looks = everything(), set(Event.objects.values_list("pk", flat=True))

    for headers in PREFETCHES:
        for _twice in range(2):
            Client().get(address, headers=headers)
            Client().head(address, headers=headers)
        Client().get(f"{address}?answer=yes&happened=met&code={CODE}&key={uuid7()}")
    Client().options(address)

    assert everything() == before
    assert set(Event.objects.exclude(pk__in=looks).values_list("kind", flat=True)) <= LOOKS


def test_the_same_yes_sent_twice_is_one_yes_and_a_second_answer_is_none(care: CareTown) -> None:
    referral_id = an_ask(care)
    address = address_in_the_mail("a")
    phone, key = Client(), uuid7()

    first = phone.post(address, {"answer": "yes", "key": key})
    for answer in ("yes", "full", "phone_me"):
        again = press(phone, address, answer=answer)
        assert again.status_code == 410

    assert first.status_code == 302
    assert first["Location"] == "/thanks/yes/"
    assert Answer.objects.count() == 1
    assert status_of(referral_id) == ReferralStatus.ACCEPTED


def test_after_phone_me_and_pause_the_same_link_still_takes_the_answer(care: CareTown) -> None:
    referral_id = an_ask(care)
    address = address_in_the_mail("a")

    for answer in ("phone_me", "pause"):
        assert press(Client(), address, answer=answer).status_code == 302
    assert the_referral(referral_id).next_step == NextStep.PHONE_THEM
    press(Client(), address, answer="yes")

    assert status_of(referral_id) == ReferralStatus.ACCEPTED


@pytest.mark.parametrize("said", ["phone_me", "pause"])
def test_phone_me_and_pause_take_effect_once_a_link_and_again_is_a_calm_sentence(
    care: CareTown, said: str
) -> None:
    an_ask(care)
    address = address_in_the_mail("a")
    press(Client(), address, answer=said)
    work_off()
    before, mails_before = everything(), len(mail.outbox)
    events = set(Event.objects.values_list("pk", flat=True))

    with clock.at(clock.now() + timedelta(days=3)):
        again = [press(Client(), address, answer=said) for _ in range(3)]
        page = Client().get(again[0]["Location"])
        work_off()

    assert [answer.status_code for answer in again] == [302] * 3
    assert page.status_code == 200
    assert b"We have this already." in page.content
    assert everything() == before
    assert set(Event.objects.values_list("pk", flat=True)) == events
    assert len(mail.outbox) == mails_before


def test_a_double_click_on_phone_me_reads_the_first_thanks(care: CareTown) -> None:
    an_ask(care)
    address, key = address_in_the_mail("a"), uuid7()

    answers = [Client().post(address, {"answer": "phone_me", "key": key}) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == ["/thanks/phone-me/"] * 2
    assert Answer.objects.count() == 1


def test_there_is_no_page_for_what_cannot_be_said_again() -> None:
    for what in ("yes-again", "-again", "again", "phone-me-again-again"):
        assert Client().get(f"/thanks/{what}/").status_code == 404


def test_an_answered_ask_pauses_nothing_by_any_link_left_over(care: CareTown) -> None:
    referral_id = an_ask(care)
    accept_referral(care.navigator, referral_id=referral_id, told=by_phone())
    address = link_to(care, referral_id, LinkPurpose.ANSWER_ASK)

    answer = press(Client(), address, answer="pause")

    assert answer.status_code == 409
    assert not PartnerPause.objects.exists()


@pytest.mark.parametrize(
    "said", [{}, {"answer": ""}, {"answer": "YES"}, {"answer": "closed_until"}, {"answer": "x" * 999}]
)
def test_what_is_no_answer_has_no_effect(care: CareTown, said: dict[str, str]) -> None:
    referral_id = an_ask(care)
    address = address_in_the_mail("a")

    answer = press(Client(), address, **said)

    assert answer.status_code == 422
    assert status_of(referral_id) == ReferralStatus.ASKED
    assert press(Client(), address, answer="yes").status_code == 302


def test_a_link_is_good_for_its_own_page_alone_and_runs_out(care: CareTown) -> None:
    referral_id = an_ask(care)
    address = link_to(care, referral_id, LinkPurpose.ANSWER_ASK)
    token = address.split("/")[2]

    for place in ("n", "h"):
        assert Client().get(f"/{place}/{token}/").status_code == 404
    with clock.at(clock.now() + timedelta(days=31)):
        assert press(Client(), address, answer="yes").status_code == 410

    assert status_of(referral_id) == ReferralStatus.ASKED


def test_did_you_meet_is_answered_once(care: CareTown) -> None:
    referral_id = a_name_told(care)
    address = link_to(care, referral_id, LinkPurpose.TELL_WHAT_HAPPENED)

    answers = [press(Client(), address, happened="met").status_code for _ in range(2)]

    assert answers == [302, 410]
    assert the_referral(referral_id).next_step == NextStep.ASK_PERSON


def the_name(care: CareTown) -> str:
    a_name_told(care)
    return address_in_the_mail("n")


def shows_name(client: Client, address: str) -> bool:
    return b"Amina" in client.get(address).content


def test_the_name_page_needs_the_contacts_own_code(care: CareTown) -> None:
    address, phone = the_name(care), Client()

    wrong = press(phone, address, code="walnut")
    assert wrong.status_code == 422
    assert b"Amina" not in wrong.content
    assert not shows_name(phone, address)
    right = press(phone, address, code=CODE)

    assert right.status_code == 302
    assert shows_name(phone, address)


def test_guessing_the_code_ends_after_five_tries_for_the_right_one_too(care: CareTown) -> None:
    address = the_name(care)

    tries = [press(Client(), address, code=f"guess {number}").status_code for number in range(5)]
    right = press(Client(), address, code=CODE)

    assert tries == [422] * 5
    assert right.status_code == 429
    assert b"Amina" not in right.content


def test_after_ten_wrong_codes_the_page_is_closed_for_ever_and_the_owner_reads_it(care: CareTown) -> None:
    address, phone, start = the_name(care), Client(), clock.now()
    for number in range(9):
        with clock.at(start + timedelta(minutes=20 * (number // 5))):
            assert press(Client(), address, code=f"guess {number}").status_code == 422

    with clock.at(start + timedelta(minutes=20)):
        tenth = press(Client(), address, code="guess 9")
    with clock.at(start + timedelta(minutes=40)):
        right = press(phone, address, code=CODE)
        again = phone.get(address)
    work_off()

    for page in (tenth, right, again):
        assert page.status_code == 410
        assert b"tried too often" in page.content
        assert b"Amina" not in page.content
    for place in ("/list/", f"/referrals/{the_only_referral()}/"):
        assert b"A wrong code was tried too often." in browser_of(care.navigator).get(place).content, place


def test_the_first_device_has_it_and_no_other_even_with_the_code(care: CareTown) -> None:
    address, first, second = the_name(care), Client(), Client()
    press(first, address, code=CODE)

    other = press(second, address, code=CODE)

    assert other.status_code == 403
    assert not shows_name(second, address)
    assert shows_name(first, address)


def test_after_fifteen_minutes_it_is_blank_for_ever(care: CareTown) -> None:
    address, phone = the_name(care), Client()
    opened_at = clock.now()
    press(phone, address, code=CODE)

    with clock.at(opened_at + timedelta(minutes=14)):
        assert shows_name(phone, address)
    for minutes in (16, 60 * 24):
        with clock.at(opened_at + timedelta(minutes=minutes)):
            again = press(phone, address, code=CODE)
            assert again.status_code == 410
            assert phone.get(address).status_code == 410
            assert not shows_name(phone, address)


def test_looking_again_does_not_lengthen_the_fifteen_minutes(care: CareTown) -> None:
    address, phone = the_name(care), Client()
    opened_at = clock.now()
    press(phone, address, code=CODE)

    for minutes in (5, 10, 14):
        with clock.at(opened_at + timedelta(minutes=minutes)):
            assert shows_name(phone, address)
            press(phone, address, code=CODE)
    with clock.at(opened_at + timedelta(minutes=15, seconds=1)):
        assert not shows_name(phone, address)


def test_blank_now_is_one_tap_and_for_ever(care: CareTown) -> None:
    address, phone = the_name(care), Client()
    press(phone, address, code=CODE)
    assert phone.get(f"{address}blank/").status_code == 405
    assert shows_name(phone, address)

    press(phone, f"{address}blank/")

    assert not shows_name(phone, address)
    assert press(phone, address, code=CODE).status_code == 410


@pytest.mark.parametrize(("minutes", "seconds"), [(0, 60), (5, 60), (14.5, 30), (14.99, 1)])
def test_a_page_left_open_asks_for_itself_again_and_at_the_latest_when_its_time_is_over(
    care: CareTown, minutes: float, seconds: int
) -> None:
    address, phone, opened_at = the_name(care), Client(), clock.now()
    assert "Refresh" not in phone.get(address)
    with clock.at(opened_at):
        press(phone, address, code=CODE)

    with clock.at(opened_at + timedelta(minutes=minutes)):
        page = phone.get(address)

    assert page["Refresh"] == str(seconds)
    assert f'data-still="{address}still/"' in page.content.decode()


def test_whether_it_may_stay_on_the_screen_is_said_to_its_own_phone_alone(care: CareTown) -> None:
    address, phone, opened_at = the_name(care), Client(), clock.now()
    still = f"{address}still/"
    before = phone.get(still).status_code
    with clock.at(opened_at):
        press(phone, address, code=CODE)
    looks = Event.objects.count()

    statuses = [one.get(still).status_code for one in (phone, Client())]
    with clock.at(opened_at + timedelta(minutes=15)):
        statuses.append(phone.get(still).status_code)

    assert [before, *statuses] == [404, 204, 403, 410]
    assert Event.objects.count() == looks
    assert phone.get(still).content == b""
    assert "no-store" in phone.get(still)["Cache-Control"]


def test_who_has_the_link_and_not_the_code_closes_nothing(care: CareTown) -> None:
    address, thief, phone = the_name(care), Client(), Client()

    before = press(thief, f"{address}blank/")
    press(phone, address, code=CODE)
    after = press(thief, f"{address}blank/")

    assert (before.status_code, after.status_code) == (403, 403)
    assert shows_name(phone, address)


def test_no_page_of_a_link_stays_in_a_browsers_store(care: CareTown) -> None:
    referral_id: UUID = a_name_told(care)
    purposes = [one for one in LinkPurpose if one not in OF_NO_REQUEST]
    addresses = [link_to(care, referral_id, purpose) for purpose in purposes]
    phone = Client()
    press(phone, addresses[1], code=CODE)

    for address in addresses:
        page = phone.get(address)
        assert page.status_code == 200
        assert "no-store" in page["Cache-Control"]
        assert page["Referrer-Policy"] in {"same-origin", "no-referrer"}


def test_the_name_is_in_no_address_title_or_mail(care: CareTown) -> None:
    address, phone = the_name(care), Client()
    press(phone, address, code=CODE)

    title = re.findall(r"<title>(.*?)</title>", phone.get(address).content.decode(), re.DOTALL)

    assert "Amina" not in " ".join([address, *title, mails()])


def test_once_it_is_over_the_name_page_is_closed(care: CareTown) -> None:
    address, phone = the_name(care), Client()
    press(phone, address, code=CODE)

    withdraw_referral(care.navigator, referral_id=the_only_referral())

    assert not shows_name(phone, address)
    assert press(phone, address, code=CODE).status_code == 410


def the_only_referral() -> UUID:
    return Referral.objects.get().pk
