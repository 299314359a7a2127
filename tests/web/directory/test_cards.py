from datetime import UTC, date, datetime, time

import pytest
from django.utils.translation import override

from kith.directory.models import Schedule
from kith.directory.reading.hours import open_week
from kith.directory.views_of import DayHours, Hours, OpenWeek
from kith.web.directory.cards import day_rows, open_tag

A_NIGHT = OpenWeek((DayHours(date(2026, 11, 20), (Hours(time(22), time(6)),), False),), (), True, time(6))
FRIDAY_NIGHT = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(("language", "words"), [("en", "the next day"), ("ar", "من اليوم التالي")])
def test_hours_over_midnight_say_that_they_end_on_the_next_day(language: str, words: str) -> None:
    with override(language):
        row = day_rows(A_NIGHT)[0]

    assert row.hours.endswith(words)


@pytest.mark.parametrize(("language", "words"), [("en", "Open until"), ("ar", "مفتوح حتى")])
def test_a_night_that_has_begun_is_open_until_the_morning(language: str, words: str) -> None:
    shelter = Schedule(freq="WEEKLY", byday="FR", opens_at="22:00", closes_at="06:00")

    with override(language):
        tag = open_tag(open_week([shelter], timezone="UTC", moment=FRIDAY_NIGHT))

    assert tag is not None
    assert tag.words.startswith(words)
    assert "6" in tag.words


@pytest.mark.parametrize(("language", "words"), [("en", "Open now"), ("ar", "مفتوح الآن")])
def test_what_does_not_close_within_a_day_is_open_now(language: str, words: str) -> None:
    with override(language):
        tag = open_tag(OpenWeek((), (), True, None))

    assert tag is not None
    assert tag.words == words


def test_what_is_shut_is_closed_now() -> None:
    tag = open_tag(OpenWeek((), (), False, None))

    assert tag is not None
    assert tag.words == "Closed now"
