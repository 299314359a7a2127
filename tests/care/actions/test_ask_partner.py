"""Asking: with the person's yes, without a name, on a clock of the receiver's own days."""

from datetime import timedelta

import pytest
from django.core import mail

from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.errors import AlreadyAsked, PartnerPaused, TooManyOpenAsks
from kith.care.queries.answer_page import answer_page
from kith.care.terms import NextStep, ReferralStatus
from kith.consent.terms import ASK_KINDS
from kith.core import clock
from kith.core.errors import Denied, KithError, NotFound, StatusConflict
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.set_open_asks_limit import set_open_asks_limit
from kith.partnerships.actions.set_working_days import set_working_days
from tests.factories.care import (
    ASK_WORDS,
    WORDS,
    CareTown,
    a_care_town,
    a_draft,
    a_need,
    an_ask,
    persons_yes,
    status_of,
    the_referral,
    work_off,
)
from tests.factories.disclosure import ALIAS, NAME, PHONE
from tests.promises.seats import browser_of, press

pytestmark = pytest.mark.django_db
CANARIES = (NAME, ALIAS, PHONE, *NAME.split(), "Yusuf")


def test_an_ask_carries_five_kinds_and_no_identity(care: CareTown) -> None:
    referral_id = an_ask(care)

    page = answer_page(care.by_link(referral_id), referral_id=referral_id)

    assert {item.kind for item in page.items} == ASK_KINDS
    assert ASK_WORDS in [item.text for item in page.items]
    assert not any(canary in repr(page) for canary in CANARIES)


def test_without_words_for_a_partner_only_the_subject_goes(care: CareTown) -> None:
    need_id = a_need(care.navigator, care.town.person_id, ask_words="")
    draft = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)

    referral_id = ask_partner(care.navigator, referral_id=draft, answer=persons_yes())

    page = answer_page(care.by_link(referral_id), referral_id=referral_id)
    assert "Company" in [item.text for item in page.items]
    assert WORDS not in repr(page)


def test_one_mail_goes_out_with_code_word_and_link_and_nothing_of_the_person(care: CareTown) -> None:
    an_ask(care)

    work_off()

    [message] = mail.outbox
    assert "/a/" in message.body
    assert not any(canary in message.subject + message.body for canary in (*CANARIES, ASK_WORDS))


def test_no_event_holds_words_or_names(care: CareTown) -> None:
    an_ask(care)
    work_off()

    assert not any(
        canary in f"{row.payload} {row.kind}"
        for row in Event.objects.all()
        for canary in (*CANARIES, ASK_WORDS)
    )


def test_the_clock_runs_in_the_receivers_own_days(care: CareTown) -> None:
    referral = the_referral(an_ask(care))

    assert referral.next_step == NextStep.WAIT_FOR_ANSWER.value
    assert referral.due_at is not None
    assert referral.next_at == referral.due_at
    assert referral.due_at > clock.now() + timedelta(hours=12)


def test_unknown_days_mean_no_clock_and_a_call(care: CareTown) -> None:
    set_working_days(
        care.town.manager, organization_id=care.town.recipient_id, timezone="UTC", days={}, closed_on=[]
    )

    referral = the_referral(an_ask(care))

    assert referral.due_at is None
    assert referral.next_step == NextStep.PHONE_THEM.value


def test_a_paused_partner_is_not_asked(care: CareTown) -> None:
    draft = a_draft(care)
    until = clock.now().date() + timedelta(days=10)
    pause_asks(care.coordinator, organization_id=care.town.recipient_id, until=until)

    with pytest.raises(PartnerPaused):
        ask_partner(care.navigator, referral_id=draft, answer=persons_yes())

    assert status_of(draft) == ReferralStatus.DRAFT.value


def test_a_partners_own_limit_is_obeyed(care: CareTown) -> None:
    an_ask(care)
    set_open_asks_limit(care.town.manager, organization_id=care.town.recipient_id, limit=1)
    other = draft_referral(
        care.navigator,
        need_id=a_need(care.navigator, care.town.person_id),
        service_id=care.service_id,
    )

    with pytest.raises(TooManyOpenAsks):
        ask_partner(care.navigator, referral_id=other, answer=persons_yes())


def test_an_excluded_partner_gets_nothing(care: CareTown) -> None:
    draft = a_draft(care)
    exclude_from_sharing(
        care.navigator,
        person_id=care.town.person_id,
        organization_id=care.town.recipient_id,
        contact_id=None,
        words="",
    )

    with pytest.raises(KithError):
        ask_partner(care.navigator, referral_id=draft, answer=persons_yes())

    work_off()
    assert status_of(draft) == ReferralStatus.DRAFT.value
    assert mail.outbox == []


def test_nothing_leaves_outside_the_agreement() -> None:
    care = a_care_town(scope=frozenset())

    with pytest.raises(KithError):
        ask_partner(care.navigator, referral_id=a_draft(care), answer=persons_yes())


def test_an_ask_is_sent_once(care: CareTown) -> None:
    referral_id = an_ask(care)

    with pytest.raises(StatusConflict):
        ask_partner(care.navigator, referral_id=referral_id, answer=persons_yes())


def test_the_same_need_is_not_asked_twice_at_one_service(care: CareTown) -> None:
    an_ask(care)

    with pytest.raises(AlreadyAsked):
        a_draft(care)


def test_only_workers_of_the_sender_may_ask(care: CareTown) -> None:
    draft = a_draft(care)

    for viewer in (care.coordinator, care.town.manager, care.town.privacy_officer, care.by_link(draft)):
        with pytest.raises(NotFound):
            ask_partner(viewer, referral_id=draft, answer=persons_yes())
    with pytest.raises(Denied):
        ask_partner(care.person, referral_id=draft, answer=persons_yes())


def test_a_service_that_is_not_there_is_not_found(care: CareTown) -> None:
    answer = press(browser_of(care.navigator), f"/needs/{care.need_id}/draft/", service_id=str(uuid7()))

    assert answer.status_code == 404
    with pytest.raises(NotFound):
        draft_referral(care.navigator, need_id=care.need_id, service_id=uuid7())
