"""While signed words go on binding, the amendment on the table is what is signed, by hand or by link."""

import html
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.viewer import Role
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.models import AgreementParty, Paper, Version
from tests.factories.partnerships import a_member, sign
from tests.factories.proposals import SIGNED, mailed_links, on_the_table, send
from tests.partnerships.papers import PDF
from tests.web.answer.test_paper_pages import adopted
from tests.web.partnerships.conftest import Town, browser_of
from tests.web.partnerships.test_negotiation_pages import offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def amended(town: Town) -> int:
    """The number of words that the clinic offers in place of those that both have signed."""
    sign(town.agreement, town.manager, a_member(town.mosque, Role.COORDINATOR))
    return offer(town.manager, town.agreement, days=9)


def scan_page(town: Town, organization_id: UUID) -> str:
    return reverse("sign_on_paper", args=[town.agreement, organization_id])


def scanned(town: Town) -> dict[str, object]:
    return {
        "name": "Imam Idris",
        "role_title": "Imam",
        "signed_on": clock.now().date().isoformat(),
        "seen_digest": on_the_table(town.agreement).text_digest,
        "paper": SimpleUploadedFile("page.pdf", PDF),
    }


def states(town: Town) -> list[str]:
    return [one.state for one in Version.objects.filter(agreement_id=town.agreement).order_by("number")]


@pytest.mark.usefixtures("amended")
def test_a_signature_on_paper_is_under_the_words_on_the_table(town: Town) -> None:
    browser = browser_of(town.manager)
    digest = on_the_table(town.agreement).text_digest

    page = browser.get(scan_page(town, town.mosque))
    answer = send(browser, scan_page(town, town.mosque), **scanned(town))

    assert (page.status_code, answer[0]) == (200, 302)
    assert digest[:16] in page.content.decode()
    assert Paper.objects.get().version.text_digest == digest
    assert states(town) == ["signed", "offered"]


@pytest.mark.usefixtures("amended")
def test_the_last_paper_replaces_the_signed_words(town: Town) -> None:
    sign(town.agreement, town.manager)

    send(browser_of(town.manager), scan_page(town, town.mosque), **scanned(town))

    assert states(town) == ["replaced", "signed"]


def test_the_page_of_the_amendment_leads_to_it_and_that_of_the_signed_words_does_not(
    town: Town, amended: int
) -> None:
    browser = browser_of(town.manager)
    front = browser.get(reverse("agreement_page", args=[town.agreement])).content.decode()
    table = browser.get(reverse("agreement_version", args=[town.agreement, amended])).content.decode()

    for organization_id in (town.mosque, town.clinic):
        assert scan_page(town, organization_id) in table
        assert scan_page(town, organization_id) not in front


def test_nothing_waits_where_nothing_is_on_the_table(town: Town) -> None:
    sign(town.agreement, town.manager, a_member(town.mosque, Role.COORDINATOR))

    assert browser_of(town.manager).get(scan_page(town, town.mosque)).status_code == 409


@pytest.mark.usefixtures("amended")
def test_nothing_waits_once_it_has_ended(town: Town) -> None:
    end_agreement(town.manager, agreement_id=town.agreement)

    assert browser_of(town.manager).get(scan_page(town, town.mosque)).status_code == 409


def test_by_link_the_amendment_is_read_and_signed(town: Town, amended: int) -> None:
    address = mailed_links("g")[-1]
    version = on_the_table(town.agreement)

    page = html.unescape(Client().get(address).content.decode())
    answer = send(Client(), address, **SIGNED, seen_digest=version.text_digest)

    assert "within 9 of its own working days" in page
    assert "Yes, we sign" in page
    assert answer[:2] == (302, "/agreed/sign/")
    side = AgreementParty.objects.get(version_id=version.pk, organization_id=town.mosque)
    assert (version.number, side.signed_how) == (amended, "by_link")


@pytest.mark.usefixtures("amended")
def test_by_phone_the_amendment_is_answered(town: Town) -> None:
    page = browser_of(town.manager).get(reverse("note_phoned_answer", args=[town.agreement, town.mosque]))

    assert on_the_table(town.agreement).text_digest in page.content.decode()


def test_a_paper_is_looked_at_beside_the_words_that_it_bears(town: Town) -> None:
    agreement = adopted(town.manager, town.mosque, **{f"days_{town.mosque.hex}": 2})
    address = mailed_links("p")[-1]
    number = offer(town.manager, agreement.pk, days=9)

    page = html.unescape(Client().get(address).content.decode())
    answer = send(Client(), address, answer="paper-right")

    assert number == Paper.objects.get().version.number + 1
    assert "within 2 of its own working days" in page
    assert "within 9 of its own working days" not in page
    assert answer[:2] == (302, "/agreed/paper-right/")
