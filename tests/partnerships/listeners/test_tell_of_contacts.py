"""A partner hears of each change of whom we ask and tell there."""

from uuid import UUID

import pytest
from django.test import Client

from kith.core.listening import recorded
from kith.core.viewer import Viewer
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.listeners.tell_of_contacts import tell_of_contacts
from kith.partnerships.models import PartnerContact
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import SYSTEM, a_contact, events_of_kind
from tests.promises.seats import press

pytestmark = pytest.mark.django_db

FATIMA, IDRIS = "fatima.noor@al-noor.example", "idris.ali@al-noor.example"


def told(kind: str) -> dict[str, str]:
    """Who is written to because of the last event of this kind, and what."""
    before = set(OutgoingMessage.objects.values_list("pk", flat=True))
    for _ in range(2):
        tell_of_contacts(SYSTEM, recorded(events_of_kind(kind)[-1]))
    return {one.address: one.body for one in OutgoingMessage.objects.exclude(pk__in=before)}


def test_a_new_contact_is_told_to_the_others_and_gets_a_link_to_choose_a_code(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    a_contact(manager, mosque)
    a_contact(manager, mosque, "Idris Ali")

    mails = told("partnerships.contact_added")

    assert len(mails) == 3
    assert "/c/" in mails[IDRIS]
    assert "Idris Ali" in mails[FATIMA]
    assert all("/c/" not in body for address, body in mails.items() if address != IDRIS)


def test_an_ended_contact_and_the_others_are_told(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    contact_id = a_contact(manager, mosque)
    a_contact(manager, mosque, "Idris Ali")

    end_contact(manager, contact_id=contact_id)
    mails = told("partnerships.contact_ended")

    assert len(mails) == 3
    assert "We no longer ask you" in mails[FATIMA]
    assert "Fatima Noor" in mails[IDRIS]


def test_the_link_sets_the_code_once(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    a_contact(manager, mosque)
    address = "/c/" + told("partnerships.contact_added")[FATIMA].split("/c/")[1].split()[0]
    phone = Client()

    unlike = press(phone, address, code="seven figs", again="seven fig")
    short = press(phone, address, code="111111", again="111111")
    right = press(phone, address, code="seven figs", again="seven figs")
    again = press(Client(), address, code="evil code", again="evil code")

    assert (unlike.status_code, short.status_code, right.status_code) == (422, 422, 200)
    assert again.status_code in {409, 410}
    assert PartnerContact.objects.get().code_hash


def test_the_link_of_an_ended_contact_opens_nothing(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    contact_id = a_contact(manager, mosque)
    address = "/c/" + told("partnerships.contact_added")[FATIMA].split("/c/")[1].split()[0]

    end_contact(manager, contact_id=contact_id)

    assert Client().get(address).status_code in {404, 410}
