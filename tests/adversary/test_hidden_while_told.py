"""A place is hidden while another is telling the search of it: what was read before is not written after."""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection, transaction

from kith.core import clock
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.actions.rebuild_search_index import rebuild_search_index
from kith.directory.actions.refresh_search_records import refresh_search_records
from kith.directory.actions.set_service_signal import set_service_signal
from kith.directory.expected_wait import AnsweredIn
from kith.directory.models import SearchRecord
from kith.directory.queries.find_services import find_services
from kith.directory.records import Json
from kith.directory.terms import SignalTier
from tests.adversary.canaries import source_key
from tests.adversary.hidden_town import index_files, our_id, taken
from tests.factories.directory import NOBODY, SYSTEM

pytestmark = pytest.mark.django_db(transaction=True)
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
SECONDS = 30.0
TOWN = "Eastham"


def a_house(**changes: Json) -> dict[str, Json]:
    address: dict[str, Json] = {
        "id": source_key("address"),
        "address_1": "12 Wrenfield Lane",
        "city": TOWN,
        "state_province": "X",
        "postal_code": "NG1 5AA",
        "country": "GB",
        "address_type": "physical",
    }
    point: dict[str, Json] = {"latitude": 52.1, "longitude": -1.1}
    house: dict[str, Json] = {"id": source_key("house"), "location_type": "physical", "addresses": [address]}
    return {**house, **point, **changes}


def advice(name: str) -> dict[str, Json]:
    return {
        "id": source_key("advice"),
        "name": name,
        "status": "active",
        "organization": {"id": source_key("trust"), "name": "Trust", "description": "Near you."},
        "service_at_locations": [{"id": source_key("there"), "location": a_house()}],
    }


def rebuilt(_service_id: UUID) -> None:
    rebuild_search_index(SYSTEM)


def refreshed(_service_id: UUID) -> None:
    refresh_search_records(SYSTEM)


def routes_agreed(service_id: UUID) -> None:
    set_service_signal(
        SYSTEM,
        service_id=service_id,
        tier=SignalTier.AGREED,
        answered_in=AnsweredIn(days=1, answers=20, usual_days=1),
        agreed_routes=1,
    )


@pytest.mark.parametrize("tell", [rebuilt, refreshed, routes_agreed])
def test_what_was_public_when_it_began_is_not_told_once_it_is_hidden(
    tmp_path: Path, tell: Callable[[UUID], None]
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: its IMMEDIATE transaction is the lock")
    taken(tmp_path, [advice("Advice")])
    service_id = our_id("service", "advice")
    SearchRecord.objects.update(fresh_until=clock.now() - timedelta(days=1))
    assert near_the_town() == 1

    while_it_is_being_hidden(tmp_path, lambda: tell(service_id))

    assert near_the_town() == 0
    told = SearchRecord.objects.get(pk=service_id).document.casefold()
    assert "refuge" in told
    assert not any(word in told for word in ("eastham", "ng15aa", "52.1"))
    keep_search_generation(SYSTEM)
    assert not any(TOWN.casefold() in text.casefold() for _, text in index_files())


def near_the_town() -> int:
    """How many are said to be some way from there: where no place is, all are listed without."""
    found = find_services(NOBODY, words="", near=TOWN, topics=[], facts=[], languages=[], page=1)
    return sum(line.distance_km is not None for line in found.lines)


def while_it_is_being_hidden(folder: Path, tell: Callable[[], None]) -> None:
    """The source's record makes a refuge of it; before that is committed, another tells the search, and waits."""
    is_written = threading.Event()
    waited: list[bool] = []

    def tell_then() -> None:
        try:
            assert is_written.wait(SECONDS)
            tell()
        finally:
            connection.close()

    teller = threading.Thread(target=tell_then)
    teller.start()
    with transaction.atomic():
        taken(folder, [advice("Domestic violence refuge")])
        is_written.set()
        waited.append(somebody_waits())
    teller.join(SECONDS)
    assert waited == [True]
    assert not teller.is_alive()


def somebody_waits() -> bool:
    """True as soon as another transaction waits for the lock; False if none does in good time."""
    until = time.monotonic() + SECONDS
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return True
            time.sleep(0.05)
    return False
