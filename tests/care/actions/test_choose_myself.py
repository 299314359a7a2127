"""What is missing at the partner's is not the person's to mend: her wish is kept, and her worker hears of it."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.models import User
from kith.care.actions.choose_myself import choose_myself
from kith.care.actions.choose_partner import choose_partner
from kith.care.queries.my_list import my_list
from kith.care.queries.my_requests import my_requests
from kith.care.terms import NextStep, ReferralStatus
from kith.core.models import Event
from kith.core.viewer import Door, Viewer
from kith.disclosure.models import Disclosure
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.models import PartnerContact
from kith.post.models import OutgoingMessage
from tests.factories.care import CareTown, a_care_town, a_yes, the_referral, work_off

pytestmark = pytest.mark.django_db
SYSTEM = Viewer.system(Door.COMMAND)


@pytest.fixture
def unconfirmed(care: CareTown) -> CareTown:
    PartnerContact.objects.filter(pk=care.town.contact_id).update(confirmed_at=None)
    return care


def test_a_wish_for_a_contact_whom_nobody_confirmed_is_kept_and_nothing_leaves(unconfirmed: CareTown) -> None:
    referral_id = a_yes(unconfirmed)
    told = Disclosure.objects.count()

    choose_myself(unconfirmed.person, referral_id=referral_id)
    choose_myself(unconfirmed.person, referral_id=referral_id)

    kept = the_referral(referral_id)
    assert (kept.status, kept.next_step) == (ReferralStatus.ACCEPTED, NextStep.PREPARE_CONTACT)
    assert Disclosure.objects.count() == told
    assert Event.objects.filter(kind="care.person_chose").count() == 1
    (mine,) = my_requests(unconfirmed.person, person_id=unconfirmed.town.person_id)
    assert mine.sentence.startswith("You chose")
    assert "do not know your name" in mine.sentence


def test_the_worker_has_it_on_the_list_today_and_gets_a_mail_that_says_nothing_private(
    unconfirmed: CareTown,
) -> None:
    referral_id = a_yes(unconfirmed)
    work_off()
    choose_myself(unconfirmed.person, referral_id=referral_id)
    before = set(OutgoingMessage.objects.values_list("pk", flat=True))

    work_off()

    (line,) = my_list(unconfirmed.navigator).mine
    assert (line.step, line.is_today) == (NextStep.PREPARE_CONTACT, True)
    (mail,) = OutgoingMessage.objects.exclude(pk__in=before)
    assert mail.address == User.objects.get(pk=unconfirmed.navigator.user_id).email
    assert (mail.person_id, mail.about_kind) == (None, "user")
    assert not [word for word in ("Zuhal", "Al-Noor", "Company", str(referral_id)) if word in mail.body]


def test_once_the_contact_is_confirmed_the_name_goes_as_she_wished(unconfirmed: CareTown) -> None:
    referral_id = a_yes(unconfirmed)
    choose_myself(unconfirmed.person, referral_id=referral_id)
    confirm_contact(SYSTEM, contact_id=unconfirmed.town.contact_id)

    choose_partner(unconfirmed.navigator, referral_id=referral_id)

    assert the_referral(referral_id).status == ReferralStatus.NAMED


def test_a_contact_without_a_code_does_not_turn_her_away_either() -> None:
    care = a_care_town(has_code=False)
    referral_id = a_yes(care)

    choose_myself(care.person, referral_id=referral_id)

    assert the_referral(referral_id).next_step == NextStep.PREPARE_CONTACT


def test_her_page_takes_the_choice_and_says_what_happens_now(unconfirmed: CareTown) -> None:
    referral_id = a_yes(unconfirmed)
    browser = Client()
    browser.force_login(User.objects.get(pk=unconfirmed.login_id))

    answer = browser.post(reverse("choose_mine", args=[referral_id]), {}, follow=True)

    assert (answer.status_code, answer.redirect_chain) == (200, [(reverse("my_page"), 302)])
    assert "Your worker asks there first who may be told" in answer.content.decode()
