from uuid import UUID

import pytest
from django_tasks_db.models import DBTaskResult

from kith.core.actions.retry_task import retry_task
from kith.core.actions.run_next_task import run_next_task
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role
from tests.factories.core import SYSTEM, staff
from tests.factories.core_site import a_profile
from tests.factories.core_tasks import works

pytestmark = pytest.mark.django_db


@pytest.fixture
def dead() -> UUID:
    task = DBTaskResult.objects.get(id=works.enqueue("one").id)
    for _ in range(5):
        task.claim("dead")
    task.set_failed(ValueError())
    return task.id


def test_a_dead_letter_gets_five_fresh_tries(dead: UUID, done: list[str]) -> None:
    retry_task(SYSTEM, task_id=dead)

    task = DBTaskResult.objects.get()
    assert (task.status, task.worker_ids, task.finished_at) == ("READY", [], None)
    assert Event.objects.get().kind == "core.task_retried"
    assert run_next_task(SYSTEM, worker_id="w")
    assert done == ["one"]


def test_the_hosts_admin_may_try_again_and_nobody_else(dead: UUID) -> None:
    host_id = uuid7()
    set_site_profile(SYSTEM, **a_profile(host_organization_id=host_id))

    for viewer in (staff(Role.ADMIN), staff(Role.NAVIGATOR, organization_id=host_id)):
        with pytest.raises(Denied):
            retry_task(viewer, task_id=dead)
    retry_task(staff(Role.ADMIN, organization_id=host_id), task_id=dead)

    assert DBTaskResult.objects.get().status == "READY"


def test_a_task_that_is_not_dead_is_left_alone(dead: UUID) -> None:
    retry_task(SYSTEM, task_id=dead)

    with pytest.raises(StatusConflict):
        retry_task(SYSTEM, task_id=dead)


def test_an_unknown_task_is_not_found() -> None:
    with pytest.raises(NotFound):
        retry_task(SYSTEM, task_id=uuid7())
