from unittest import mock

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kith.core.actions.start_worker import start_worker
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.post.models import OutgoingMessage
from kith.web.site.report_pages import REPORTS_FROM_ONE
from tests.web.people_at_the_door import (
    SYSTEM,
    a_site,
    a_user,
    an_organization,
    browser_of,
    browser_of_member,
)

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/privacy/", "/hide-your-tracks/", "/accessibility/", "/report-a-mistake/"]


@pytest.mark.parametrize("address", [*PUBLIC, *(f"/ar{address}" for address in PUBLIC)])
def test_public_pages_open_before_and_after_the_site_is_set_up(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200
    a_site()
    assert client.get(address).status_code == 200


def test_every_page_carries_the_numbers_to_call(client: Client) -> None:
    a_site()

    page = client.get("/privacy/").content.decode()

    assert 'href="tel:911"' in page
    assert 'href="tel:988"' in page
    assert '<aside class="crisis" aria-label="Help now">' in page


def test_a_made_up_site_says_so_and_a_real_one_does_not(client: Client) -> None:
    a_site(is_demo=True)
    assert "Made-up example" in client.get("/").content.decode()

    a_site(is_demo=False)
    assert "Made-up example" not in client.get("/").content.decode()


def test_the_footer_names_the_host(client: Client) -> None:
    a_site(an_organization("Northgate Clinic"))

    assert "Hosted by <bdi>Northgate Clinic</bdi>" in client.get("/").content.decode()


def test_the_frame_costs_few_statements(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    a_site(an_organization())

    with django_assert_max_num_queries(2):
        client.get("/privacy/")


def test_leaving_quickly_is_a_plain_link(client: Client) -> None:
    assert "data-exit>Leave quickly</a>" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("role", "first"), [(Role.ADMIN, "/account/team/"), (Role.NAVIGATOR, "/list/"), (Role.EVALUATOR, "")]
)
def test_a_member_goes_on_to_the_first_page_of_their_role(role: Role, first: str) -> None:
    response = browser_of_member(role).get("/")

    assert response.get("Location", "") == first


def test_the_hosts_admin_begins_with_the_sites_settings() -> None:
    host = an_organization()
    a_site(host)

    assert browser_of_member(Role.ADMIN, organization_id=host).get("/")["Location"] == "/site/settings/"


def test_a_report_of_a_mistake_reaches_the_people_who_run_the_site(client: Client) -> None:
    response = client.post("/report-a-mistake/", {"what": "The number is wrong.", "where": "Open Door"})

    assert response.status_code == 302
    message = OutgoingMessage.objects.get()
    assert "The number is wrong." in message.body
    assert "wrong" not in message.subject


def test_a_report_sent_twice_is_one_message(client: Client) -> None:
    said = {"what": "The number is wrong.", "key": uuid7()}

    client.post("/report-a-mistake/", said)
    client.post("/report-a-mistake/", said)

    assert OutgoingMessage.objects.count() == 1


def test_an_empty_report_comes_back(client: Client) -> None:
    assert client.post("/report-a-mistake/", {"where": "Open Door"}).status_code == 422
    assert not OutgoingMessage.objects.exists()


def test_a_flood_of_reports_is_stopped_and_the_entry_is_kept(client: Client) -> None:
    cache.clear()
    for _ in range(REPORTS_FROM_ONE):
        client.post("/report-a-mistake/", {"what": "Flood."})

    response = client.post("/report-a-mistake/", {"what": "The number is wrong."})

    assert response.status_code == 429
    assert "The number is wrong." in response.content.decode()
    assert OutgoingMessage.objects.count() == REPORTS_FROM_ONE
    elsewhere = client.post("/report-a-mistake/", {"what": "Mine too."}, REMOTE_ADDR="198.51.100.7")
    assert elsewhere.status_code == 302


def test_the_parts_of_a_page_are_shown_to_members_and_on_a_made_up_site(client: Client) -> None:
    a_site(is_demo=False)
    assert client.get("/styleguide/").status_code == 404
    assert browser_of_member(Role.NAVIGATOR).get("/styleguide/").status_code == 200

    a_site(is_demo=True)
    assert client.get("/styleguide/").status_code == 200


def test_the_hosts_admin_changes_the_numbers_to_call() -> None:
    host = an_organization()
    a_site(host)
    admin = browser_of_member(Role.ADMIN, organization_id=host)

    response = admin.post(
        "/site/settings/",
        {"name": "Southgate", "country": "gb", "emergency_number": "999", "timezone": "Europe/London"},
    )

    page = admin.get("/privacy/").content.decode()
    assert response.status_code == 302
    assert 'href="tel:999"' in page
    assert "Made-up example" in page


def test_settings_that_cannot_be_used_come_back_with_their_entries() -> None:
    host = an_organization()
    a_site(host)
    admin = browser_of_member(Role.ADMIN, organization_id=host)

    response = admin.post("/site/settings/", {"name": "Southgate", "country": "GBR", "timezone": "Nowhere"})

    assert response.status_code == 422
    assert "Southgate" in response.content.decode()


def test_another_organisations_admin_does_not_find_the_sites_settings() -> None:
    a_site(an_organization())

    assert browser_of_member(Role.ADMIN).get("/site/settings/").status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_an_admin_finds_settings_and_jobs(role: Role) -> None:
    host = an_organization()
    a_site(host)
    member = browser_of_member(role, organization_id=host)

    assert member.get("/site/settings/").status_code == 404
    assert member.get("/site/jobs/").status_code == 404


def test_the_hosts_admin_sees_how_background_work_stands() -> None:
    host = an_organization()
    a_site(host)

    page = browser_of_member(Role.ADMIN, organization_id=host).get("/site/jobs/").content.decode()

    assert "No worker was seen" in page
    assert "Nothing failed for good." in page


def test_a_task_that_is_not_there_cannot_be_tried_again() -> None:
    host = an_organization()
    a_site(host)
    admin = browser_of_member(Role.ADMIN, organization_id=host)

    assert admin.post(f"/site/jobs/{uuid7()}/retry/", {"key": uuid7()}).status_code == 404


def test_health_is_not_well_without_a_worker(client: Client) -> None:
    response = client.get("/health/")

    assert response.status_code == 503
    assert response.json() == {"database": True, "migrations": True, "worker": False, "worker_seconds": None}


def test_health_is_well_with_a_living_worker(client: Client) -> None:
    start_worker(SYSTEM)

    response = client.get("/health/")

    assert response.status_code == 200
    assert response.json()["worker"] is True


def test_health_says_when_the_database_does_not_answer(client: Client) -> None:
    with (
        mock.patch("kith.web.site.health_page.work_state", side_effect=DatabaseError),
        mock.patch("kith.web.middleware.site_profile", side_effect=DatabaseError),
    ):
        response = client.get("/health/")

    assert response.status_code == 503
    assert response.json() == {"database": False}


def test_still_here_keeps_a_session_and_tells_nobody_that_it_ended(client: Client) -> None:
    assert client.get("/still-here/").status_code == 403
    assert browser_of_member(Role.NAVIGATOR).get("/still-here/").status_code == 204


def test_only_who_works_for_somebody_is_shown_the_way_to_a_team() -> None:
    way, member = reverse("team"), browser_of_member(Role.NAVIGATOR)

    assert way in member.get("/privacy/").content.decode()
    assert way not in browser_of(a_user()).get("/privacy/").content.decode()
