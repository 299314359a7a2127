import logging
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from kith.core import clock
from kith.core.actions.run_next_task import WAITS_SECONDS, run_next_task
from kith.core.actions.start_worker import start_worker
from kith.core.viewer import Role
from tests.factories.core import SYSTEM, staff
from tests.factories.core_tasks import stumbles, works

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker_id() -> str:
    return start_worker(SYSTEM)


def make_due(task_id: str) -> None:
    DBTaskResult.objects.filter(id=task_id).update(run_after=clock.now() - timedelta(seconds=1))


def test_a_task_runs_once_and_is_done(worker_id: str, done: list[str]) -> None:
    works.enqueue("one")

    assert run_next_task(SYSTEM, worker_id=worker_id)
    assert not run_next_task(SYSTEM, worker_id=worker_id)

    task = DBTaskResult.objects.get()
    assert done == ["one"]
    assert (task.status, task.worker_ids) == ("SUCCESSFUL", [worker_id])
    assert task.finished_at is not None


def test_an_empty_queue_costs_one_look(worker_id: str, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert not run_next_task(SYSTEM, worker_id=worker_id)


def test_a_task_for_later_waits(worker_id: str, done: list[str]) -> None:
    works.using(run_after=clock.now() + timedelta(minutes=5)).enqueue("later")

    assert not run_next_task(SYSTEM, worker_id=worker_id)
    assert not done


def test_a_failed_task_waits_longer_each_time_and_becomes_a_dead_letter(worker_id: str) -> None:
    task_id = stumbles.enqueue("Amara").id

    for tries, wait in enumerate(WAITS_SECONDS, start=1):
        assert run_next_task(SYSTEM, worker_id=worker_id)
        assert not run_next_task(SYSTEM, worker_id=worker_id)
        task = DBTaskResult.objects.get()
        assert (task.status, len(task.worker_ids)) == ("READY", tries)
        assert abs(task.run_after - clock.now() - timedelta(seconds=wait)) < timedelta(seconds=60)
        make_due(task_id)
    assert run_next_task(SYSTEM, worker_id=worker_id)

    task = DBTaskResult.objects.get()
    assert (task.status, len(task.worker_ids)) == ("FAILED", 5)


def test_the_words_of_an_error_are_kept_nowhere(worker_id: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    task_id = stumbles.enqueue("Amara").id

    for _ in range(5):
        run_next_task(SYSTEM, worker_id=worker_id)
        make_due(task_id)

    task = DBTaskResult.objects.get()
    assert task.exception_class_path == "tests.factories.core_tasks.Stumbled"
    assert "raise Stumbled" in task.traceback
    assert "Amara" not in task.traceback + caplog.text
    assert "is a dead letter" in caplog.text


def test_a_task_whose_code_is_gone_fails_like_any_other(worker_id: str) -> None:
    works.enqueue("one")
    DBTaskResult.objects.update(task_path="kith.care.gone")

    assert run_next_task(SYSTEM, worker_id=worker_id)
    assert DBTaskResult.objects.get().exception_class_path == "builtins.ImportError"


def test_a_run_that_was_taken_back_does_not_say_how_the_next_one_ended(
    worker_id: str, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    works.enqueue("one")
    later = clock.now() + timedelta(minutes=1)

    class TakesBack(list[str]):
        def append(self, _word: str) -> None:
            DBTaskResult.objects.update(status="READY", started_at=later)

    monkeypatch.setattr("tests.factories.core_tasks.DONE", TakesBack())
    run_next_task(SYSTEM, worker_id=worker_id)

    assert DBTaskResult.objects.get().status == "READY"


def test_only_the_system_runs_tasks(worker_id: str, done: list[str]) -> None:
    works.enqueue("one")

    assert not run_next_task(staff(Role.ADMIN), worker_id=worker_id)
    assert not done
