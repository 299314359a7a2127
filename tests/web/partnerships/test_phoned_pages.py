"""Told by phone: one page to note it, one mail by whose link the party confirms it."""

import html
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from kith.core import clock
from kith.core.viewer import Role
from kith.partnerships.models import Comment, PhonedNote
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import a_member, a_partner, events_of_kind, sign
from tests.factories.proposals import mailed_links, on_the_table, queue_mails, send
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db


def page_for(town: Town, organization_id: UUID | None = None) -> str:
    return reverse("note_phoned_answer", args=[town.agreement, organization_id or town.mosque])


def call(town: Town, **said: str) -> dict[str, str]:
    """What the form sends of a call half an hour ago."""
    when = localtime(clock.now() - timedelta(minutes=30)).strftime("%Y-%m-%dT%H:%M")
    digest = on_the_table(town.agreement).text_digest
    return {"told_by": "Fatima Noor", "told_at": when, "answer": "not_for_us", "seen_digest": digest, **said}


def note(town: Town, **said: str) -> "tuple[int, str, str]":
    return send(browser_of(town.manager), page_for(town), **call(town, **said))


def test_the_agreement_leads_to_it_for_who_looks_after_the_partner(town: Town) -> None:
    address = reverse("agreement_page", args=[town.agreement])
    coordinator = a_member(town.mosque, Role.COORDINATOR)

    assert page_for(town) in browser_of(town.manager).get(address).content.decode()
    assert page_for(town) not in browser_of(coordinator).get(address).content.decode()


def test_the_page_says_that_a_yes_needs_a_signature(town: Town) -> None:
    page = browser_of(town.manager).get(page_for(town)).content.decode()

    assert "A yes needs a signature" in page
    assert reverse("sign_on_paper", args=[town.agreement, town.mosque]) in page


def test_a_no_is_noted_and_the_partner_is_asked_by_link(town: Town) -> None:
    mailed_links("g")

    status, onward, _page = note(town, words="Too many meetings.")

    assert (status, onward) == (302, reverse("agreement_page", args=[town.agreement]))
    assert Comment.objects.get().text.startswith("Told by phone by Fatima Noor, ")
    address = mailed_links("g")[-1]
    mail = OutgoingMessage.objects.order_by("queued_at", "pk").last()
    assert mail is not None
    assert (mail.subject, mail.organization_id) == ("What you told us on the phone", town.mosque)
    assert "“The agreement is not for us.”" in mail.body
    assert "Too many meetings" not in mail.body
    page = html.unescape(Client().get(address).content.decode())
    assert "Too many meetings." in page
    assert "Is that what you said?" in page


@pytest.mark.parametrize(("answer", "is_right"), [("phone-right", True), ("phone-wrong", False)])
def test_the_named_person_confirms_it_once_and_may_still_sign(
    town: Town, answer: str, is_right: bool
) -> None:
    note(town)
    address = mailed_links("g")[-1]

    status, onward, _page = send(Client(), address, answer=answer)

    row = PhonedNote.objects.get()
    assert (status, onward) == (302, f"/agreed/{answer}/")
    assert (row.is_right, row.contact_id, row.user_id) == (is_right, town.contact, None)
    assert Client().get(onward).status_code == 200
    assert send(Client(), address, answer=answer)[0] == 409
    page = Client().get(address).content.decode()
    assert "Is that what you said?" not in page
    assert "Yes, we sign" in page


def test_looking_at_the_link_confirms_nothing(town: Town) -> None:
    note(town)
    address = mailed_links("g")[-1]

    for _scanner in range(3):
        assert Client().get(address).status_code == 200

    assert PhonedNote.objects.get().answered_at is None


def test_a_doubt_is_told_to_those_who_wrote_the_words(town: Town) -> None:
    note(town)
    send(Client(), mailed_links("g")[-1], answer="phone-wrong")

    queue_mails()

    mails = OutgoingMessage.objects.filter(organization_id=town.clinic)
    assert any("“This is not what we said on the phone.”" in mail.body for mail in mails)


def test_other_words_need_words(town: Town) -> None:
    status, _onward, page = note(town, answer="other_words")

    assert status == 422
    assert "Please write what they would like." in page
    assert note(town, answer="other_words", words="Five days.")[0] == 302
    (event,) = events_of_kind("partnerships.other_words_asked")
    assert (event.payload["by_phone"], event.payload["is_counter"]) == (True, False)


@pytest.mark.parametrize("hours", [1, -24 * 100])
def test_a_call_is_over_and_not_long_ago(town: Town, hours: int) -> None:
    when = localtime(clock.now() + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    status, _onward, page = note(town, told_at=when)

    assert status == 422
    assert "in the last 90 days" in page
    assert not Comment.objects.exists()


def test_other_words_meanwhile_come_back_with_what_was_typed(town: Town) -> None:
    status, _onward, page = note(town, answer="other_words", words="Five days.", seen_digest="0" * 64)

    assert status == 409
    assert "Five days." in page
    assert "Please read them first" in page


def test_members_of_the_party_confirm_on_the_page_of_what_was_said(town: Town) -> None:
    coordinator = browser_of(a_member(town.mosque, Role.COORDINATOR))
    note(town)
    talk = reverse("say_about_agreement", args=[town.agreement])

    assert "Yes, we said that" in coordinator.get(talk).content.decode()
    assert "Yes, we said that" not in browser_of(town.manager).get(talk).content.decode()
    answer = send(coordinator, reverse("confirm_phoned_answer", args=[town.agreement]), answer="right")

    assert answer[:2] == (302, talk)
    assert PhonedNote.objects.get().is_right is True
    assert "by phone, confirmed by them" in coordinator.get(talk).content.decode()


@pytest.mark.parametrize("role", [Role.NAVIGATOR, Role.COORDINATOR, Role.ADMIN])
def test_it_is_no_page_of_other_roles(town: Town, role: Role) -> None:
    browser = browser_of(a_member(town.clinic, role))

    assert browser.get(page_for(town)).status_code == 404


def test_a_stranger_a_signer_and_ourselves_are_not_noted(town: Town) -> None:
    browser = browser_of(town.manager)
    stranger = a_partner(town.manager, "Harbour House")

    assert browser.get(page_for(town, stranger)).status_code == 404
    assert browser.get(page_for(town, town.clinic)).status_code == 403
    sign(town.agreement, a_member(town.mosque, Role.COORDINATOR))
    assert browser.get(page_for(town)).status_code == 409
