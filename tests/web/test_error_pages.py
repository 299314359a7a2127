import logging

import pytest
from django.test import Client, override_settings

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


def test_the_page_for_our_faults_needs_no_database(
    client: Client, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    client.raise_request_exception = False

    with django_assert_num_queries(0):
        client.get("/broken/")


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
