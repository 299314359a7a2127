"""What is read out of a search as it was sent: what can be used, and nothing else."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core import clock
from kith.directory.narrowing import ListOrder
from kith.directory.terms import Topic
from kith.web.directory.asked import LONGEST_WORDS, Asked, asked_in

NAMES = [
    "words",
    "near",
    "topic",
    "only",
    "fact",
    "language",
    "age",
    "open",
    "day",
    "hour",
    "km",
    "sort",
    "page",
]
NEW_YORK = ZoneInfo("America/New_York")
SUNDAY_NIGHT = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)


def sent(query: str) -> Asked:
    return asked_in(QueryDict(query))


def test_every_wish_is_read() -> None:
    asked = sent(
        "words=tea&near=Mill&km=5&afar=1&topic=food&language=ar&fact=culture-steps&age=15&open=now"
        "&places=1&sort=near&page=3"
    )

    assert (asked.words, asked.near, asked.km, asked.is_afar) == ("tea", "Mill", 5, True)
    assert (asked.topics, asked.languages, asked.facts) == ((Topic.FOOD,), ("ar",), ("culture-steps",))
    assert (asked.age, asked.is_open_now, asked.has_places) == (15, True, True)
    assert (asked.order, asked.page) == (ListOrder.NEAR, 3)


@pytest.mark.parametrize(
    "query",
    [
        "age=-1&km=7&day=9&hour=99&sort=random&page=0",
        "age=1e3&km=&day=x&hour=%00&page=%D9%A3",
        "topic=nonsense&fact=nonsense&language=nonsense&open=later&without=nonsense:1&only=%27",
        "age=" + "9" * 400,
    ],
)
def test_what_cannot_be_used_is_left_out(query: str) -> None:
    assert sent(query) == Asked()


def test_long_words_are_cut_and_it_is_said() -> None:
    asked = sent("words=" + "x" * 10_000)

    assert len(asked.words) == LONGEST_WORDS
    assert asked.is_cut


def test_the_sign_that_ends_a_text_in_a_database_is_taken_out() -> None:
    assert sent("words=a%00b&near=%00").words == "ab"


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ("fact:culture-steps", ("cost-free",)),
        ("fact", ()),
        ("words", ("culture-steps", "cost-free")),
        ("filters", ()),
        ("everything", ()),
    ],
)
def test_a_button_takes_a_wish_away(taken: str, left: tuple[str, ...]) -> None:
    asked = sent(f"words=tea&near=Mill&fact=culture-steps&fact=cost-free&without={taken}")

    assert set(asked.facts) == set(left)
    assert asked.words == ("" if taken in {"words", "everything"} else "tea")
    assert asked.near == "Mill"
    assert not asked.is_empty


def test_a_pressed_topic_takes_the_place_of_words_and_keeps_the_rest() -> None:
    asked = sent("words=zzz&near=Mill&fact=cost-free&topic=food&only=housing")

    assert (asked.words, asked.topics, asked.near) == ("", (Topic.HOUSING,), "Mill")
    assert asked.facts == ("cost-free",)


def test_another_town_takes_the_place_of_the_first() -> None:
    assert sent("near=Mill&instead=Harbour").near == "Harbour"


@pytest.mark.parametrize(
    ("query", "then"),
    [
        ("day=0&hour=9", datetime(2026, 11, 30, 9, tzinfo=NEW_YORK)),
        ("day=6&hour=18", datetime(2026, 11, 29, 18, tzinfo=NEW_YORK)),
        ("day=6&hour=9", datetime(2026, 12, 6, 9, tzinfo=NEW_YORK)),
    ],
)
def test_a_day_and_hour_are_the_next_ones_on_the_sites_clock(query: str, then: datetime) -> None:
    with clock.at(SUNDAY_NIGHT):
        asked = sent(query).narrowing("America/New_York")

    assert asked.open_at == then


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(query=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=30)), max_size=20))
def test_nothing_that_can_be_sent_is_an_error(query: list[tuple[str, str]]) -> None:
    fields = QueryDict(mutable=True)
    for name, value in query:
        fields.appendlist(name, value)

    asked_in(fields).narrowing("Asia/Kolkata")
