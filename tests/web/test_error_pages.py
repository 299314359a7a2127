import logging
from unittest import mock

import pytest
from django.conf import settings
from django.db import OperationalError
from django.template.loader import get_template
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from tests.web.pages_that_fail import ERRORS

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.pages_that_fail")]


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_each_error_is_a_calm_page_with_its_status_code_and_sentence(client: Client, code: str) -> None:
    response = client.get(f"/fails/{code}/")

    text = response.content.decode()
    assert response.status_code == ERRORS[code].status
    assert code in text
    assert str(ERRORS[code].sentence).replace("'", "&#x27;") in text
    assert "Traceback" not in text


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_errors_speak_arabic(client: Client, code: str) -> None:
    response = client.get(f"/ar/fails/{code}/")

    assert 'dir="rtl"' in response.content.decode()


@pytest.mark.parametrize(
    ("address", "status"), [("/missing/", 404), ("/nowhere/", 404), ("/forbidden/", 403)]
)
def test_djangos_own_errors_are_calm_pages(client: Client, address: str, status: int) -> None:
    response = client.get(address)

    assert response.status_code == status
    assert "Go to the first page" in response.content.decode()


def test_a_fault_of_ours_says_nothing_of_itself(client: Client) -> None:
    client.raise_request_exception = False

    response = client.get("/broken/")

    text = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong on our side" in text
    assert "secret" not in text


@pytest.mark.parametrize("status", [400, 500])
def test_pages_for_faults_need_neither_database_nor_files(
    status: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with (
        django_assert_num_queries(0),
        override_settings(STORAGES=settings.STORAGES | {"staticfiles": {"BACKEND": "no.such.storage"}}),
    ):
        assert "try again" in get_template(f"{status}.html").render()


def test_without_a_database_a_page_is_the_page_for_our_faults(client: Client) -> None:
    client.raise_request_exception = False

    with (
        mock.patch("kith.web.middleware.site_profile", side_effect=OperationalError),
        mock.patch("kith.web.frame.site_profile", side_effect=OperationalError),
    ):
        response = client.get("/privacy/")

    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


def test_a_form_without_its_token_gets_a_calm_403() -> None:
    response = Client(enforce_csrf_checks=True).post("/need/", {"words": "a"})

    assert response.status_code == 403
    assert "too old" in response.content.decode()


@override_settings(ALLOWED_HOSTS=["kith.example"])
def test_a_foreign_host_name_gets_a_calm_400(client: Client) -> None:
    response = client.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "evil" not in response.content.decode()


def test_too_many_and_unavailable_say_when_to_come_back(client: Client) -> None:
    assert client.get("/fails/too-many/")["Retry-After"]
    assert client.get("/fails/unavailable/")["Retry-After"]


@pytest.mark.parametrize("address", ["/fails/expired/", "/fails/not-found/", "/nowhere/secret-token/"])
def test_the_address_of_a_failed_page_is_not_logged(
    client: Client, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    with caplog.at_level(logging.INFO):
        client.get(address)

    assert not [record for record in caplog.records if address in record.getMessage()]
