from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from kith.core import clock
from kith.core.events import LISTENERS, DomainEvent, listens_to, payload_of, record
from kith.core.ids import Ref, uuid7
from kith.core.models import Delivery, Event, EventSeal, EventWaiting, NeverChanged
from kith.core.tasks import deliver
from kith.core.viewer import Role
from tests.factories.core import SYSTEM, ThingDone, staff, thing_done
from tests.factories.core_tasks import hears

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything(DomainEvent):
    kind: ClassVar[str] = "test.everything"
    role: Role
    at: datetime
    who: UUID
    count: int
    is_late: bool
    nothing: UUID | None
    roles: frozenset[Role]
    names: tuple[str, ...]


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(LISTENERS, ThingDone.kind, {})
    listens_to(ThingDone)(hears)
    return "tests.factories.core_tasks.hears"


def test_an_event_says_who_did_what_for_whom_and_when() -> None:
    viewer = staff(Role.NAVIGATOR, Role.ADMIN)
    about, person_id, organization_id = Ref("referral", uuid7()), uuid7(), uuid7()

    with clock.at(NOON):
        event_id = thing_done(
            viewer, about=about, person_id=person_id, organization_id=organization_id, count=3
        )

    row = Event.objects.get(id=event_id)
    assert (row.kind, row.at, row.payload) == ("test.thing_done", NOON, {"count": 3})
    assert (row.user_id, row.acting_organization_id) == (viewer.user_id, viewer.organization_id)
    assert (row.roles, row.door, row.purpose) == ("admin,navigator", "staff", "care")
    assert (row.subject_kind, row.subject_id) == ("referral", about.id)
    assert (row.person_id, row.organization_id) == (person_id, organization_id)
    assert str(row) == f"test.thing_done referral/{about.id}"
    assert EventWaiting.objects.filter(event_id=event_id).exists()


def test_a_payload_holds_plain_values_only() -> None:
    who = uuid7()
    event = Everything(
        subject=Ref("test", who),
        role=Role.ADMIN,
        at=NOON,
        who=who,
        count=2,
        is_late=False,
        nothing=None,
        roles=frozenset({Role.NAVIGATOR, Role.ADMIN}),
        names=("b", "a"),
    )

    assert payload_of(event) == {
        "role": "admin",
        "at": "2026-03-04T12:00:00+00:00",
        "who": str(who),
        "count": 2,
        "is_late": False,
        "nothing": None,
        "roles": ["admin", "navigator"],
        "names": ["a", "b"],
    }


@pytest.mark.django_db(transaction=True)
def test_nothing_is_recorded_outside_a_transaction() -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        record(SYSTEM, ThingDone(subject=Ref("test", uuid7())))


def test_an_event_that_is_rolled_back_leaves_no_task(listener: str) -> None:
    with transaction.atomic():
        thing_done()
        transaction.set_rollback(True)

    assert not Event.objects.exists()
    assert not EventWaiting.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_each_listener_gets_a_task_in_the_same_transaction(listener: str) -> None:
    event_id = thing_done()

    task = DBTaskResult.objects.get()
    assert task.task_path == "kith.core.tasks.deliver"
    assert task.args_kwargs["args"] == [str(event_id), listener]


def test_an_event_is_delivered_once_however_often_its_task_runs(listener: str, done: list[str]) -> None:
    event_id = thing_done(count=7)

    deliver.call(str(event_id), listener)
    deliver.call(str(event_id), listener)

    assert done == ["test.thing_done 7"]
    assert Delivery.objects.get().event_id == event_id
    assert str(Delivery.objects.get()) == f"{event_id} to {listener}"


def test_a_listener_that_is_gone_is_an_error(listener: str) -> None:
    event_id = thing_done()

    with pytest.raises(KeyError):
        deliver.call(str(event_id), "kith.care.listeners.gone")
    assert not Delivery.objects.exists()


def test_a_stored_event_is_never_changed_or_deleted() -> None:
    row = Event.objects.get(id=thing_done())

    for change in (
        row.save,
        row.delete,
        lambda: row.save(update_fields=["kind"]),
        lambda: Event.objects.update(kind="x"),
        lambda: Event.objects.filter(id=row.id).delete(),
        lambda: Event.objects.filter(id=row.id)._raw_delete("default"),
        lambda: Event.objects.bulk_update([row], ["kind"]),
        lambda: Event.objects.bulk_create([row], ignore_conflicts=True),
        lambda: Event.objects.bulk_create(
            [row], update_conflicts=True, update_fields=["kind"], unique_fields=["id"]
        ),
        lambda: Event.objects.update_or_create(id=row.id, defaults={"kind": "x"}),
        EventSeal(seq=1, event_id=row.id, previous="", hash="").delete,
        lambda: EventSeal(seq=1, event_id=row.id, previous="", hash="").save(force_update=True),
    ):
        with pytest.raises(NeverChanged), transaction.atomic():
            change()
    assert Event.objects.get() == row
