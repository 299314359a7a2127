from datetime import timedelta

import pytest

from kith.core import clock, schedule
from kith.core.actions.run_due_jobs import run_due_jobs
from kith.core.errors import Unavailable
from kith.core.models import ScheduledJob
from kith.core.schedule import Repeated
from kith.core.viewer import Viewer
from tests.factories.core import SYSTEM, staff

pytestmark = pytest.mark.django_db
RUNS: list[str] = []


def often(viewer: Viewer) -> None:
    assert viewer.is_system
    RUNS.append("often")


def seldom(_viewer: Viewer) -> None:
    RUNS.append("seldom")


def breaks(_viewer: Viewer) -> None:
    raise Unavailable("Amara's mail server")


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    RUNS.clear()
    monkeypatch.setattr(schedule, "SCHEDULE", {})
    for job in (
        Repeated("often", 10, often),
        Repeated("breaks", 10, breaks),
        Repeated("seldom", 3600, seldom),
    ):
        schedule.SCHEDULE[job.name] = job
    monkeypatch.setattr("kith.core.actions.run_due_jobs.SCHEDULE", schedule.SCHEDULE)


def test_each_job_runs_at_its_time() -> None:
    start = clock.now()

    for seconds in (0, 5, 11, 22, 3601):
        with clock.at(start + timedelta(seconds=seconds)):
            run_due_jobs(SYSTEM)

    assert RUNS == ["often", "seldom", "often", "often", "often", "seldom"]


def test_one_look_and_no_write_when_nothing_is_due(django_assert_num_queries) -> None:
    run_due_jobs(SYSTEM)

    with django_assert_num_queries(1):
        assert run_due_jobs(SYSTEM) == 0


def test_a_job_that_fails_stops_no_other_and_keeps_no_words(caplog: pytest.LogCaptureFixture) -> None:
    assert run_due_jobs(SYSTEM) == 3

    row = ScheduledJob.objects.get(name="breaks")
    assert row.error == "kith.core.errors.Unavailable"
    assert row.ended_at is not None
    assert str(row) == "breaks"
    assert "Amara" not in caplog.text
    assert ScheduledJob.objects.get(name="often").error == ""
    assert sorted(RUNS) == ["often", "seldom"]


def test_a_job_that_another_worker_took_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    run_due_jobs(SYSTEM)
    ScheduledJob.objects.update(due_at=clock.now() - timedelta(seconds=1))
    taken = ScheduledJob.objects.filter(name="often")

    def takes_the_other(_viewer: Viewer) -> None:
        taken.update(due_at=clock.now() + timedelta(seconds=60))

    monkeypatch.setitem(schedule.SCHEDULE, "breaks", Repeated("breaks", 10, takes_the_other))
    schedule.SCHEDULE["often"] = schedule.SCHEDULE.pop("often")
    RUNS.clear()

    assert run_due_jobs(SYSTEM) == 2
    assert RUNS == ["seldom"]


def test_nobody_but_the_system_runs_jobs() -> None:
    run_due_jobs(SYSTEM)
    ScheduledJob.objects.update(due_at=clock.now() - timedelta(seconds=1))
    RUNS.clear()

    assert run_due_jobs(staff()) == 0
    assert not RUNS
