"""What a partner says: yes, not now, phone me; by link, signed in, by phone."""

from datetime import timedelta

import pytest
from django.core import mail

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_for_a_call import ask_for_a_call
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.pause_from_ask import pause_from_ask
from kith.care.errors import AnswerComesFromElsewhere, SharingStopped
from kith.care.models import Answer, Referral
from kith.care.terms import Disposition, NextStep, NotNowReason, ReferralStatus, ToldVia
from kith.care.told import NotNow, Told
from kith.core import clock
from kith.core.errors import BadInput, NotFound, StatusConflict
from kith.directory.errors import NoPlacesLeft
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.partnerships.models import PartnerPause
from tests.factories.care import (
    CareTown,
    a_care_town,
    a_yes,
    an_ask,
    by_phone,
    link,
    places_left,
    signed_in,
    status_of,
    the_referral,
    work_off,
)

pytestmark = pytest.mark.django_db
FULL = NotNow(NotNowReason.FULL, None)


def test_a_yes_takes_a_place_and_puts_the_choice_to_the_person(care: CareTown) -> None:
    referral = the_referral(a_yes(care))

    assert referral.status == ReferralStatus.ACCEPTED.value
    assert referral.next_step == NextStep.CHOOSE.value
    assert referral.name_disclosure_id is None
    assert places_left(care) == 2


def test_without_a_figure_places_are_not_known_and_a_yes_is_a_yes() -> None:
    care = a_care_town(places=None)

    referral = the_referral(a_yes(care))

    assert referral.status == ReferralStatus.ACCEPTED.value
    assert not referral.has_place


def test_a_yes_without_a_place_is_refused_and_nothing_is_kept() -> None:
    care = a_care_town(places=0)
    referral_id = an_ask(care)

    with pytest.raises(NoPlacesLeft):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())

    assert status_of(referral_id) == ReferralStatus.ASKED.value
    assert not Answer.objects.exists()


@pytest.mark.parametrize("stop", [stop_sharing, pause_sharing])
def test_after_a_stop_or_a_pause_no_yes_is_taken(care: CareTown, stop: type) -> None:
    referral_id = an_ask(care)
    stop(care.person, consent_id=the_referral(referral_id).consent_id)

    with pytest.raises(SharingStopped):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())

    assert places_left(care) == 3


def test_a_no_ends_it_with_its_reason_and_drafts_nothing_where_nobody_else_can_be_asked(
    care: CareTown,
) -> None:
    referral_id = an_ask(care)

    decline_referral(care.by_link(referral_id), referral_id=referral_id, not_now=FULL, told=link())
    work_off()

    assert the_referral(referral_id).disposition == Disposition.DECLINED_CAPACITY.value
    assert Referral.objects.count() == 1


def test_closed_until_needs_a_day_and_other_reasons_have_none(care: CareTown) -> None:
    referral_id, tomorrow = an_ask(care), clock.now().date() + timedelta(days=1)

    for not_now in (NotNow(NotNowReason.CLOSED_UNTIL, None), NotNow(NotNowReason.FULL, tomorrow)):
        with pytest.raises(BadInput):
            decline_referral(care.by_link(referral_id), referral_id=referral_id, not_now=not_now, told=link())

    assert status_of(referral_id) == ReferralStatus.ASKED.value


def test_phone_me_leaves_the_ask_open_and_puts_a_call_before_the_owner(care: CareTown) -> None:
    referral_id = an_ask(care)

    ask_for_a_call(care.by_link(referral_id), referral_id=referral_id, told=link())

    referral = the_referral(referral_id)
    assert referral.status == ReferralStatus.ASKED.value
    assert referral.next_step == NextStep.PHONE_THEM.value
    assert referral.next_at is not None
    assert referral.next_at <= clock.now()


def test_a_pause_from_the_page_of_an_ask_leaves_it_open(care: CareTown) -> None:
    referral_id, until = an_ask(care), clock.now().date() + timedelta(days=14)

    pause_from_ask(care.by_link(referral_id), referral_id=referral_id, until=until)

    assert status_of(referral_id) == ReferralStatus.ASKED.value
    assert [pause.last_on for pause in PartnerPause.objects.all()] == [until]


@pytest.mark.parametrize("seat", ["link", "coordinator"])
def test_once_the_ask_is_answered_its_page_pauses_nothing(care: CareTown, seat: str) -> None:
    referral_id, until = a_yes(care), clock.now().date() + timedelta(days=14)
    viewer = {"link": care.by_link(referral_id), "coordinator": care.coordinator}[seat]

    with pytest.raises(StatusConflict):
        pause_from_ask(viewer, referral_id=referral_id, until=until)

    assert not PartnerPause.objects.exists()


def test_nobody_pauses_a_partner_through_an_ask_of_another(care: CareTown) -> None:
    referral_id, until = an_ask(care), clock.now().date() + timedelta(days=14)
    elsewhere = a_care_town()

    for viewer in (elsewhere.coordinator, elsewhere.by_link(referral_id)):
        with pytest.raises(NotFound):
            pause_from_ask(viewer, referral_id=referral_id, until=until)


def test_the_telephone_counts_and_the_partner_gets_one_confirming_line(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()
    mail.outbox.clear()

    accept_referral(care.navigator, referral_id=referral_id, told=by_phone())
    work_off()

    [answer] = Answer.objects.all()
    assert (answer.via, answer.told_by, answer.recorded_by_id) == ("phone", "Fatima", care.navigator.user_id)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        ("navigator", Told(ToldVia.LINK, "", clock.now())),
        ("navigator", Told(ToldVia.PHONE, " ", clock.now())),
        ("navigator", Told(ToldVia.PHONE, "Fatima", clock.now() + timedelta(days=1))),
        ("coordinator", Told(ToldVia.PHONE, "Fatima", clock.now())),
        ("link", Told(ToldVia.SIGNED_IN, "", clock.now())),
    ],
)
def test_the_way_of_telling_must_fit_who_records_it(care: CareTown, seat: str, told: Told) -> None:
    referral_id = an_ask(care)
    viewer = {"navigator": care.navigator, "coordinator": care.coordinator, "link": care.by_link(referral_id)}

    with pytest.raises(AnswerComesFromElsewhere):
        accept_referral(viewer[seat], referral_id=referral_id, told=told)

    assert places_left(care) == 3


def test_an_answer_takes_effect_once(care: CareTown) -> None:
    referral_id = a_yes(care)

    with pytest.raises(StatusConflict):
        accept_referral(care.coordinator, referral_id=referral_id, told=signed_in())

    assert places_left(care) == 2
    assert Answer.objects.count() == 1
