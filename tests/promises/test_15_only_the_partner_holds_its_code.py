"""Nobody who looks after a partner for others becomes that partner (promises 1, 2, 15)."""

import re

import pytest
from django.core import mail
from django.test import Client

from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.models import PartnerContact
from kith.post.terms import LinkPurpose
from tests.factories.care import CODE, CareTown, a_care_town, a_name_told, an_ask, status_of, work_off
from tests.factories.disclosure import NAME, PHONE
from tests.promises.seats import browser_of, link_to, press
from tests.web.shown_again import shown_again

pytestmark = pytest.mark.django_db
EVIL = "pm.private@evil.example"


@pytest.fixture
def care(cache_table: None) -> CareTown:
    return a_care_town()


def link_in_last_mail(to: str, place: str) -> str:
    last = [one for one in mail.outbox if one.to == [to] and f"/{place}/" in str(one.body)][-1]
    found = re.search(rf"/{place}/[A-Za-z0-9_-]{{43}}/", str(last.body))
    assert found is not None
    return found[0]


def replaced_by_the_manager(care: CareTown) -> Client:
    """The host's manager ends the partner's contact and puts a mailbox of their own in its place."""
    manager = shown_again(browser_of(care.town.manager))
    press(manager, f"/partners/people/{care.town.contact_id}/end/")
    press(
        manager,
        f"/partners/{care.town.recipient_id}/people/",
        name="Fatima Noor",
        role_title="Volunteer",
        email=EVIL,
        language="en",
    )
    work_off()
    return manager


def test_a_manager_who_puts_a_mailbox_of_their_own_there_gets_no_name(care: CareTown) -> None:
    manager = replaced_by_the_manager(care)
    new = PartnerContact.objects.get(is_active=True)
    told = [one.to for one in mail.outbox]

    by_manager = press(manager, f"/partners/people/{new.pk}/code/", code="evil-code-1", again="evil-code-1")
    press(Client(), link_in_last_mail(EVIL, "c"), code="evil-code-1", again="evil-code-1")
    referral_id = an_ask(care)
    asking = browser_of(care.navigator).get(f"/referrals/{referral_id}/").content.decode()
    work_off()
    press(Client(), link_in_last_mail(EVIL, "a"), answer="yes")
    person = press(browser_of(care.person), f"/me/requests/{referral_id}/choose/")
    worker = press(browser_of(care.navigator), f"/referrals/{referral_id}/choose/")
    work_off()

    assert by_manager.status_code == 403
    assert ["fatima.noor@al-noor.example"] in told
    assert worker.status_code == 409
    assert person["Location"].endswith("/me/")  # her wish is kept, and nobody is told
    assert status_of(referral_id) == "accepted"
    assert "The contact there changed" in asking
    assert not any(
        "/n/" in str(one.body) or NAME in str(one.body) or PHONE in str(one.body) for one in mail.outbox
    )


@pytest.mark.parametrize("purpose", [LinkPurpose.ANSWER_ASK, LinkPurpose.SEE_NAME])
def test_the_links_of_an_ended_contact_open_nothing(care: CareTown, purpose: LinkPurpose) -> None:
    referral_id = an_ask(care) if purpose is LinkPurpose.ANSWER_ASK else a_name_told(care)
    before = link_to(care, referral_id, purpose)

    end_contact(care.town.manager, contact_id=care.town.contact_id)
    after = link_to(care, referral_id, purpose)

    for address in (before, after):
        assert Client().get(address).status_code in {404, 410}
        assert press(Client(), address, answer="not_for_us", code=CODE).status_code in {404, 410}
    assert status_of(referral_id) in {"asked", "named"}


def test_after_the_worker_asked_there_the_name_goes(care: CareTown) -> None:
    replaced_by_the_manager(care)
    new = PartnerContact.objects.get(is_active=True)
    press(Client(), link_in_last_mail(EVIL, "c"), code="northgate-2", again="northgate-2")
    referral_id = an_ask(care)
    work_off()
    press(Client(), link_in_last_mail(EVIL, "a"), answer="yes")

    confirm_contact(care.navigator, contact_id=new.pk)

    assert press(browser_of(care.person), f"/me/requests/{referral_id}/choose/").status_code == 302
