from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from kith.core import clock
from kith.core.actions.run_due_jobs import run_due_jobs
from kith.core.actions.start_worker import start_worker
from kith.core.errors import Denied
from kith.core.queries.database_state import database_state
from kith.core.queries.dead_letters import dead_letters
from kith.core.queries.work_state import work_state
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, staff, thing_done
from tests.factories.core_tasks import works

pytestmark = pytest.mark.django_db


def dead_letter(word: str) -> DBTaskResult:
    task = DBTaskResult.objects.get(id=works.enqueue(word).id)
    task.claim("w")
    task.set_failed(ValueError("Amara"))
    return task


def test_the_state_counts_workers_tasks_seals_and_jobs(django_assert_num_queries) -> None:
    run_due_jobs(SYSTEM)
    start_worker(SYSTEM)
    with clock.at(clock.now() - timedelta(seconds=31)):
        start_worker(SYSTEM)
    works.enqueue("due")
    works.using(run_after=clock.now() + timedelta(hours=1)).enqueue("later")
    dead_letter("dead")
    thing_done()

    with django_assert_num_queries(7):
        state = work_state(SYSTEM)

    assert (state.living_workers, state.due, state.running, state.dead, state.unsealed) == (1, 1, 0, 1, 1)
    assert state.last_seen_at is not None
    assert "kith.core.listeners.housekeeping.keep_checkpoint" in {job.name for job in state.jobs}


def test_a_site_that_has_not_begun_has_no_worker() -> None:
    state = work_state(SYSTEM)

    assert (state.living_workers, state.last_seen_at, state.jobs) == (0, None, ())


def test_how_the_database_is_set_is_for_the_system() -> None:
    assert database_state(SYSTEM).pending_migrations == 0
    with pytest.raises(Denied):
        database_state(staff(Role.ADMIN))


def test_dead_letters_come_newest_first_without_words_of_errors() -> None:
    first, second = dead_letter("one"), dead_letter("two")

    lines = dead_letters(SYSTEM, limit=5)

    assert [line.id for line in lines] == [second.id, first.id]
    assert (lines[1].arguments, lines[1].tries, lines[1].error) == (("one",), 1, "builtins.ValueError")
    assert lines[1].task == "tests.factories.core_tasks.works"
    assert "Amara" not in str(lines)
    assert len(dead_letters(SYSTEM, limit=1)) == 1


@pytest.mark.parametrize("viewer", [Viewer.nobody(Door.PUBLIC), *(staff(role) for role in Role)])
def test_others_see_nothing_of_the_work(viewer: Viewer) -> None:
    dead_letter("one")
    start_worker(SYSTEM)

    assert dead_letters(viewer, limit=5) == []
    assert work_state(viewer).living_workers == work_state(viewer).dead == 0
