"""The worker as a real process."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kith.core.models import EventSeal
from kith.core.worker import work_off
from tests.environment import scaled
from tests.factories.core import thing_done
from tests.factories.core_tasks import works
from tests.factories.site import Site, copied_site

MOST_SECONDS = 60.0
ENQUEUE = """
from tests.factories.core_tasks import works
for number in range({count}): works.enqueue(str(number))
"""
ONE_EVENT = "from tests.factories.core import thing_done; thing_done()"
CLAIM = """
from django_tasks_db.models import DBTaskResult
from kith.core.models import WorkerHeartbeat
DBTaskResult.objects.get(task_path__endswith="works").claim(WorkerHeartbeat.objects.get().worker_id)
"""


@pytest.fixture
def site(site_template: Site, tmp_path: Path) -> Iterator[Site]:
    with copied_site(site_template, tmp_path / "site") as made:
        yield made


def until(holds: Callable[[], bool]) -> None:
    last = time.monotonic() + MOST_SECONDS
    while not holds():
        assert time.monotonic() < last, "it did not come true"
        time.sleep(0.1)


def beats(site: Site) -> list[tuple[object, ...]]:
    return site.ask("SELECT worker_id FROM core_worker_heartbeat")


def tasks(site: Site) -> list[tuple[object, ...]]:
    """Status and starts of the tests' own tasks."""
    rows = site.ask(
        "SELECT status, worker_ids FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%works'"
    )
    return [(status, str(workers).count("-") // 4) for status, workers in rows]


def stop(worker: "subprocess.Popen[str]", number: signal.Signals) -> str:
    worker.send_signal(number)
    out, _ = worker.communicate(timeout=MOST_SECONDS)
    return out


@pytest.mark.django_db
def test_work_off_runs_all_that_is_due_and_seals(done: list[str]) -> None:
    for word in ("one", "two"):
        works.enqueue(word)
    event_id = thing_done()

    assert work_off() == 2

    assert done == ["one", "two"]
    assert EventSeal.objects.get().event_id == event_id


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_asked_to_stop_leaves_in_order(site: Site, number: signal.Signals) -> None:
    worker = site.start("manage.py", "worker")
    until(lambda: len(beats(site)) == 1)

    out = stop(worker, number)

    assert worker.returncode == 0, out
    assert "has stopped" in out
    assert beats(site) == []


@pytest.mark.heavy
def test_several_workers_share_the_work_and_run_each_task_once(site: Site) -> None:
    count = scaled(300, least=30)
    site.python(ENQUEUE.format(count=count))
    workers = [site.start("manage.py", "worker") for _ in range(3)]
    try:
        until(lambda: tasks(site) == [("SUCCESSFUL", 1)] * count)
    finally:
        outs = [stop(worker, signal.SIGTERM) for worker in workers]

    assert not [out for out in outs if "failed" in out], outs


def test_a_worker_seals_while_it_works_and_takes_back_at_once(site: Site) -> None:
    first = site.start("manage.py", "worker")
    until(lambda: len(beats(site)) == 1)
    first.kill()
    first.communicate()
    site.python(ENQUEUE.format(count=1))
    site.python(CLAIM)
    site.python(ONE_EVENT)

    second = site.start("manage.py", "worker")
    try:
        until(lambda: tasks(site) == [("SUCCESSFUL", 2)])
        until(lambda: site.ask("SELECT count(*) FROM core_event_seal") == [(1,)])
    finally:
        stop(second, signal.SIGTERM)


def test_a_worker_outlives_a_database_that_is_not_ready(site: Site) -> None:
    site.ask("ALTER TABLE core_worker_heartbeat RENAME TO away")
    worker = site.start("manage.py", "worker")
    assert worker.stdout is not None

    assert "The database failed" in worker.stdout.readline()

    site.ask("ALTER TABLE away RENAME TO core_worker_heartbeat")
    until(lambda: len(beats(site)) == 1)
    assert "has stopped" in stop(worker, signal.SIGTERM)


def test_a_worker_that_others_gave_up_begins_again_under_a_new_id(site: Site) -> None:
    worker = site.start("manage.py", "worker")
    until(lambda: len(beats(site)) == 1)
    first = beats(site)
    site.ask("DELETE FROM core_worker_heartbeat")

    until(lambda: len(beats(site)) == 1)

    assert beats(site) != first
    stop(worker, signal.SIGTERM)
