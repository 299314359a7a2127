"""A listing in the reader's language, with honest words on who wrote it; and the page on which it is written."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.directory.actions.translate_listing import translate_listing
from kith.directory.text_origins import TextOrigin
from tests.factories.directory import SYSTEM, a_service, an_organization
from tests.web.people_at_the_door import a_site, browser_of_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cache_table")]
ARABIC = {"name": "مقهى الاستماع", "description": "تعال واجلس معنا."}


@pytest.fixture
def own() -> UUID:
    a_site(an_organization("Northgate Together"))
    return an_organization("Harbour House")


def read(service_id: UUID, prefix: str = "") -> str:
    return Client().get(f"{prefix}/services/{service_id}/").content.decode()


def test_a_keeper_writes_it_and_a_reader_of_that_language_reads_it(own: UUID) -> None:
    service_id = a_service("Listening café", organization_id=own, description="Come and sit.")
    coordinator = browser_of_member(Role.COORDINATOR, organization_id=own)
    chosen = coordinator.get(reverse("choose_language", args=[service_id]), {"language": "ar"})

    saved = coordinator.post(chosen["Location"], ARABIC | {"origin": "person"})

    assert saved.status_code == 302
    assert ARABIC["name"] in read(service_id, "/ar")
    assert ARABIC["description"] in read(service_id, "/ar")
    assert ARABIC["name"] not in read(service_id)
    assert "Come and sit." in read(service_id, "/ar")


def test_words_of_a_computer_say_so(own: UUID) -> None:
    service_id = a_service("Listening café", organization_id=own, description="Come and sit.")
    translate_listing(SYSTEM, service_id=service_id, language="ar", words=ARABIC, origin=TextOrigin.MACHINE)

    page = read(service_id, "/ar")

    assert "حاسوب" in page
    assert "قد تكون فيها أخطاء" in page


def test_a_listing_nobody_translated_says_nothing_of_it(own: UUID) -> None:
    assert "notice noprint" not in read(a_service(organization_id=own), "/ar")


def test_a_language_that_is_none_and_words_that_are_too_long_are_told(own: UUID) -> None:
    service_id = a_service("Listening café", organization_id=own)
    coordinator = browser_of_member(Role.COORDINATOR, organization_id=own)

    nonsense = coordinator.get(reverse("choose_language", args=[service_id]), {"language": "zz-zz-zz"})
    unknown = coordinator.get(reverse("translate_service", args=[service_id, "so so"]))
    long = coordinator.post(
        reverse("translate_service", args=[service_id, "so"]), {"name": "x" * 301, "origin": "person"}
    )

    assert nonsense.status_code == 422
    assert unknown.status_code == 404
    assert long.status_code == 422
    assert "x" * 301 in long.content.decode()


def test_nobody_else_reaches_the_pages(own: UUID) -> None:
    service_id = a_service("Listening café", organization_id=own)
    stranger = browser_of_member(Role.COORDINATOR, organization_id=an_organization("Others"))

    assert stranger.get(reverse("choose_language", args=[service_id])).status_code in {403, 404}
    assert stranger.get(reverse("translate_service", args=[service_id, "ar"])).status_code in {403, 404}
