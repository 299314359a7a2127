"""Promise 2: nobody she has not chosen.

An ask to an excluded partner that was drafted before: tests/care/actions/test_ask_partner.py. That a partner's
bytes after an exclusion are those after a stop: tests/disclosure/test_promise_kept_back_stays_unseen.py; that its
pages and mails are too: test_02_an_exclusion_looks_like_a_stop.py. That no shared mailbox becomes a contact:
tests/partnerships/actions/test_contacts.py. That names go to the contact whom the person named and to nobody
else: tests/disclosure/test_promise_ask_first_name_later.py. Here: an excluded partner is not even drafted, nobody
is asked by itself, and a name has no way to a shared address.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client

from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.listeners.remind_partners import ask_what_happened_once, draft_when_late, remind_partners
from kith.care.models import Referral
from kith.care.queries.services_for_need import services_for_need
from kith.care.terms import NextStep, NotNowReason, ReferralStatus
from kith.care.told import NotNow
from kith.consent.models import ConsentGrant
from kith.consent.queries.exclusions_of import exclusions_of
from kith.core import clock
from kith.core.ids import uuid7
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.errors import SharingForbidden
from kith.disclosure.models import Disclosure
from kith.partnerships.actions.add_contact import SHARED
from kith.partnerships.models import PartnerContact
from kith.post.models import OutgoingMessage
from tests.factories.care import (
    CareTown,
    a_care_town,
    a_name_told,
    a_service,
    a_yes,
    an_ask,
    link,
    the_referral,
    work_off,
)
from tests.factories.partnerships import SYSTEM, a_contact, a_partner, in_force
from tests.promises.seats import browser_of, by_link, everybody_at, mails, on_every_page

pytestmark = pytest.mark.django_db
NOT_FOR_US = NotNow(NotNowReason.NOT_FOR_US, None)


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


def another_partner(care: CareTown, name: str) -> tuple[UUID, UUID]:
    """A partner with the same kind of service and an agreement. Returns organisation and service."""
    organization_id = a_partner(care.town.manager, name)
    a_contact(care.town.manager, organization_id, "Rosa Almeida")
    in_force(care.town.manager, organization_id)
    return organization_id, a_service(organization_id, "Walking and tea", places=None)


def excluded(care: CareTown, organization_id: UUID) -> None:
    exclude_from_sharing(
        care.person, person_id=care.town.person_id, organization_id=organization_id, contact_id=None, words=""
    )


def declined(care: CareTown, referral_id: UUID) -> None:
    decline_referral(care.by_link(referral_id), referral_id=referral_id, not_now=NOT_FOR_US, told=link())
    work_off()


def test_an_excluded_partner_cannot_be_drafted_and_the_list_says_why(care: CareTown) -> None:
    organization_id, service_id = another_partner(care, "St Brigid's")
    excluded(care, organization_id)

    lines = services_for_need(care.navigator, need_id=care.need_id, words="walk").lines
    with pytest.raises(SharingForbidden):
        draft_referral(care.navigator, need_id=care.need_id, service_id=service_id)

    assert {line.organization_id: line.can_ask for line in lines} == {
        care.town.recipient_id: True,
        organization_id: False,
    }
    assert not Referral.objects.exists()


def test_a_page_used_again_after_back_excludes_and_includes_again(care: CareTown) -> None:
    worker, key = browser_of(care.navigator), uuid7()
    place, said = f"/people/{care.town.person_id}", {"who": str(care.town.recipient_id)}

    def is_excluded() -> bool:
        return bool(exclusions_of(care.navigator, person_id=care.town.person_id))

    seen = []
    for _ in range(2):
        worker.post(f"{place}/exclude/", {"key": key, **said})
        seen.append(is_excluded())
        [line] = exclusions_of(care.navigator, person_id=care.town.person_id)
        worker.post(f"{place}/include/", {"key": key, "exclusion_id": str(line.id)})
        seen.append(is_excluded())

    assert seen == [True, False, True, False]


def test_after_a_no_an_excluded_partner_is_passed_over(care: CareTown) -> None:
    excluded(care, another_partner(care, "A Family Friend")[0])
    other_id, _service_id = another_partner(care, "St Brigid's")
    referral_id = an_ask(care)

    declined(care, referral_id)

    drafts = Referral.objects.filter(reroute_of_id=referral_id)
    assert list(drafts.values_list("receiver_id", flat=True)) == [other_id]


def test_where_only_an_excluded_partner_is_left_nothing_is_drafted(care: CareTown) -> None:
    excluded(care, another_partner(care, "A Family Friend")[0])
    referral_id = an_ask(care)

    declined(care, referral_id)

    assert not Referral.objects.filter(reroute_of_id=referral_id).exists()


def test_an_excluded_partner_that_was_never_asked_knows_nothing_and_gets_nothing(care: CareTown) -> None:
    organization_id, _service_id = another_partner(care, "A Family Friend")
    excluded(care, organization_id)
    a_name_told(care)
    work_off()

    seen = "\n".join(on_every_page(everybody_at(organization_id)))

    assert not OutgoingMessage.objects.filter(organization_id=organization_id).exists()
    assert not Disclosure.objects.filter(recipient_id=organization_id).exists()
    assert all(str(pk) not in seen for pk in Referral.objects.values_list("pk", flat=True))
    assert "Amina" not in seen


@pytest.mark.parametrize("why", ["a no", "silence"])
def test_nobody_is_asked_by_itself(care: CareTown, why: str) -> None:
    organization_id, _service_id = another_partner(care, "St Brigid's")
    referral = the_referral(an_ask(care))
    work_off()
    told, yeses = Disclosure.objects.count(), ConsentGrant.objects.count()

    if why == "a no":
        declined(care, referral.pk)
    for days in (5, 30, 59):
        with clock.at(clock.now() + timedelta(days=days)):
            for job in (remind_partners, draft_when_late, ask_what_happened_once):
                job(SYSTEM)
            work_off()

    [draft] = Referral.objects.exclude(pk=referral.pk)
    assert (draft.receiver_id, draft.status) == (organization_id, ReferralStatus.DRAFT)
    assert (draft.asked_at, draft.consent_id, draft.next_step) == (None, None, NextStep.READ_AND_ASK)
    assert (Disclosure.objects.count(), ConsentGrant.objects.count()) == (told, yeses)
    assert not OutgoingMessage.objects.filter(organization_id=organization_id).exists()


def test_a_contact_without_a_mail_address_is_phoned_and_no_other_address_is_tried(care: CareTown) -> None:
    PartnerContact.objects.filter(pk=care.town.contact_id).update(email="")
    referral_id = a_name_told(care)

    work_off()

    assert mail.outbox == []
    assert the_referral(referral_id).next_step == NextStep.PHONE_THEM


def test_no_name_is_in_any_mail_and_every_mail_goes_to_the_named_contact(care: CareTown) -> None:
    choose_partner(care.navigator, referral_id=a_yes(care))
    work_off()

    assert mail.outbox
    assert {address for one in mail.outbox for address in one.recipients()} == {"fatima.noor@al-noor.example"}
    assert not {one.partition("@")[0] for message in mail.outbox for one in message.recipients()} & SHARED
    assert "Amina" not in mails()


def test_the_link_alone_opens_no_name(care: CareTown) -> None:
    """Whoever reads the contact's mail does not have the contact's code."""
    referral_id = a_name_told(care)
    work_off()
    [address] = [word for word in mails().split() if "/n/" in word]

    page = Client().get(address.removeprefix("http://localhost:8000"))

    assert page.status_code == 200
    assert b"Amina" not in page.content
    assert any("Amina" in text for text in by_link(care, [referral_id]))
