from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.viewer import Viewer
from kith.directory.models import Service
from kith.directory.reading.facts import facts_of
from kith.directory.reading.phones import first_phones
from kith.directory.records import PhoneRecord, ServiceDetails
from tests.factories.directory import NOBODY, a_place, a_service, at, weekly

pytestmark = pytest.mark.django_db
OPEN = ServiceDetails(
    schedules=(weekly("MO", "09:00", "17:00"),), phones=(PhoneRecord(number="0115 496 0100"),)
)
MANY = 20
WHOLE = {"SCAN directory_phone", "SCAN directory_schedule"}


def statements_of(viewer: Viewer, service: Service) -> list[str]:
    """What is asked to show this service's facts and its number."""
    with CaptureQueriesContext(connection) as captured:
        facts = facts_of(viewer, [service.id])
        first_phones(viewer, [service], facts.sites)
    return [one["sql"] for one in captured]


def read_whole(statement: str) -> list[str]:
    """The steps for which SQLite reads all phones or all hours."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return [step for *_, step in cursor.fetchall() if step in WHOLE]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts empty values apart")
def test_phones_and_hours_are_not_all_read_once_the_database_has_counted_its_rows() -> None:
    for number in range(MANY):
        a_service(f"Kitchen {number}", details=OPEN)
    service = Service.objects.get(pk=a_service("Hall", details=at(a_place())))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

    assert [read_whole(one) for one in statements_of(NOBODY, service) if read_whole(one)] == []


def test_a_service_with_hours_of_its_own_keeps_them_beside_those_of_its_place() -> None:
    hall = replace(a_place().location, schedules=(weekly("TU", "10:00", "12:00"),))
    place = replace(a_place(), location=hall)
    own = a_service("Kitchen", details=replace(OPEN, places=(place,)))
    without = a_service("Hall", details=at(place))

    schedules = facts_of(NOBODY, [own, without]).schedules

    assert [row.byday for row in schedules[own]] == ["MO"]
    assert [row.byday for row in schedules[without]] == ["TU"]
