"""A paper is taken in with few fields; the other side says by link whether it is the one that it signed."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role, Viewer
from kith.partnerships.models import Agreement, AgreementParty, Clause, Paper, PaperAnswer
from kith.post.models import OutgoingMessage
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
from tests.partnerships.papers import PDF
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


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("mou.pdf", PDF)


def adopted(manager: Viewer, mosque: UUID, **more: object) -> Agreement:
    """Taken in with what has to be said, and no more."""
    assert manager.organization_id is not None
    said = {
        "paper": a_file(),
        "signed_on": "2025-03-01",
        "title": "Our MOU of 2025",
        f"role_{manager.organization_id.hex}": "lead",
        f"role_{mosque.hex}": "receiver",
    }
    answer = browser_of(manager).post(reverse("adopt_paper_agreement"), {**said, **more})
    assert answer.status_code == 302, answer.content.decode()
    return Agreement.objects.latest("drafted_at")


def page_of(viewer: Viewer, agreement_id: UUID) -> str:
    return browser_of(viewer).get(reverse("agreement_page", args=[agreement_id])).content.decode()


def test_file_day_title_and_who_signed_are_enough(manager: Viewer, mosque: UUID) -> None:
    agreement = adopted(manager, mosque)

    version = Paper.objects.get().version
    assert (agreement.status, str(version.starts_on)) == ("in_force", "2025-03-01")
    assert version.purpose == "As the paper says."


def test_up_to_five_things_that_it_says_are_kept_as_clauses(manager: Viewer, mosque: UUID) -> None:
    adopted(
        manager,
        mosque,
        **{f"days_{mosque.hex}": 2},
        scope=["need", "language"],
        places=4,
        places_per="week",
        places_by=str(mosque),
        meet_weeks=6,
        review_months=12,
    )

    kinds = set(Clause.objects.values_list("kind", flat=True))
    assert kinds == {
        "response_promise",
        "data_scope",
        "capacity_pledge",
        "meeting_cadence",
        "review_cycle",
    }


def test_places_that_nobody_keeps_come_back(manager: Viewer, mosque: UUID) -> None:
    assert manager.organization_id is not None
    answer = browser_of(manager).post(
        reverse("adopt_paper_agreement"),
        {"paper": a_file(), "signed_on": "2025-03-01", "title": "Our MOU", "places": 3},
    )

    assert answer.status_code == 422
    assert "Please say who keeps the places." in answer.content.decode()
    assert Agreement.objects.count() == 0


def test_the_other_side_says_once_by_link_that_it_is_the_paper(manager: Viewer, mosque: UUID) -> None:
    agreement = adopted(manager, mosque)
    (address,) = mailed_links("p")

    page = Client().get(address).content.decode()
    assert "Is this the paper that you signed?" in page
    assert "Our MOU of 2025" in page
    assert PaperAnswer.objects.count() == 0
    file = Client().get(f"{address}file/")
    assert (file["Content-Type"], b"".join([file.content])) == ("application/pdf", PDF)

    assert send(Client(), address, answer="paper-right")[:2] == (302, "/agreed/paper-right/")
    assert Client().get(address).status_code == 410
    assert Client().get(f"{address}file/").status_code == 410
    assert len(events_of_kind("partnerships.paper_confirmed")) == 1
    seen = page_of(manager, agreement.pk)
    assert "Confirmed by <bdi>Fatima Noor</bdi>, <bdi>Al-Noor Mosque</bdi>" in seen
    assert Agreement.objects.get().status == "in_force"


def test_a_doubt_needs_words_changes_nothing_and_is_told(manager: Viewer, mosque: UUID) -> None:
    agreement = adopted(manager, mosque)
    (address,) = mailed_links("p")

    assert send(Client(), address, answer="paper-wrong")[0] == 422
    assert send(Client(), address, answer="perhaps")[0] == 422
    assert send(Client(), address, answer="paper-wrong", words="It was for one year.")[0] == 302
    mailed_links("p")

    assert "It was for one year." in page_of(manager, agreement.pk)
    assert Agreement.objects.get().status == "in_force"
    mail = OutgoingMessage.objects.get(organization_id=manager.organization_id)
    assert "Al-Noor Mosque: “Something is wrong with the paper.”" in mail.body


def test_a_party_with_a_login_says_it_on_the_agreement_once(manager: Viewer, mosque: UUID) -> None:
    agreement = adopted(manager, mosque)
    coordinator = browser_of(a_member(mosque, Role.COORDINATOR))
    address = reverse("answer_paper", args=[agreement.pk])

    assert coordinator.get(address).status_code == 200
    assert send(coordinator, address, answer="right")[0] == 302
    assert send(coordinator, address, answer="right")[0] == 409
    assert send(browser_of(manager), address, answer="right")[0] == 403
    assert PaperAnswer.objects.get().organization_id == mosque


def test_the_proposer_adds_the_hand_signature_of_who_it_looks_after(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    sign(agreement_id, manager)
    version = on_the_table(agreement_id)
    address = reverse("sign_on_paper", args=[agreement_id, mosque])
    said = {"name": "Fatima Noor", "role_title": "Coordinator", "seen_digest": version.text_digest}
    signed_on = version.offered_at.date().isoformat() if version.offered_at else ""

    browser = browser_of(manager)
    assert browser.get(address).status_code == 200
    status = send(browser, address, paper=a_file(), signed_on=signed_on, **said)[0]

    side = AgreementParty.objects.get(version=version, organization_id=mosque)
    assert (status, side.signed_how, side.signer_name) == (302, "on_paper", "Fatima Noor")
    assert Agreement.objects.get().status == "in_force"
    assert Paper.objects.get().organization_id == mosque
    assert "<bdi>Al-Noor Mosque</bdi></strong>" in page_of(manager, agreement_id)
    assert len(events_of_kind("partnerships.party_signed_on_paper")) == 1
    assert send(browser, address, paper=a_file(), signed_on=signed_on, **said)[0] == 409


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"signed_on": "2020-01-01"}, 422),
        ({"signed_on": "2999-01-01"}, 422),
        ({"name": ""}, 422),
        ({"seen_digest": "0" * 64}, 409),
    ],
)
def test_a_hand_signature_that_cannot_be_is_not_kept(
    manager: Viewer, mosque: UUID, changed: dict[str, str], status: int
) -> None:
    agreement_id = proposed(manager, mosque)
    version = on_the_table(agreement_id)
    assert version.offered_at is not None
    said = {
        "name": "Fatima Noor",
        "role_title": "Coordinator",
        "seen_digest": version.text_digest,
        "signed_on": version.offered_at.date().isoformat(),
        **changed,
    }
    address = reverse("sign_on_paper", args=[agreement_id, mosque])

    assert send(browser_of(manager), address, paper=a_file(), **said)[0] == status
    assert Paper.objects.count() == 0


def test_nobody_adds_the_hand_signature_of_who_they_do_not_look_after(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    own = browser_of(a_member(mosque, Role.PARTNERSHIP_MANAGER))
    assert manager.organization_id is not None
    address = reverse("sign_on_paper", args=[agreement_id, manager.organization_id])
    version = on_the_table(agreement_id)
    assert version.offered_at is not None
    said = {"name": "Jo", "role_title": "Head", "seen_digest": version.text_digest}

    status = send(own, address, paper=a_file(), signed_on=version.offered_at.date().isoformat(), **said)[0]

    assert status == 403
