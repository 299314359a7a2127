"""Everything that our OpenAPI allows, and much that it does not: no answer of 5xx, each one as described."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    positive_data_acceptance,
    response_schema_conformance,
    status_code_conformance,
)

from kith.directory.actions.set_licence import set_licence
from tests.environment import TEST_SCALE, scaled
from tests.exchange.hsds.validating.sound import a_service as a_whole_service
from tests.factories.directory import SYSTEM, a_place, a_service, at, hsds_service, taken_in

CASES = 10_000
ASKED = CASES if TEST_SCALE >= 1 else scaled(CASES, least=100) // 5
CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    positive_data_acceptance,
]
DOORS = ["/hsds", "/oruk"]
MODES = list(GenerationMode)


@contextmanager
def one_connection() -> Iterator[None]:
    """A server lets go of its connection after each answer; here the listings stand in its transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def listings() -> None:
    taken_in(a_whole_service(), hsds_service("Food pantry"))  # type: ignore[arg-type]
    set_licence(SYSTEM, source_name="Riverside List", licence="CC0-1.0", licence_url="", attribution="")
    a_service("Walk-in", details=at(a_place()))


def known_ids(door: str) -> list[UUID]:
    """Ids that are there, so that not every record asked for is missing."""
    lists = ["services", "service_at_locations", "taxonomies", "taxonomy_terms"]
    pages = [Client().get(f"{door}/{one}").json() for one in lists]
    return [UUID(one["id"]) for page in pages for one in page["contents"]]


def operations(door: str, mode: GenerationMode) -> list[APIOperation]:
    """Every operation; for unsound questions those at which something can be asked."""
    schema = schemathesis.openapi.from_wsgi(f"{door}/openapi.json", WSGIHandler())
    found = [result.ok() for result in schema.get_all_operations()]
    return [one for one in found if mode is GenerationMode.POSITIVE or [*one.iter_parameters(), *one.body]]


@pytest.mark.heavy
@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:No directory at")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("door", DOORS)
def test_no_question_breaks_the_interface(door: str, mode: GenerationMode) -> None:
    listings()
    answers: Counter[int] = Counter()
    ids = known_ids(door)
    with one_connection():
        described = operations(door, mode)

    @settings(
        max_examples=ASKED // len(MODES),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        case=st.one_of([one.as_strategy(mode) for one in described]),
        known=st.sampled_from([None, *ids]),
    )
    def ask(case: Case, known: UUID | None) -> None:
        if known and "id" in case.path_parameters:
            case.path_parameters["id"] = str(known)
        answers[case.call_and_validate(checks=CHECKS).status_code] += 1

    with one_connection():
        ask()

    assert answers.total() >= ASKED // len(MODES)
    assert {200, 404} <= set(answers) <= {200, 400, 404, 405}
