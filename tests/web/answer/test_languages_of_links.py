"""Pages and mails of links about agreements speak every language; what is signed stays in its own."""

import html
import re
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role, Viewer
from kith.partnerships.models import Comment, PartnerContact, Version
from kith.post.models import OutgoingMessage
from tests.factories.partnerships import a_contact, a_member, a_partner, an_organization, make_host, proposed
from tests.factories.proposals import mailed_links, on_the_table, send
from tests.promises.seats import browser_of
from tests.web.answer.test_paper_pages import adopted
from tests.web.public_words import catalogue
from tests.web.test_public_languages import PARTIAL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]

NOT_REVIEWED = "This translation was not yet reviewed by a named person."
DAYS = "Answers each request within %(days)d of its own working days."


@pytest.fixture
def manager() -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture(params=PARTIAL)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def mosque(manager: Viewer, language: str) -> UUID:
    """A partner whose named person reads this language."""
    mosque = a_partner(manager, "Al-Noor Mosque")
    a_contact(manager, mosque)
    PartnerContact.objects.update(language=language)
    return mosque


def said(words: str, language: str) -> str:
    found = catalogue(language).get(words)
    assert found is not None
    return str(found.string if isinstance(found.string, str) else found.string[1])


def read(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_a_proposal_is_read_in_ones_own_language_and_signed_in_its(
    manager: Viewer, mosque: UUID, language: str
) -> None:
    agreement_id = proposed(manager, mosque, promises={mosque: 3})
    (address,) = mailed_links("g")
    mail = OutgoingMessage.objects.get(about_id=agreement_id, organization_id=mosque)

    page = read(address)

    assert address.startswith(f"/{language}/g/")
    assert said("Or reply to us by phone. That is just as good.", language) in mail.body
    assert f'<html lang="{language}" dir="ltr">' in page
    around, _, signed = page.partition('<div lang="en"')
    assert said("Will you agree to this?", language) in around
    assert said(DAYS, language) % {"days": 3} in around
    assert "Answers each request within 3 of its own working days." not in around
    assert "Answers each request within 3 of its own working days." in signed
    assert (
        said("These are the words that are signed. They stand in another language than this page.", language)
        in around
    )
    assert said(NOT_REVIEWED, language) in page


def test_no_english_is_left_around_the_words(manager: Viewer, mosque: UUID, language: str) -> None:
    proposed(manager, mosque, promises={mosque: 3})
    (address,) = mailed_links("g")

    around = re.sub(r'(?s)<div lang="en".*?</div>', "", read(address))

    for english in (
        "Your answer",
        "First day",
        "What may be told",
        "Takes requests",
        "Not for us",
        "Besides",
    ):
        assert not re.search(rf">\s*{english}", around), english


def test_words_that_came_meanwhile_are_told_in_it(manager: Viewer, mosque: UUID, language: str) -> None:
    proposed(manager, mosque)
    (address,) = mailed_links("g")

    status, _onward, page = send(
        Client(), address, answer="sign", name="A", role_title="B", agreed="on", seen_digest="0" * 64
    )

    stale = "Somebody has offered other words since you opened this page. Please read them first."
    assert status == 409
    assert said(stale, language) in html.unescape(page)


def test_a_no_stands_beside_the_words_in_their_language(manager: Viewer, mosque: UUID) -> None:
    proposed(manager, mosque)
    (address,) = mailed_links("g")

    send(Client(), address, answer="not-for-us", words="")

    assert Comment.objects.get().text == "This is not for us."


def test_a_wish_for_a_call_stands_there_too(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    (address,) = mailed_links("g")
    Version.objects.filter(pk=on_the_table(agreement_id).pk).update(language="es")

    send(Client(), address, answer="phone-me")

    assert Comment.objects.get().text == said("Please phone us about this.", "es")


def test_what_a_partner_offers_is_written_in_the_language_of_its_page(
    manager: Viewer, mosque: UUID, language: str
) -> None:
    assert send(browser_of(manager), reverse("ask_for_proposal", args=[mosque]))[0] == 302
    (address,) = mailed_links("o")

    assert said("What would you like to agree on with us?", language) in read(address)
    status, onward, _page = send(Client(), address, purpose="Friday meals.", answer_days="3")

    version = Version.objects.get()
    assert (status, onward) == (302, f"/{language}/agreed/proposed/")
    assert (version.language, version.state) == (language, "offered")
    assert said(DAYS, language) % {"days": 3} in version.text
    assert said("What is agreed", language) in version.text
    assert said("You can close this page.", language) in read(onward)


def test_a_paper_is_confirmed_in_ones_own_language(manager: Viewer, mosque: UUID, language: str) -> None:
    adopted(manager, mosque)
    (address,) = mailed_links("p")

    page = read(address)

    assert address.startswith(f"/{language}/p/")
    assert said("Yes, this is the paper", language) in page
    assert said("Look at the paper", language) in page


def test_every_language_is_offered_on_the_page(manager: Viewer, mosque: UUID) -> None:
    proposed(manager, mosque)
    (address,) = mailed_links("g")

    page = read(re.sub(r"^/\w\w/", "/", address))

    assert all(f'value="{code}"' in page for code in ("ar", *PARTIAL))
