"""A stream of many records takes no more memory than a stream of few."""

import gc
import tracemalloc
from collections.abc import Iterator
from itertools import islice

import pytest
from django.test import Client

from kith.core import clock
from kith.directory.models import (
    Address,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)
from kith.exchange.hsds.api import walking
from tests.environment import TEST_SCALE

COUNT = 100_000 if TEST_SCALE >= 1 else 160
STRETCH = walking.AT_ONCE if TEST_SCALE >= 1 else 10
"""How many are read at once: fewer where there are few, so that they are still many stretches."""
AT_ONCE = 5_000
WORDS = "Neighbours help each other. " * (20 if TEST_SCALE >= 1 else 300)
BYTES_A_RECORD = len(WORDS) // 2
"""Less than the least that one record takes."""

pytestmark = [pytest.mark.heavy, pytest.mark.django_db]


def add_services(count: int) -> None:
    """So many services, each of its own organisation and at its own place, with hours and a telephone."""
    for start in range(0, count, AT_ONCE):
        _add(min(AT_ONCE, count - start))


def _add(count: int) -> None:
    now = clock.now()
    houses = [Organization(name="House", description=WORDS, changed_at=now) for _ in range(count)]
    Organization.objects.bulk_create(houses)
    services = [Service(name="Help", description=WORDS, organization=one, changed_at=now) for one in houses]
    Service.objects.bulk_create(services)
    halls = [Location(name="Hall", organization=one, latitude=52.9, longitude=-1.1) for one in houses]
    Location.objects.bulk_create(halls)
    Address.objects.bulk_create(Address(location=one, address_1="1 Mill Lane") for one in halls)
    links = zip(services, halls, strict=True)
    ServiceAtLocation.objects.bulk_create(
        ServiceAtLocation(service=one, location=hall) for one, hall in links
    )
    Phone.objects.bulk_create(Phone(service=one, root_id=one.id, number="0115 4960000") for one in services)
    Schedule.objects.bulk_create(Schedule(service=one, root_id=one.id, byday="MO") for one in services)


@pytest.fixture
def _short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "AT_ONCE", STRETCH)


def lines(address: str) -> Iterator[bytes]:
    for chunk in Client().get(f"/hsds/{address}", {"format": "ndjson"}).streaming_content:
        yield from chunk.splitlines()


def peaks(stream: Iterator[object], count: int) -> tuple[int, int]:
    """The most bytes held at once while the second quarter is read, and while the last two are."""
    tracemalloc.start()
    try:
        read = [_read(stream, part) for part in (count // 4, count // 4, count - 2 * (count // 4))]
    finally:
        tracemalloc.stop()
    assert next(stream, None) is None
    return read[1], read[2]


def _read(stream: Iterator[object], count: int) -> int:
    gc.collect()
    tracemalloc.reset_peak()
    assert sum(1 for _one in islice(stream, count)) == count
    return tracemalloc.get_traced_memory()[1]


@pytest.mark.usefixtures("_short_stretches")
@pytest.mark.parametrize("address", ["services", "service_at_locations", "organizations"])
def test_the_end_of_a_long_stream_takes_no_more_memory_than_its_beginning(address: str) -> None:
    add_services(COUNT)

    second_quarter, second_half = peaks(lines(address), COUNT)

    assert second_half < second_quarter + BYTES_A_RECORD * COUNT // 4


@pytest.mark.usefixtures("_short_stretches")
def test_a_stream_that_keeps_what_it_gave_is_noticed() -> None:
    add_services(COUNT)
    kept: list[bytes] = []

    second_quarter, second_half = peaks((kept.append(one) or one for one in lines("services")), COUNT)

    assert second_half > second_quarter + BYTES_A_RECORD * COUNT // 4
