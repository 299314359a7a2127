"""The frame of the kept list, and lists on paper."""

import re
from datetime import UTC, datetime
from urllib.parse import unquote
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from kith.core import clock
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.directory.actions.confirm_listing import confirm_listing
from kith.directory.actions.tag_service import tag_service
from kith.directory.models import Service
from kith.directory.records import PhoneRecord, ServiceDetails
from kith.directory.terms import ConfirmedHow, ServiceStatus, Topic
from kith.web.kept.kept_pages import MOST_ON_PAPER
from kith.web.kept.sheets import LONGEST_MAIL
from tests.factories.directory import (
    SYSTEM,
    a_host,
    a_place,
    a_service,
    an_organization,
    at,
    own_taxonomies,
    weekly,
)
from tests.web.people_at_the_door import browser_of_member

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DETAILS = ServiceDetails(
    fees_description="Free, bus fare paid back",
    papers="They do not ask.",
    phones=(PhoneRecord(number="0115 555 0170"),),
    schedules=(weekly("FR,SA,SU", "10:00", "14:00"),),
    places=(a_place(),),
)


@pytest.fixture
def client(cache_table: None) -> Client:
    a_host()
    return Client()


def paper(client: Client, *service_ids: object) -> str:
    with clock.at(NOON):
        response = client.post(reverse("print_list"), {"service": list(service_ids)})
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    return response.content.decode()


def mails_in(page: str) -> list[str]:
    return [found.replace("&amp;", "&") for found in re.findall(r'href="(mailto:[^"]*)"', page)]


def test_the_list_is_an_empty_frame_that_says_what_to_do_without_scripts(client: Client) -> None:
    page = client.get(reverse("kept_list")).content.decode()

    assert "A list on this phone needs scripts" in page
    assert "<title>Your list" in page
    assert "data-list" in page


def test_paper_holds_what_one_needs_to_go_there(client: Client) -> None:
    service_id = a_service("Listening café", description="A warm room.", languages=["ar"], details=DETAILS)
    with clock.at(NOON):
        confirm_listing(SYSTEM, service_id=service_id, how=ConfirmedHow.BY_PHONE)

    words = " ".join(strip_tags(paper(client, service_id)).split())

    for said in (
        "Listening café",
        "A warm room.",
        "0115 555 0170",
        "12 Mill Lane",
        "Fri 20 Nov – Sun 22 Nov: 10:00 – 14:00",
        "Mon 23 Nov – Thu 26 Nov: Closed",
        "العربية",
        "Free, bus fare paid back",
        "They do not ask.",
        "Checked on 20 November 2026",
        f"http://localhost:8000/services/{service_id}/",
    ):
        assert said in words, said


def test_a_code_for_a_camera_has_words_and_no_inline_style(client: Client) -> None:
    service_id = a_service()

    page = paper(client, service_id)

    assert f'aria-label="Code for your camera. It opens http://localhost:8000/services/{service_id}/"' in page
    assert re.search(r'<path [^>]*class="qr-line"', page)
    assert "style=" not in page


def test_paper_keeps_the_order_and_leaves_out_what_is_not_there(client: Client) -> None:
    bread, soup = a_service("Bread"), a_service("Soup")

    page = paper(client, soup, uuid7(), "nonsense", bread, soup)

    assert re.findall(r"<h2><bdi>(\w+)</bdi>", page) == ["Soup", "Bread"]


def test_nothing_to_print_leads_on(client: Client) -> None:
    assert "There is nothing to print." in paper(client)
    assert client.get(reverse("print_list")).status_code == 405


def test_paper_has_an_end_and_says_what_is_left_off(client: Client) -> None:
    own = an_organization()
    ids = [a_service(f"Soup {number}", organization_id=own) for number in range(MOST_ON_PAPER + 2)]

    page = paper(client, *ids)

    assert page.count('class="qr"') == MOST_ON_PAPER
    assert "2 more are left off." in page


def test_a_place_kept_safe_is_on_no_paper_even_of_its_own_people(cache_table: None) -> None:
    own = an_organization()
    hidden = at(a_place(is_confidential=True))
    service_id = a_service(organization_id=own, details=hidden)
    member = browser_of_member(Role.COORDINATOR, organization_id=own)

    along = (
        member.get(reverse("service_page", args=[service_id])).content.decode().split("Take it with you")[1]
    )

    assert "Mill Lane" not in paper(member, service_id)
    assert "Mill Lane" not in unquote(along)


def test_a_service_that_ended_says_so_on_paper(client: Client) -> None:
    service_id = a_service()
    Service.objects.update(status=ServiceStatus.DEFUNCT)

    assert "No longer offered" in paper(client, service_id)


def test_a_fact_is_not_said_twice_beside_the_same_words(client: Client) -> None:
    own_taxonomies()
    service_id = a_service(details=DETAILS)
    tag_service(SYSTEM, service_id=service_id, codes=["cost-free", "papers-none"])

    words = strip_tags(paper(client, service_id))

    assert "paid back · Free" not in words
    assert "They do not ask. · Does not ask for papers" in words


def test_free_is_said_once_in_the_language_of_the_paper(client: Client) -> None:
    own_taxonomies()
    service_id = a_service(details=ServiceDetails(fees_description="Free"))
    tag_service(SYSTEM, service_id=service_id, codes=["cost-free"])

    page = client.post("/ar/kept/print/", {"service": service_id}).content.decode()

    assert page.split("<textarea")[0].count("مجاني") == 1
    assert "Free" not in strip_tags(page)


def test_a_mail_goes_to_nobody_under_a_neutral_subject(client: Client) -> None:
    service_id = a_service("Alcohol recovery group", topics=[Topic.ADDICTION], details=DETAILS)

    (link,) = mails_in(paper(client, service_id))

    assert link.startswith("mailto:?subject=Numbers%20to%20call&body=")
    assert "0115 555 0170\r\n" in unquote(link)


@pytest.mark.parametrize("language", ["", "/ar"])
def test_a_mail_holds_as_many_as_its_link_can(client: Client, language: str) -> None:
    own = an_organization()
    ids = [a_service(f"Soup {number}", organization_id=own, details=DETAILS) for number in range(20)]

    page = client.post(f"{language}/kept/print/", {"service": ids}).content.decode()

    (link,) = mails_in(page)
    assert len(link) <= LONGEST_MAIL
    assert page.count("Soup 19") == 2, "on paper and in the text to copy"


def test_paper_costs_as_many_statements_for_many_as_for_one(client: Client) -> None:
    own = an_organization()
    ids = [a_service(f"Soup {number}", organization_id=own, details=DETAILS) for number in range(12)]
    counts = []
    for some in (ids[:1], ids):
        with CaptureQueriesContext(connection) as asked:
            paper(client, *some)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_results_can_be_printed_without_scripts(client: Client) -> None:
    service_id = a_service("Warm meals", topics=[Topic.FOOD])

    page = client.post(reverse("find_help"), {"topic": "food"}).content.decode()

    form = page.split(f'action="{reverse("print_list")}"')[1].split("</form>")[0]
    assert f'name="service" value="{service_id}"' in form
    assert "Print this list" in form


@pytest.mark.parametrize("topic", [Topic.SAFETY_AT_HOME, Topic.CRISIS])
def test_a_sensitive_service_asks_whose_phone_it_is(client: Client, topic: Topic) -> None:
    plain, sensitive = a_service("Bread"), a_service("Safe", topics=[topic])

    def page(service_id: UUID) -> str:
        return client.get(reverse("service_page", args=[service_id])).content.decode()

    assert "data-asks" not in page(plain)
    assert "data-asks" in page(sensitive)
    assert "Is this phone only yours?" in page(sensitive)


def test_whoever_is_signed_in_keeps_nothing_on_the_computer(cache_table: None) -> None:
    service_id = a_service()
    member = browser_of_member(Role.NAVIGATOR)

    page = member.get(reverse("service_page", args=[service_id])).content.decode()

    assert "data-keep=" not in page
    assert "Send by my own mail" in page
