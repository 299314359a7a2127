"""Promise 4: stop means stop.

The room's own rules of stop, pause and exclusion: tests/disclosure/test_promise_stop_means_stop.py. Sixteen
readers and a queued send at the moment of a stop: tests/disclosure/test_withdrawal_race.py. What the requests do:
tests/care/actions/test_names_and_endings.py. Here: the person presses Stop on their own page, and the next look at
any page, and the next mail, already know it.
"""

import time
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.terms import Helped, ReferralStatus
from kith.core import clock
from kith.core.ids import uuid7
from kith.disclosure.actions.stop_expired import stop_expired
from kith.disclosure.models import Disclosure
from kith.post.models import OutgoingMessage
from kith.post.terms import LinkPurpose, MessageStatus
from tests.factories.care import (
    ASK_WORDS,
    CODE,
    CareTown,
    a_care_town,
    a_draft,
    a_meeting,
    a_name_told,
    a_need,
    an_ask,
    link,
    persons_yes,
    status_of,
    the_referral,
    work_off,
)
from tests.factories.disclosure import PHONE
from tests.factories.partnerships import SYSTEM
from tests.promises.seats import browser_of, link_to, press

pytestmark = pytest.mark.django_db
WITHIN_SECONDS = 1.0
TOLD = ("Amina", PHONE, ASK_WORDS, "East Northgate", "No stairs")


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


class Readers:
    """Whoever has the request open: the contact by link, on the phone with the name, and signed in; the sender."""

    def __init__(self, care: CareTown, referral_id: UUID) -> None:
        self.name, self.phone = link_to(care, referral_id, LinkPurpose.SEE_NAME), Client()
        press(self.phone, self.name, code=CODE)
        self.ask = link_to(care, referral_id, LinkPurpose.ANSWER_ASK)
        self.coordinator, self.navigator = browser_of(care.coordinator), browser_of(care.navigator)
        self.referral_id = referral_id

    def look(self) -> Iterator[str]:
        yield self.phone.get(self.name).content.decode()
        yield Client().get(self.ask).content.decode()
        yield self.coordinator.get(f"/inbox/{self.referral_id}/").content.decode()
        yield self.coordinator.get("/inbox/").content.decode()
        yield self.navigator.get(f"/referrals/{self.referral_id}/letter/").content.decode()

    def shown(self) -> list[str]:
        everything = unescape("".join(self.look()))
        return [fact for fact in TOLD if fact in everything]


@pytest.mark.parametrize("button", ["stop", "pause"])
def test_the_persons_own_button_hides_it_from_every_page_within_a_second(care: CareTown, button: str) -> None:
    referral_id = a_name_told(care)
    readers, mine = Readers(care, referral_id), browser_of(care.person)
    consent_id = the_referral(referral_id).consent_id
    assert readers.shown() == list(TOLD)
    assert f"/sharing/{consent_id}/{button}/" in mine.get("/me/").content.decode()

    pressed_at = time.monotonic()
    answer = press(mine, f"/sharing/{consent_id}/{button}/")
    took = time.monotonic() - pressed_at

    assert answer.status_code == 302
    assert readers.shown() == []
    assert took < WITHIN_SECONDS


def test_a_page_used_again_after_back_stops_and_pauses_again(care: CareTown) -> None:
    referral_id = a_name_told(care)
    readers, mine, key = Readers(care, referral_id), browser_of(care.person), uuid7()
    place = f"/sharing/{the_referral(referral_id).consent_id}"

    mine.post(f"{place}/pause/", {"key": key})
    press(mine, f"{place}/resume/")
    resumed = readers.shown()
    mine.post(f"{place}/pause/", {"key": key})
    paused = readers.shown()
    mine.post(f"{place}/resume/", {"key": key})
    mine.post(f"{place}/stop/", {"key": key})
    press(mine, f"{place}/resume/")

    assert resumed == list(TOLD)
    assert paused == []
    assert readers.shown() == []


def test_the_same_page_of_before_stops_all_again(care: CareTown) -> None:
    mine, key = browser_of(care.person), uuid7()
    place = f"/people/{care.town.person_id}/sharing/stop-all/"
    first = Readers(care, a_name_told(care))
    mine.post(place, {"key": key})
    work_off()
    second = Readers(care, a_name_told(care))
    assert second.shown() == list(TOLD)

    mine.post(place, {"key": key})

    assert first.shown() == second.shown() == []


@pytest.mark.parametrize("button", ["stop", "pause"])
def test_a_page_left_open_learns_of_a_stop(care: CareTown, button: str) -> None:
    referral_id = a_name_told(care)
    readers = Readers(care, referral_id)
    still = f"{readers.name}still/"
    before = readers.phone.get(still).status_code

    press(browser_of(care.person), f"/sharing/{the_referral(referral_id).consent_id}/{button}/")

    assert (before, readers.phone.get(still).status_code) == (204, 409)
    assert "Refresh" not in readers.phone.get(readers.name)


@pytest.mark.parametrize("whose", ["the person's", "the worker's"])
def test_to_stop_a_request_is_to_stop_what_was_shared_for_it(care: CareTown, whose: str) -> None:
    referral_id = a_name_told(care)
    work_off()
    mail.outbox.clear()
    readers, mine = Readers(care, referral_id), browser_of(care.person)
    consent_id = the_referral(referral_id).consent_id
    button = {
        "the person's": (mine, f"/me/requests/{referral_id}/stop/"),
        "the worker's": (readers.navigator, f"/referrals/{referral_id}/stop/"),
    }[whose]
    told_before = button[0].get(button[1]).content.decode()

    assert press(*button).status_code == 302
    at_once = readers.shown()
    work_off()

    assert "What they have read or written down we cannot call back." in told_before
    assert at_once == readers.shown() == []
    assert ["Sharing stopped" in one.subject for one in mail.outbox] == [True]
    assert (
        "Please do not use what you were told"
        in readers.coordinator.get(f"/inbox/{referral_id}/").content.decode()
    )
    by_the_old_link = Client().get(readers.name)
    assert by_the_old_link.status_code == 410
    assert "Please do not use what you were told any more." in by_the_old_link.content.decode()
    hers = mine.get("/me/").content.decode()
    assert "Sharing stopped." in hers
    assert f"/sharing/{consent_id}/stop/" not in hers
    assert not Disclosure.objects.filter(about_id=referral_id, stopped_at=None).exists()


def test_the_closed_page_says_finished_only_while_sharing_has_not_stopped(care: CareTown) -> None:
    referral_id = a_meeting(care)
    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.YES, words="")
    address = link_to(care, referral_id, LinkPurpose.SEE_NAME)
    close_referral(care.navigator, referral_id=referral_id)
    finished = Client().get(address).content.decode()

    press(browser_of(care.person), f"/sharing/{the_referral(referral_id).consent_id}/stop/")
    stopped = Client().get(address).content.decode()

    assert "The request is finished." in finished
    assert "do not use" not in finished
    assert "Sharing stopped on" in stopped
    assert all("Amina" not in page for page in (finished, stopped))


def test_to_stop_one_request_leaves_another_at_the_same_partner(care: CareTown) -> None:
    stopped, kept = a_name_told(care), an_ask_for_another_need(care)
    work_off()

    press(browser_of(care.person), f"/me/requests/{stopped}/stop/")
    work_off()

    assert Readers(care, stopped).shown() == []
    page = browser_of(care.coordinator).get(f"/inbox/{kept}/").content.decode()
    assert "Help with a form" in unescape(page)
    assert status_of(kept) == ReferralStatus.ASKED


def an_ask_for_another_need(care: CareTown, *, days: int = 60) -> UUID:
    need_id = a_need(care.navigator, care.town.person_id, ask_words="Help with a form")
    referral_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    return ask_partner(care.navigator, referral_id=referral_id, answer=persons_yes(days=days))


def test_a_yes_for_another_need_prolongs_no_name(care: CareTown) -> None:
    """The words of that yes said: we do not say who you are."""
    short = ask_partner(care.navigator, referral_id=a_draft(care), answer=persons_yes(days=1))
    accept_referral(care.by_link(short), referral_id=short, told=link())
    choose_partner(care.navigator, referral_id=short)
    other = an_ask_for_another_need(care)

    with clock.at(clock.now() + timedelta(days=20)):
        before_the_worker = Readers(care, short).shown()
        stop_expired(SYSTEM)
        work_off()
        of_the_other = browser_of(care.coordinator).get(f"/inbox/{other}/").content.decode()

    assert before_the_worker == []
    assert status_of(short) == ReferralStatus.WITHDRAWN
    assert "Help with a form" in of_the_other
    assert ["Sharing stopped" in one.subject for one in mail.outbox].count(True) == 1


def test_stop_all_is_one_button_too(care: CareTown) -> None:
    readers, mine = Readers(care, a_name_told(care)), browser_of(care.person)

    press(mine, f"/people/{care.town.person_id}/sharing/stop-all/")

    assert readers.shown() == []


def test_after_going_on_it_is_there_again_and_after_a_stop_it_never_is(care: CareTown) -> None:
    referral_id = a_name_told(care)
    readers, mine = Readers(care, referral_id), browser_of(care.person)
    consent_id = the_referral(referral_id).consent_id

    press(mine, f"/sharing/{consent_id}/pause/")
    press(mine, f"/sharing/{consent_id}/resume/")
    resumed = readers.shown()
    press(mine, f"/sharing/{consent_id}/stop/")
    press(mine, f"/sharing/{consent_id}/resume/")

    assert resumed == list(TOLD)
    assert readers.shown() == []


def test_what_waits_to_go_out_is_stopped_with_it(care: CareTown) -> None:
    """The mail with the link is queued, and no worker has come yet."""
    from kith.post.listeners.send_messages import send_mail

    referral_id = an_ask(care)
    queued = queued_mail_of(referral_id)
    mail.outbox.clear()

    press(browser_of(care.person), f"/sharing/{the_referral(referral_id).consent_id}/stop/")
    send_mail.call(str(queued))
    work_off()

    assert OutgoingMessage.objects.get(pk=queued).status == MessageStatus.CANCELLED
    assert mail.outbox == []


def queued_mail_of(referral_id: UUID) -> UUID:
    """Deliver the events and leave the mails: the task that sends is taken away."""
    from django_tasks_db.models import DBTaskResult

    while (row := DBTaskResult.objects.ready().exclude(task_path__endswith="send_mail").first()) is not None:
        row.delete()
        row.task.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])
    DBTaskResult.objects.all().delete()
    message = OutgoingMessage.objects.get(about_id=referral_id, status=MessageStatus.QUEUED)
    return message.pk


def test_the_person_reads_what_cannot_be_called_back_and_the_partner_since_when(care: CareTown) -> None:
    referral_id = a_name_told(care)
    mine, coordinator = browser_of(care.person), browser_of(care.coordinator)
    before = mine.get("/me/").content.decode()

    press(mine, f"/sharing/{the_referral(referral_id).consent_id}/stop/")

    assert "What they have read or written down we cannot call back." in before
    assert "Sharing stopped on" in coordinator.get(f"/inbox/{referral_id}/").content.decode()


def test_nobody_stops_or_resumes_for_the_person_but_their_own_workers(care: CareTown) -> None:
    referral_id = a_name_told(care)
    consent_id = the_referral(referral_id).consent_id
    readers = Readers(care, referral_id)

    for somebody in (Client(), browser_of(care.coordinator), browser_of(care.town.manager)):
        answer = press(somebody, f"/sharing/{consent_id}/stop/", person_id=str(care.town.person_id))
        assert answer.status_code in {302, 403, 404}

    assert readers.shown() == list(TOLD)
