from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from kith.core import clock
from kith.core.actions.once import once
from kith.core.actions.prune_work import prune_work
from kith.core.ids import uuid7
from kith.core.listeners.housekeeping import forget_old_sessions, forget_old_work, keep_checkpoint
from kith.core.models import IdempotencyKey
from kith.core.viewer import Role
from tests.factories.core import SYSTEM, staff
from tests.factories.core_tasks import works

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "status, days, stays",
    [
        ("SUCCESSFUL", 13, True),
        ("SUCCESSFUL", 15, False),
        ("FAILED", 15, True),
        ("FAILED", 181, False),
        ("READY", 400, True),
        ("RUNNING", 400, True),
    ],
)
def test_what_has_ended_is_forgotten_in_its_time(status: str, days: int, stays: bool) -> None:
    works.enqueue("one")
    DBTaskResult.objects.update(status=status, finished_at=clock.now() - timedelta(days=days))

    assert prune_work(SYSTEM) == (not stays)
    assert DBTaskResult.objects.exists() == stays


@pytest.mark.parametrize("days, stays", [(29, True), (31, False)])
def test_form_keys_are_forgotten_after_thirty_days(days: int, stays: bool) -> None:
    once(staff(), key=uuid7(), work=uuid7)
    IdempotencyKey.objects.update(at=clock.now() - timedelta(days=days))

    prune_work(SYSTEM)

    assert IdempotencyKey.objects.exists() == stays


def test_nobody_but_the_system_forgets() -> None:
    works.enqueue("one")
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=clock.now() - timedelta(days=99))

    assert prune_work(staff(Role.ADMIN)) == 0


def test_the_core_keeps_house() -> None:
    works.enqueue("one")
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=clock.now() - timedelta(days=99))

    for job in (keep_checkpoint, forget_old_work, forget_old_sessions):
        job(SYSTEM)

    assert not DBTaskResult.objects.exists()
