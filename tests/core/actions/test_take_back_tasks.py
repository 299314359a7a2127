import subprocess
import sys
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from kith.core import clock
from kith.core.actions.beat_worker import beat_worker
from kith.core.actions.start_worker import start_worker
from kith.core.actions.stop_worker import stop_worker
from kith.core.actions.take_back_tasks import MOST_STARTS, take_back_tasks
from kith.core.errors import Denied
from kith.core.models import WorkerHeartbeat
from kith.core.viewer import Role
from tests.factories.core import SYSTEM, staff
from tests.factories.core_tasks import works

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker_id() -> str:
    return start_worker(SYSTEM)


def claimed_by(*worker_ids: str) -> DBTaskResult:
    task = DBTaskResult.objects.get(id=works.enqueue("one").id)
    for worker_id in worker_ids:
        task.claim(worker_id)
    return task


def status() -> str:
    return DBTaskResult.objects.get().status


def test_a_living_worker_keeps_its_task(worker_id: str) -> None:
    claimed_by(worker_id)

    assert take_back_tasks(SYSTEM) == 0
    assert status() == "RUNNING"


def test_a_silent_workers_task_runs_again_at_once(worker_id: str) -> None:
    claimed_by(worker_id)
    WorkerHeartbeat.objects.update(host="elsewhere", seen_at=clock.now() - timedelta(seconds=31))

    assert take_back_tasks(SYSTEM) == 1

    assert status() == "READY"
    assert DBTaskResult.objects.ready().exists()
    assert not WorkerHeartbeat.objects.exists()


def test_a_worker_on_another_host_is_given_half_a_minute(worker_id: str) -> None:
    claimed_by(worker_id)
    WorkerHeartbeat.objects.update(
        host="elsewhere", process_number=1, process_mark="x", seen_at=clock.now() - timedelta(seconds=29)
    )

    assert take_back_tasks(SYSTEM) == 0


def test_a_worker_whose_process_is_gone_from_this_host_is_dead_at_once(worker_id: str) -> None:
    claimed_by(worker_id)
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    WorkerHeartbeat.objects.update(process_number=child.pid)

    assert take_back_tasks(SYSTEM) == 1


def test_a_later_process_with_the_same_number_is_another_worker(worker_id: str) -> None:
    claimed_by(worker_id)
    WorkerHeartbeat.objects.update(process_mark="started before")

    assert take_back_tasks(SYSTEM) == 1


def test_only_the_last_worker_of_a_task_counts(worker_id: str) -> None:
    claimed_by(worker_id, "dead")

    assert take_back_tasks(SYSTEM) == 1


def test_a_worker_that_ended_in_order_leaves_its_task_free(worker_id: str) -> None:
    claimed_by(worker_id)
    stop_worker(SYSTEM, worker_id=worker_id)

    assert take_back_tasks(SYSTEM) == 1


def test_a_task_that_kills_its_workers_becomes_a_dead_letter() -> None:
    claimed_by(*["dead"] * MOST_STARTS)

    assert take_back_tasks(SYSTEM) == 1

    assert status() == "FAILED"
    assert DBTaskResult.objects.get().exception_class_path == "kith.core.WorkerDied"


def test_a_heartbeat_is_kept_fresh_until_others_give_the_worker_up(worker_id: str) -> None:
    with clock.at(clock.now() + timedelta(minutes=1)):
        assert beat_worker(SYSTEM, worker_id=worker_id)
        assert take_back_tasks(SYSTEM) == 0
    assert str(WorkerHeartbeat.objects.get()).startswith(worker_id)

    WorkerHeartbeat.objects.all().delete()
    assert not beat_worker(SYSTEM, worker_id=worker_id)


def test_nobody_but_the_system_starts_beats_stops_or_takes_back(worker_id: str) -> None:
    claimed_by("dead")
    admin = staff(Role.ADMIN)

    with pytest.raises(Denied):
        start_worker(admin)
    assert not beat_worker(admin, worker_id=worker_id)
    stop_worker(admin, worker_id=worker_id)
    assert take_back_tasks(admin) == 0
    assert status() == "RUNNING"
    assert WorkerHeartbeat.objects.count() == 1
