"""Promise 2: nobody excluded is told so, also not by what is missing.

Two people, alike in every fact, are helped by the same partner. For one the worker stops sharing, for the other the
partner, or the very human who was told, is excluded. What the partner's contact and staff read and get afterwards may
differ in ids and tokens and in nothing else; and who knew a name hears "please use it no more" both times.
"""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.terms import Helped, WhatHappened
from kith.core import clock
from kith.core.viewer import Role
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.post.terms import LinkPurpose
from tests.factories.accounts import a_member as a_named_member
from tests.factories.care import (
    CODE,
    CareTown,
    a_care_town,
    a_need,
    link,
    persons_yes,
    the_referral,
    work_off,
)
from tests.factories.disclosure import a_person
from tests.promises.seats import browser_of, link_to, press

pytestmark = pytest.mark.django_db
# Ids, tokens of links and forms, and the nonces of scripts: new for every page.
MARK = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[A-Za-z0-9_-]{43,}|nonce=\"[^\"]+\"")
FATIMA = "fatima.noor@al-noor.example"


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


def asked(care: CareTown, person_id: UUID) -> UUID:
    need_id = a_need(care.navigator, person_id)
    referral_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    return ask_partner(care.navigator, referral_id=referral_id, answer=persons_yes())


def with_a_yes(care: CareTown, person_id: UUID) -> UUID:
    referral_id = asked(care, person_id)
    return accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())


def named(care: CareTown, person_id: UUID) -> UUID:
    return choose_partner(care.navigator, referral_id=with_a_yes(care, person_id))


def finished(care: CareTown, person_id: UUID) -> UUID:
    referral_id = named(care, person_id)
    report_what_happened(
        care.by_link(referral_id),
        referral_id=referral_id,
        happened=WhatHappened.MET,
        happened_on=clock.now().date(),
        told=link(),
    )
    say_how_it_went(care.navigator, referral_id=referral_id, helped=Helped.YES, words="")
    return close_referral(care.navigator, referral_id=referral_id)


STAGES: list[Callable[[CareTown, UUID], UUID]] = [asked, with_a_yes, named, finished]


def stop(care: CareTown, person_id: UUID, referral_id: UUID) -> None:
    consent_id = the_referral(referral_id).consent_id
    assert consent_id is not None
    stop_sharing(care.navigator, consent_id=consent_id)


def exclude_them_all(care: CareTown, person_id: UUID, referral_id: UUID) -> None:
    _exclude(care, person_id, contact_id=None)


def exclude_the_contact(care: CareTown, person_id: UUID, referral_id: UUID) -> None:
    _exclude(care, person_id, contact_id=the_referral(referral_id).contact_id)


def _exclude(care: CareTown, person_id: UUID, *, contact_id: UUID | None) -> None:
    exclude_from_sharing(
        care.navigator,
        person_id=person_id,
        organization_id=care.town.recipient_id,
        contact_id=contact_id,
        words="canary",
    )


class Partner:
    """Everything that the partner's contact can open, signed in and by links, and every mail there."""

    def __init__(self, care: CareTown, referral_id: UUID) -> None:
        self.links = [link_to(care, referral_id, purpose) for purpose in LinkPurpose]
        self.phone = Client()
        press(self.phone, self.links[1], code=CODE)
        self.referral_id = referral_id
        self.mails_before = len(mail.outbox)

    def reads(self, signed_in: Client) -> str:
        pages = [self.phone.get(address) for address in self.links]
        pages += [signed_in.get(f"/inbox/{self.referral_id}/"), signed_in.get("/inbox/")]
        return MARK.sub("*", "\n".join(f"{one.status_code} {one.content.decode()}" for one in pages))

    def got(self) -> list[str]:
        new = mail.outbox[self.mails_before :]
        return [MARK.sub("*", f"{one.to} {one.subject} {one.body}") for one in new]


Ending = Callable[[CareTown, UUID, UUID], None]


def afterwards(
    care: CareTown, fatima: Client, stage: Callable[[CareTown, UUID], UUID], end: Ending
) -> tuple[str, str, list[str]]:
    """What is read at once, what is read once the worker has come, and what was got."""
    person_id = a_person(care.navigator)
    referral_id = stage(care, person_id)
    work_off()
    partner = Partner(care, referral_id)
    end(care, person_id, referral_id)
    at_once = partner.reads(fatima)
    work_off()
    return at_once, partner.reads(fatima), partner.got()


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("exclude", [exclude_them_all, exclude_the_contact])
def test_the_partner_reads_and_gets_after_an_exclusion_what_it_does_after_a_stop(
    care: CareTown, stage: Callable[[CareTown, UUID], UUID], exclude: Ending
) -> None:
    fatima = browser_of(
        a_named_member(care.town.recipient_id, Role.COORDINATOR, name="Fatima Noor", email=FATIMA)
    )
    work_off()

    after_a_stop = afterwards(care, fatima, stage, stop)
    after_an_exclusion = afterwards(care, fatima, stage, exclude)

    assert after_an_exclusion == after_a_stop
    assert "Sharing stopped on" in after_an_exclusion[0]
    assert "canary" not in repr(after_an_exclusion)


@pytest.mark.parametrize("end", [stop, exclude_them_all, exclude_the_contact])
@pytest.mark.parametrize("stage", [named, finished])
def test_who_knew_the_name_is_asked_to_use_it_no_more(
    care: CareTown, stage: Callable[[CareTown, UUID], UUID], end: Ending
) -> None:
    _at_once, _later, got = afterwards(care, browser_of(care.coordinator), stage, end)

    [letter] = got
    assert FATIMA in letter
    assert "Please use what we told you no more." in letter
    assert "exclu" not in letter
