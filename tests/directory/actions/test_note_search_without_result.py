from datetime import UTC, date, datetime, timedelta

import pytest

from kith.core import clock
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from kith.directory.actions.note_search_without_result import note_search_without_result
from kith.directory.models import SearchWithoutResult
from kith.directory.policies.search_without_result import POLICY, May, searches_without_result
from kith.directory.terms import Topic
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_host, curator

pytestmark = pytest.mark.django_db

FRIDAY = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def note(viewer: Viewer = NOBODY, *, topic: Topic | None = Topic.HOUSING, area: str = "Northgate") -> None:
    note_search_without_result(viewer, topic=topic, language="ar", area=area)


def test_the_same_gap_in_a_week_is_one_row_that_counts() -> None:
    with clock.at(FRIDAY):
        note()
        note()
    with clock.at(FRIDAY + timedelta(days=3)):
        note()

    rows = SearchWithoutResult.objects.order_by("week_starts_on")
    assert list(rows.values_list("week_starts_on", "times")) == [
        (date(2026, 11, 16), 2),
        (date(2026, 11, 23), 1),
    ]


def test_nothing_but_topic_language_area_and_week_is_kept() -> None:
    note(staff(Role.NAVIGATOR), topic=None, area="")

    kept = {field.name for field in SearchWithoutResult._meta.get_fields()}
    assert kept == {"id", "topic", "language", "area", "week_starts_on", "times"}
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("role", "may_read"), [(Role.CURATOR, True), (Role.EVALUATOR, True), (Role.NAVIGATOR, False)]
)
def test_who_of_the_host_reads_the_counts(role: Role, may_read: bool) -> None:
    note()

    viewer = staff(role, organization_id=a_host())

    assert searches_without_result(viewer, May.READ).exists() is may_read


def test_others_do_not_read_the_counts() -> None:
    note()
    curator()

    assert not searches_without_result(NOBODY, May.READ).exists()
    assert not searches_without_result(staff(Role.EVALUATOR), May.READ).exists()
    assert searches_without_result(SYSTEM, May.READ).exists()
    assert set(POLICY) == set(May)
