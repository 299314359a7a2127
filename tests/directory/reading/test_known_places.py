"""Where a town lies is kept, and never longer than it lies there."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from kith.core.ids import uuid7
from kith.directory.actions.import_batch import import_batch
from kith.directory.actions.start_import import start_import
from kith.directory.live_index import index_now
from kith.directory.reading import near, placed_words
from kith.directory.reading.known_places import KnownPlaces
from kith.directory.reading.near import resolve_place
from tests.factories.directory import SYSTEM, a_place, a_service, at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.KITH_DATA_DIR = tmp_path
    monkeypatch.setattr(near, "_MIDDLES", KnownPlaces())
    monkeypatch.setattr(placed_words, "_TOWNS", KnownPlaces())


def statements_for(place: str) -> int:
    version = index_now().version
    with CaptureQueriesContext(connection) as captured:
        resolve_place(place, version)
    return len(captured)


def latitude_of(place: str) -> float | None:
    spot = resolve_place(place, index_now().version)
    return spot.latitude if spot else None


def test_a_town_is_worked_out_once() -> None:
    a_service("Kitchen", details=at(a_place()))

    assert [statements_for("Northgate") for _ in range(3)] == [1, 0, 0]


def test_another_place_there_moves_its_middle_at_once() -> None:
    a_service("Kitchen", details=at(a_place(52.0)))
    assert latitude_of("Northgate") == 52.0

    a_service("Hall", details=at(a_place(53.0)))

    assert latitude_of("Northgate") == 52.5


def test_a_transaction_reads_for_itself_and_leaves_nothing_behind() -> None:
    a_service("Kitchen", details=at(a_place(52.0)))

    with transaction.atomic():
        a_service("Hall", details=at(a_place(53.0)))
        assert latitude_of("Northgate") == 52.5
        transaction.set_rollback(True)

    assert latitude_of("Northgate") == 52.0


def test_what_no_place_is_called_is_not_kept() -> None:
    a_service("Kitchen", details=at(a_place()))

    statements_for("my name is Amara")
    assert statements_for("my name is Amara") == 1
    assert near._MIDDLES._known == {}


def test_towns_among_words_follow_the_directory_too() -> None:
    a_service("Kitchen", details=at(a_place()))
    words = "food in Southgate"
    assert placed_words.placed_words(words, index_now().version) is None

    a_service("Hall", details=at(a_place(city="Southgate")))

    found = placed_words.placed_words(words, index_now().version)
    assert found is not None
    assert found.near == "southgate"


def test_towns_among_words_are_looked_up_once() -> None:
    a_service("Kitchen", details=at(a_place()))
    version = index_now().version
    placed_words.placed_words("food Northgate", version)

    assert placed_words._TOWNS.get(("northgate",), version) == {"": ""}
    assert placed_words._TOWNS.get(("northgate",), (uuid7(), version[1])) is None


def test_a_number_is_drawn_for_places_that_come_without_a_service() -> None:
    before = index_now().version

    run_id = start_import(SYSTEM, source_name="Riverside List", file_name="list.ndjson")
    place = replace(a_place(city="Southgate").location, key="hall")
    import_batch(SYSTEM, run_id=run_id, records=[], alone=[place])

    assert index_now().version > before
