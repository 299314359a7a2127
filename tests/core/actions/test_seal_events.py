import threading

import pytest
from django.db import connection

from kith.core.actions import seal_events as module
from kith.core.actions.seal_events import seal_events
from kith.core.chain import FIRST_PREVIOUS
from kith.core.errors import Denied
from kith.core.ids import uuid7
from kith.core.locks import hold_lock
from kith.core.models import EventSeal, EventWaiting
from kith.core.queries.verify_events import verify_events
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, portal_of, staff, thing_done

pytestmark = pytest.mark.django_db
LOST_ID = uuid7()


def test_every_event_gets_the_next_number_and_the_hash_before_it() -> None:
    ids = [thing_done() for _ in range(5)]

    assert seal_events(SYSTEM) == 5

    seals = list(EventSeal.objects.order_by("seq"))
    assert [seal.seq for seal in seals] == [1, 2, 3, 4, 5]
    assert {seal.event_id for seal in seals} == set(ids)
    assert [seal.previous for seal in seals] == [FIRST_PREVIOUS, *(seal.hash for seal in seals[:-1])]
    assert not EventWaiting.objects.exists()
    assert str(seals[0]) == f"1 {seals[0].hash[:12]}"


def test_sealing_again_does_nothing_and_goes_on_where_it_was() -> None:
    thing_done()
    seal_events(SYSTEM)

    assert seal_events(SYSTEM) == 0
    thing_done()
    assert seal_events(SYSTEM) == 1
    assert verify_events(SYSTEM, against=None).ok


def test_many_events_are_sealed_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 3)
    for _ in range(8):
        thing_done()

    assert seal_events(SYSTEM) == 8
    assert verify_events(SYSTEM, against=None).sealed == 8


def test_a_mark_without_its_event_does_not_stop_the_sequencer() -> None:
    EventWaiting.objects.create(event_id=LOST_ID)
    thing_done()

    assert seal_events(SYSTEM) == 1
    assert seal_events(SYSTEM) == 0
    assert str(EventWaiting.objects.get()) == str(LOST_ID)


@pytest.mark.parametrize(
    "viewer", [Viewer.nobody(Door.PUBLIC), staff(Role.ADMIN, Role.PRIVACY_OFFICER), portal_of(LOST_ID)]
)
def test_only_the_system_seals(viewer: Viewer) -> None:
    thing_done()

    with pytest.raises(Denied):
        seal_events(viewer)
    assert not EventSeal.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_lock_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError, match="needs a transaction"):
        hold_lock("test")


@pytest.mark.django_db(transaction=True)
def test_sequencers_at_once_make_one_chain() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: its IMMEDIATE transaction is the lock")
    for _ in range(40):
        thing_done()

    def seal() -> None:
        seal_events(SYSTEM)
        connection.close()

    threads = [threading.Thread(target=seal) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    found = verify_events(SYSTEM, against=None)
    assert (found.ok, found.sealed) == (True, 40)
