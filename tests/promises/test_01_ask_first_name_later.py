"""Promise 1: ask first, name later.

What leaves at which stage, decided item by item: tests/disclosure/test_promise_ask_first_name_later.py.
The ask's five facts and its one mail: tests/care/actions/test_ask_partner.py. Two partners chosen at once:
tests/care/actions/test_at_once.py. Here: whatever becomes of a request before the person has chosen, nothing
that a partner can open, get or print says who it is.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_for_a_call import ask_for_a_call
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.remind_partner import remind_partner
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.models import Referral
from kith.care.terms import NotNowReason, ReferralStatus
from kith.care.told import NotNow
from kith.core.ids import Ref
from kith.core.models import Event
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.people.models import Person
from kith.post.terms import LinkPurpose
from tests.factories.care import (
    CODE,
    WORDS,
    CareTown,
    a_care_town,
    a_need,
    a_service,
    link,
    persons_yes,
    status_of,
    the_referral,
    work_off,
)
from tests.factories.disclosure import ALIAS, NAME, PHONE, a_person
from tests.factories.partnerships import SYSTEM, a_contact, a_partner, in_force
from tests.promises.seats import (
    browser_of,
    by_link,
    everybody_at,
    in_the_ledger,
    link_to,
    mails,
    on_every_page,
    press,
)

pytestmark = pytest.mark.django_db
Then = Callable[[CareTown, UUID], object]
FULL = NotNow(NotNowReason.FULL, None)


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


def canaries() -> list[str]:
    """What says who somebody is: names, numbers, private words, and the ids by which one could be known again."""
    who = [ALIAS, *NAME.split(), PHONE, PHONE.replace(" ", ""), "900142", "900 142", WORDS, "Yusuf"]
    return [*who, *map(str, Person.objects.values_list("pk", flat=True))]


def singing(heard: Iterable[str]) -> list[str]:
    everything = "\n".join(heard)
    return [canary for canary in canaries() if canary in everything]


def asked(care: CareTown) -> UUID:
    """An ask about somebody of their own."""
    need_id = a_need(care.navigator, a_person(care.navigator))
    draft_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    return ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())


def accepted(care: CareTown, referral_id: UUID) -> None:
    accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())


def another_chosen(care: CareTown, referral_id: UUID) -> None:
    """This partner says yes, and so does another; the person picks the other one."""
    accepted(care, referral_id)
    manager, need_id = care.town.manager, the_referral(referral_id).need_id
    partner_id = a_partner(manager, "St Brigid's")
    contact_id = a_contact(manager, partner_id, "Rosa Almeida")
    set_contact_code(SYSTEM, contact_id=contact_id, code=CODE)
    in_force(manager, partner_id)
    service_id = a_service(partner_id, "Tea and talk", places=None)
    other_id = draft_referral(care.navigator, need_id=need_id, service_id=service_id)
    ask_partner(care.navigator, referral_id=other_id, answer=persons_yes())
    visitor = replace(care.town, recipient_id=partner_id).by_link(Ref("referral", other_id))
    accept_referral(visitor, referral_id=other_id, told=link())
    choose_partner(care.navigator, referral_id=other_id)


def stopped_after_yes(care: CareTown, referral_id: UUID) -> None:
    accepted(care, referral_id)
    withdraw_referral(care.navigator, referral_id=referral_id)


BECOMES: dict[str, Then] = {
    "asked": lambda _care, _referral_id: None,
    "to be phoned": lambda care, referral_id: ask_for_a_call(
        care.by_link(referral_id), referral_id=referral_id, told=link()
    ),
    "reminded": lambda _care, referral_id: remind_partner(SYSTEM, referral_id=referral_id),
    "accepted": accepted,
    "declined": lambda care, referral_id: decline_referral(
        care.by_link(referral_id), referral_id=referral_id, not_now=FULL, told=link()
    ),
    "another was chosen": another_chosen,
    "stopped": lambda care, referral_id: withdraw_referral(care.navigator, referral_id=referral_id),
    "stopped after the yes": stopped_after_yes,
    "sharing paused": lambda care, referral_id: pause_sharing(
        care.navigator, consent_id=the_referral(referral_id).consent_id
    ),
    "sharing stopped": lambda care, referral_id: stop_sharing(
        care.navigator, consent_id=the_referral(referral_id).consent_id
    ),
}


def in_every_state(care: CareTown) -> dict[str, UUID]:
    """One request for each thing that can become of it before a name is told, and a draft; all mails sent."""
    requests: dict[str, UUID] = {}
    for state, then in BECOMES.items():
        requests[state] = asked(care)
        work_off()
        then(care, requests[state])
        work_off()
    need_id = a_need(care.navigator, a_person(care.navigator))
    requests["draft"] = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    return requests


def test_whatever_becomes_of_it_no_page_of_the_partner_says_who_it_is(care: CareTown) -> None:
    requests = in_every_state(care)
    received = Referral.objects.filter(receiver_id=care.town.recipient_id)
    assert not received.filter(status__in=[ReferralStatus.NAMED, ReferralStatus.COMPLETED]).exists()

    assert singing(by_link(care, requests.values())) == []
    assert singing(on_every_page(everybody_at(care.town.recipient_id))) == []


def test_whatever_becomes_of_it_no_mail_event_or_ledger_line_of_the_partner_says_who_it_is(
    care: CareTown,
) -> None:
    requests = in_every_state(care)
    assert len(mail.outbox) > len(requests)

    to_the_partner = [one for one in mail.outbox if "fatima" in one.to[0]]
    trail = [f"{event.kind} {event.payload}" for event in Event.objects.all()]
    partner = [care.coordinator, *(care.by_link(referral_id) for referral_id in requests.values())]

    assert to_the_partner
    assert singing([mails()]) == []
    assert [word for word in (ALIAS, *NAME.split(), "900142", "Yusuf") if word in "\n".join(trail)] == []
    assert singing(in_the_ledger(partner)) == []


def test_the_letter_in_the_hand_says_nothing_before_the_name_was_told(care: CareTown) -> None:
    navigator, requests = browser_of(care.navigator), in_every_state(care)

    letters = [
        navigator.get(f"/referrals/{referral_id}/letter/").content.decode()
        for state, referral_id in requests.items()
        if state != "draft"
    ]

    assert all("Al-Noor" in letter for letter in letters)
    assert singing(letters) == []


def test_no_link_of_an_unchosen_partner_opens_the_page_with_the_name(care: CareTown) -> None:
    for referral_id in in_every_state(care).values():
        address = link_to(care, referral_id, LinkPurpose.SEE_NAME)

        phone = Client()
        answered, looked_again = press(phone, address, code=CODE), phone.get(address)

        assert answered.status_code >= 400, answered.status_code
        assert singing([answered.content.decode(), looked_again.content.decode()]) == []


def test_what_the_tests_above_listen_for_is_heard_once_the_name_was_told(care: CareTown) -> None:
    referral_id = asked(care)
    accepted(care, referral_id)
    choose_partner(care.navigator, referral_id=referral_id)

    assert status_of(referral_id) == ReferralStatus.NAMED
    assert {"Amina", "Haddad", PHONE} <= set(singing(by_link(care, [referral_id])))
    assert {"Amina", "Haddad", PHONE} <= set(singing(in_the_ledger([care.coordinator])))
    assert ALIAS in singing(on_every_page(browser_of(care.navigator)))
