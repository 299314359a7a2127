"""Somebody without an account says what their organisation would like to agree on."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.viewer import Role, Viewer
from kith.partnerships.models import Agreement, AgreementParty, Clause
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.terms import Standing
from kith.post.models import OutgoingMessage, SinglePurposeLink
from tests.factories.partnerships import a_contact, a_member, a_partner, an_organization, make_host
from tests.factories.proposals import mailed_links, on_the_table, send
from tests.promises.seats import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

OFFER = {
    "purpose": "People who are alone come to our Friday meal.",
    "places": "6",
    "gift": "rooms",
    "gift_amount": "1",
    "answer_days": "3",
    "needs": "Somebody to phone when we worry.",
}


@pytest.fixture
def manager() -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    return a_partner(manager, "Al-Noor Mosque")


def asked(manager: Viewer, mosque: UUID) -> str:
    a_contact(manager, mosque)
    ask = reverse("ask_for_proposal", args=[mosque])
    assert send(browser_of(manager), ask)[0] == 302
    return mailed_links("o")[-1]


def test_a_short_form_puts_words_before_the_host_that_nobody_has_signed(
    manager: Viewer, mosque: UUID
) -> None:
    address = asked(manager, mosque)

    assert "What would you like to agree on with us?" in Client().get(address).content.decode()
    assert Agreement.objects.count() == 0
    assert send(Client(), address, **OFFER)[:2] == (302, "/agreed/proposed/")

    agreement = Agreement.objects.get()
    version = on_the_table(agreement.pk)
    assert (version.written_by_id, version.title) == (
        mosque,
        "What Al-Noor Mosque and Northgate Clinic agree on",
    )
    assert "Somebody to phone when we worry." in version.text
    assert {clause.kind: clause.organization_id for clause in Clause.objects.all()} == {
        "response_promise": mosque,
        "capacity_pledge": mosque,
        "contribution": mosque,
        "data_scope": None,
    }
    assert not AgreementParty.objects.filter(signed_at__isnull=False).exists()
    assert agreement_page(manager, agreement_id=agreement.pk).standing is Standing.WAITS_FOR_US


def test_the_host_hears_of_it_and_the_link_is_used_up(manager: Viewer, mosque: UUID) -> None:
    address = asked(manager, mosque)
    send(Client(), address, **OFFER)
    mailed_links("o")

    mail = OutgoingMessage.objects.get(organization_id=manager.organization_id)
    assert "Al-Noor Mosque offers words for an agreement." in mail.body
    assert Client().get(address).status_code == 410
    assert send(Client(), address, **OFFER)[0] == 410
    assert Agreement.objects.count() == 1


def test_a_purpose_is_enough(manager: Viewer, mosque: UUID) -> None:
    address = asked(manager, mosque)

    assert send(Client(), address, purpose=OFFER["purpose"])[0] == 302
    assert list(Clause.objects.values_list("kind", flat=True)) == ["data_scope"]


@pytest.mark.parametrize(
    "changed", [{"purpose": ""}, {"places": "0"}, {"answer_days": "61"}, {"gift": ""}, {"gift_amount": ""}]
)
def test_what_cannot_be_comes_back_with_what_was_typed(
    manager: Viewer, mosque: UUID, changed: dict[str, str]
) -> None:
    address = asked(manager, mosque)

    status, _onward, page = send(Client(), address, **{**OFFER, **changed})

    assert (status, Agreement.objects.count()) == (422, 0)
    assert "Somebody to phone when we worry." in page
    assert not SinglePurposeLink.objects.filter(used_at__isnull=False).exists()


def test_a_partner_is_asked_once_in_seven_days(manager: Viewer, mosque: UUID) -> None:
    asked(manager, mosque)
    browser, ask = browser_of(manager), reverse("ask_for_proposal", args=[mosque])

    assert send(browser, ask)[0] == 409
    with clock.at(clock.now() + timedelta(days=8)):
        assert send(browser_of(manager), ask)[0] == 302


def test_nobody_to_mail_and_nobody_who_does_not_look_after_it(manager: Viewer, mosque: UUID) -> None:
    ask = reverse("ask_for_proposal", args=[mosque])
    assert send(browser_of(manager), ask)[0] == 422

    a_contact(manager, mosque)
    stranger = a_member(an_organization("Harbour Legal Aid"), Role.PARTNERSHIP_MANAGER)
    assert send(browser_of(stranger), ask)[0] == 404
    assert send(browser_of(a_member(mosque, Role.PARTNERSHIP_MANAGER)), ask)[0] == 403
