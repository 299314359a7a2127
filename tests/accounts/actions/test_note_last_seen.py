from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.accounts.actions.note_last_seen import note_last_seen
from kith.accounts.models import User
from kith.core import clock
from kith.core.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_an_hour_of_clicking_writes_sixty_times(navigator: Viewer) -> None:
    start = clock.now()
    written = 0
    for second in range(0, 3600, 5):
        with clock.at(start + timedelta(seconds=second)):
            written += note_last_seen(navigator)

    assert written == 60


def test_it_is_one_conditional_update(navigator: Viewer) -> None:
    with CaptureQueriesContext(connection) as ran:
        note_last_seen(navigator)

    statements = [query["sql"] for query in ran if "SAVEPOINT" not in query["sql"]]
    assert len(statements) == 1
    assert statements[0].startswith("UPDATE")


def test_it_writes_the_viewers_own_time_only(navigator: Viewer, admin: Viewer) -> None:
    note_last_seen(navigator)

    assert User.objects.get(pk=navigator.user_id).last_seen_at is not None
    assert User.objects.get(pk=admin.user_id).last_seen_at is None


def test_nobody_is_not_seen() -> None:
    assert note_last_seen(make.NOBODY) is False
