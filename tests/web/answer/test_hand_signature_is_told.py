"""Whoever keeps a hand signature for another party: that party is asked whether it is the paper that it signed."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.sign_on_paper import sign_on_paper
from kith.partnerships.models import Agreement, Paper, PaperAnswer
from tests.factories.partnerships import (
    a_contact,
    a_member,
    a_partner,
    an_organization,
    events_of_kind,
    make_host,
    proposed,
    sign,
)
from tests.factories.proposals import mailed_links, on_the_table, send
from tests.partnerships.papers import JPEG, PDF
from tests.promises.seats import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]


@pytest.fixture
def manager() -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    mosque = a_partner(manager, "Al-Noor Mosque")
    a_contact(manager, mosque)
    return mosque


def kept_by(viewer: Viewer, agreement_id: UUID, organization_id: UUID, *, paper: bytes = PDF) -> None:
    """A hand signature of this organisation, which `viewer` takes in."""
    version = on_the_table(agreement_id)
    assert version.offered_at is not None
    sign_on_paper(
        viewer,
        agreement_id=agreement_id,
        organization_id=organization_id,
        seen_digest=version.text_digest,
        paper=paper,
        filename="mou.pdf" if paper is PDF else "mou.jpg",
        signed_on=version.offered_at.date(),
        name="Fatima Noor",
        role_title="Coordinator",
    )


def test_who_is_said_to_have_signed_by_hand_is_asked_by_link(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    sign(agreement_id, manager)

    kept_by(manager, agreement_id, mosque)

    (address,) = mailed_links("p")
    assert "Is this the paper that you signed?" in Client().get(address).content.decode()
    assert Client().get(f"{address}file/").content == PDF
    assert send(Client(), address, answer="paper-wrong", words="We never signed it.")[0] == 302
    assert PaperAnswer.objects.get().paper == Paper.objects.get(organization_id=mosque)
    assert len(events_of_kind("partnerships.paper_doubted")) == 1
    page = browser_of(manager).get(reverse("agreement_page", args=[agreement_id])).content.decode()
    assert "We never signed it." in page


def test_each_is_asked_about_its_own_signature_only(manager: Viewer, mosque: UUID) -> None:
    shelter = a_partner(manager, "Shelter")
    a_contact(manager, shelter, "Ann Hill")
    agreement_id = proposed(manager, mosque, shelter)
    sign(agreement_id, manager)

    kept_by(manager, agreement_id, mosque)
    (address,) = mailed_links("p")
    kept_by(manager, agreement_id, shelter, paper=JPEG)

    assert len(mailed_links("p")) == 1 + 1
    assert Client().get(f"{address}file/").content == PDF
    assert Agreement.objects.get().status == "in_force"


def test_who_keeps_its_own_signature_is_not_asked(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)

    kept_by(a_member(mosque, Role.COORDINATOR), agreement_id, mosque)

    assert mailed_links("p") == []
