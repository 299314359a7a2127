"""Anybody can ask for a new password of a person with an own page: their rule about mail holds."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kith.accounts.models import User
from kith.core import clock
from kith.core.worker import work_off
from kith.people.actions.link_portal_user import link_portal_user
from kith.post.models import OutgoingMessage
from kith.post.safe_contact import SafeContact
from kith.post.terms import MessageStatus
from kith.web.accounts.mail_to_user import SignInMail, mail_to_user
from tests.factories import accounts as make
from tests.factories.people import a_navigator, amina
from tests.factories.post import MAIL_IN_OFFICE_HOURS, TEXTS_ONLY, TUESDAY_NIGHT, TUESDAY_NOON
from tests.web.accounts import at_the_keyboard as keyboard

pytestmark = pytest.mark.django_db(transaction=True)
EMAIL = "amina@home.example"


def a_person(rule: SafeContact | None, *, email: str = EMAIL) -> UUID:
    """The sign-in of a person who may be reached like this."""
    person_id, user_id = amina(a_navigator(), rule=rule), make.a_user(email)
    link_portal_user(make.SYSTEM, person_id=person_id, user_id=user_id)
    return user_id


def ask_for_a_new_password(moment: datetime, email: str = EMAIL) -> keyboard.HttpResponse:
    with clock.at(moment):
        response = keyboard.send(Client(), reverse("account_reset_password"), email=email)
        work_off()
    return response


@pytest.mark.parametrize(
    ("rule", "moment"),
    [
        (None, TUESDAY_NOON),
        (TEXTS_ONLY, TUESDAY_NOON),
        (replace(MAIL_IN_OFFICE_HOURS, may_mail=False), TUESDAY_NOON),
        (replace(MAIL_IN_OFFICE_HOURS, email="worker@home.example"), TUESDAY_NOON),
        (MAIL_IN_OFFICE_HOURS, TUESDAY_NIGHT),
    ],
)
def test_nobody_can_make_us_write_to_a_person_where_it_is_not_safe(
    rule: SafeContact | None, moment: datetime
) -> None:
    a_person(rule)

    response = ask_for_a_new_password(moment)

    assert response["Location"] == reverse("account_reset_password_done")
    assert not OutgoingMessage.objects.exists()
    assert mail.outbox == []


def test_where_it_is_safe_the_mail_says_nothing_in_its_subject() -> None:
    a_person(MAIL_IN_OFFICE_HOURS)

    ask_for_a_new_password(TUESDAY_NOON)

    assert [(sent.subject, sent.to) for sent in mail.outbox] == [("A message for you", [EMAIL])]
    assert "/account/password/new/" in mail.outbox[0].body


def test_nobody_can_fill_a_persons_mailbox() -> None:
    a_person(MAIL_IN_OFFICE_HOURS)

    for _ in range(3):
        ask_for_a_new_password(TUESDAY_NOON)
    ask_for_a_new_password(TUESDAY_NOON + timedelta(hours=1))

    assert len(mail.outbox) == 2


def test_that_a_password_was_changed_waits_for_the_persons_hours() -> None:
    user_id = a_person(MAIL_IN_OFFICE_HOURS)

    changed = SignInMail(
        user_id=user_id,
        address=EMAIL,
        what="account/email/password_changed",
        subject="Changed",
        body="It was changed.",
    )

    with clock.at(TUESDAY_NIGHT):
        mail_to_user(changed)

    assert OutgoingMessage.objects.get().status == MessageStatus.HELD


def test_a_sign_in_that_is_nobodys_here_gets_no_mail() -> None:
    make.a_user(EMAIL)

    ask_for_a_new_password(TUESDAY_NOON)

    assert User.objects.filter(email=EMAIL).exists()
    assert not OutgoingMessage.objects.exists()
