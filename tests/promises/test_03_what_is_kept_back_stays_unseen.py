"""Promise 3: what is kept back stays unseen.

Byte for byte at the room's own door, and what sender and person read about it:
tests/disclosure/test_promise_kept_back_stays_unseen.py. Here the same at the partner's real pages and mails.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import unified_diff
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.add_need import add_need
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.terms import Level, NeedDomain
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.post.terms import LinkPurpose
from tests.factories.care import (
    ASK_WORDS,
    CODE,
    WORDS,
    CareTown,
    a_care_town,
    link,
    persons_yes,
    work_off,
)
from tests.factories.disclosure import TEXTS_ONLY, a_person
from tests.factories.partnerships import a_contact, an_organization
from tests.promises.seats import browser_of, link_to, mails, press

pytestmark = pytest.mark.django_db
SECRETS = ("canary", "Yusuf", "home.example")
# What differs between any two visits: ids, one-time keys, tokens, nonces, the minute.
CHANCE = [
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    r"(?<=name=\"csrfmiddlewaretoken\" value=\")[A-Za-z0-9]+",
    r"/[anh]/[A-Za-z0-9_-]{43}/",
    r"nonce-[A-Za-z0-9+/=_-]+",
    r"(?<=nonce=\")[A-Za-z0-9+/=_-]+",
    r"<[0-9a-f]{32}@",
    r"\d\d:\d\d(:\d\d)?|\d{1,2}(:\d\d)? [ap]\.?m\.?|noon|midnight",
]


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


def plain(care: CareTown) -> UUID:
    """The need of somebody with nothing to keep back."""
    return the_need(care, a_person(care.navigator), words="I want company in the evening.")


def with_secrets(care: CareTown) -> UUID:
    """The need of somebody of whom the partner is told the same, and from whom much is kept back."""
    person_id = a_person(care.navigator)
    rule = replace(TEXTS_ONLY, email="canary@home.example", may_mail=False)
    set_how_to_reach(care.navigator, person_id=person_id, rule=rule)
    for domain in (NeedDomain.SAFETY, NeedDomain.HEALTH, NeedDomain.MONEY):
        add_need(
            care.navigator,
            person_id=person_id,
            words=f"canary of {domain}",
            ask_words=f"canary of {domain}",
            domain=domain,
            level=Level.MESO,
        )
    relative = a_contact(care.town.manager, care.town.recipient_id, "Yusuf Karim")
    for organization_id, contact_id in [
        (an_organization("A Family Friend"), None),
        (care.town.recipient_id, relative),
    ]:
        exclude_from_sharing(
            care.navigator,
            person_id=person_id,
            organization_id=organization_id,
            contact_id=contact_id,
            words="canary of exclusion",
        )
    return the_need(care, person_id, words=WORDS)


def the_need(care: CareTown, person_id: UUID, *, words: str) -> UUID:
    return add_need(
        care.navigator,
        person_id=person_id,
        words=words,
        ask_words=ASK_WORDS,
        domain=NeedDomain.COMPANY,
        level=Level.MICRO,
    )


def seen_of(care: CareTown, someone: Callable[[CareTown], UUID]) -> list[str]:
    """Everything the partner is sent and opens, from the ask to the name, about one person."""
    need_id = someone(care)
    mail.outbox.clear()
    draft_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    referral_id = ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())
    work_off()
    seen = [*pages(care, referral_id), mails()]
    accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
    choose_partner(care.navigator, referral_id=referral_id)
    work_off()
    return [same(text) for text in [*seen, *pages(care, referral_id), name_page(care, referral_id), mails()]]


def pages(care: CareTown, referral_id: UUID) -> list[str]:
    coordinator = browser_of(care.coordinator)
    return [
        whole(Client(), link_to(care, referral_id, LinkPurpose.ANSWER_ASK)),
        whole(Client(), link_to(care, referral_id, LinkPurpose.TELL_WHAT_HAPPENED)),
        whole(coordinator, f"/inbox/{referral_id}/"),
    ]


def name_page(care: CareTown, referral_id: UUID) -> str:
    phone, address = Client(), link_to(care, referral_id, LinkPurpose.SEE_NAME)
    press(phone, address, code=CODE)
    page = whole(phone, address)
    assert "Amina" in page
    return page


def whole(client: Client, address: str) -> str:
    """Status, headers and bytes."""
    response = client.get(address)
    heads = [f"{name}: {sorted(value.split('; '))}" for name, value in sorted(response.items())]
    return "\n".join([str(response.status_code), *heads, response.content.decode()])


def same(text: str) -> str:
    for chance in CHANCE:
        text = re.sub(chance, "·", text)
    return text


def test_the_partners_pages_and_mails_are_the_same_with_and_without_something_kept_back(
    care: CareTown,
) -> None:
    seen = {"plain": seen_of(care, plain), "secrets": seen_of(care, with_secrets)}

    assert len(seen["plain"]) == 9
    for one, other in zip(*seen.values(), strict=True):
        assert list(unified_diff(one.splitlines(), other.splitlines(), lineterm="")) == []
    assert not [word for word in SECRETS for text in seen["secrets"] if word in text]


def test_the_sender_reads_what_stays_and_the_partner_does_not(care: CareTown) -> None:
    need_id = with_secrets(care)
    draft_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)

    board = browser_of(care.navigator).get(f"/referrals/{draft_id}/ask/").content.decode()
    referral_id = ask_partner(care.navigator, referral_id=draft_id, answer=persons_yes())

    assert "Not needed for this" in board
    assert "Being safe" in board
    for page in pages(care, referral_id):
        assert "Being safe" not in page
        assert "Not needed" not in page
