"""Walking a list: each service once, to the true end, and a sentence where that is not sure."""

import json
from collections.abc import Callable

import pytest

from kith.directory.records import Json
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.errors import CrawlStopped
from kith.exchange.hsds.walk import Walk
from tests.factories.fake_feed import HERE, QUICK, Answer, FakeFeed, as_json, fake_feed
from tests.factories.played_hsds import PlayedHsds, envelope, services

SEVEN = services(7)


def walked(play: Callable[[str, dict[str, str]], Answer], **limits: int) -> tuple[list[str], Walk, FakeFeed]:
    """The names found, the walk after its end, and what was asked."""
    with fake_feed(play) as feed, Fetcher(allowed=HERE, limits=QUICK) as fetcher:
        walk = Walk(fetcher, feed.base, **limits)
        return [str(one.body.get("name", one.key)) for one in walk.services()], walk, feed


def changed(**changes: Json) -> Callable[[int], Answer]:
    """Pages with other claims than the good feed makes; None takes a claim away."""

    def page(number: int) -> Answer:
        body = {**envelope(SEVEN, number, 3), **changes}
        return as_json({name: value for name, value in body.items() if value is not None})

    return page


def names(count: int = 7) -> list[str]:
    return [f"Service {number:03}" for number in range(count)]


def test_a_good_list_is_walked_to_its_end_and_one_page_behind() -> None:
    found, walk, feed = walked(PlayedHsds(SEVEN))

    assert found == names()
    assert walk.troubles == walk.notes == []
    assert feed.asked == [f"/services?page={number}&per_page=100" for number in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    "claims",
    [
        {"total_pages": None, "first_page": None, "last_page": None},
        {"last_page": True, "total_pages": 1},
        {"last_page": False, "total_pages": 99},
        {"last_page": "no", "total_pages": "3"},
        {"total_items": None, "total_pages": None, "last_page": None, "empty": None},
        {"total_items": "7", "total_pages": -1},
        {"total_items": True, "total_pages": 2.5},
    ],
)
def test_whatever_a_page_claims_of_the_end_the_list_is_whole(claims: dict[str, Json]) -> None:
    found, walk, _feed = walked(PlayedHsds(SEVEN, page=changed(**claims)))

    assert found == names()
    assert walk.troubles == []


@pytest.mark.parametrize(
    ("total", "sentence", "is_trouble"),
    [
        (9, "Services in the list: 9 as the source says, 7 as it showed.", True),
        (3, "Services in the list: 3 as the source says, 7 as it showed.", False),
    ],
)
def test_a_wrong_total_is_told(total: int, sentence: str, is_trouble: bool) -> None:
    found, walk, _feed = walked(PlayedHsds(SEVEN, page=changed(total_items=total)))

    assert found == names()
    assert (walk.troubles, walk.notes) == (([sentence], []) if is_trouble else ([], [sentence]))


def test_a_feed_that_sends_the_whole_list_on_every_page_is_read_once() -> None:
    everything = as_json({"contents": list[Json](SEVEN), "total_items": 7})

    found, walk, feed = walked(PlayedHsds([], page=lambda _number: everything))

    assert found == names()
    assert walk.troubles == []
    assert len(feed.asked) == 2


def test_a_bare_list_is_a_list() -> None:
    found, walk, _feed = walked(PlayedHsds([], page=lambda _number: as_json(list[Json](SEVEN))))

    assert found == names()
    assert walk.troubles == []


def test_pages_that_go_round_in_circles_are_left_with_a_sentence() -> None:
    circle = lambda number: as_json({"contents": envelope(SEVEN, 1 + number % 2, 3)["contents"]})  # noqa: E731

    found, walk, feed = walked(PlayedHsds([], page=circle))

    assert sorted(found) == names(6)
    assert walk.troubles[0] == "Page 3 shows earlier services again. We stopped there."
    assert len(feed.asked) == 3


def test_a_list_without_end_is_left_with_a_sentence() -> None:
    fresh = lambda number: as_json({"contents": [{"id": f"{number}-{one}"} for one in range(5)]})  # noqa: E731

    found, walk, feed = walked(PlayedHsds([], page=fresh), most=20)

    assert len(found) == 20
    assert walk.troubles == ["The list has no end: we stopped after 20 services."]
    assert len(feed.asked) == 4


def test_one_id_over_and_over_is_one_service() -> None:
    page = as_json({"contents": [SEVEN[0]] * 128, "total_items": 31, "last_page": True})

    found, walk, _feed = walked(PlayedHsds([], page=lambda _number: page))

    assert found == names(1)
    assert walk.troubles == ["Services in the list: 31 as the source says, 1 as it showed."]


def test_an_id_twice_on_one_page_is_no_moving_list() -> None:
    twice: list[Json] = [SEVEN[0], SEVEN[0], SEVEN[1]]
    play = PlayedHsds([], page=lambda number: as_json({"contents": twice if number == 1 else []}))

    found, walk, _feed = walked(play)

    assert found == names(2)
    assert walk.troubles == []


@pytest.mark.parametrize("claims", [{"total_items": None}, {}])
def test_a_list_that_moves_while_it_is_read_is_not_whole(claims: dict[str, Json]) -> None:
    def page(number: int) -> Answer:
        bodies = SEVEN if number == 1 else [{**SEVEN[0], "id": "0", "name": "New"}, *SEVEN]
        body = {**envelope(bodies, number, 3), **claims}
        return as_json({name: value for name, value in body.items() if value is not None})

    found, walk, _feed = walked(PlayedHsds([], page=page))

    assert found == names()
    assert "The list changed while we read it." in walk.troubles


@pytest.mark.parametrize("status", [500, 503])
def test_one_broken_page_does_not_hide_the_next(status: int) -> None:
    def page(number: int) -> Answer:
        return Answer(status=status) if number == 2 else as_json(envelope(SEVEN, number, 3))

    found, walk, _feed = walked(PlayedHsds([], page=page))

    assert found == [*names(3), "Service 006"]
    assert walk.troubles[0] == (
        f"Page 2 of the list could not be read: The other server answered with the error {status}."
    )


@pytest.mark.parametrize("answer", [Answer(status=429), Answer(status=503, headers={"Retry-After": "9999"})])
def test_a_source_that_asks_us_to_stop_is_obeyed(answer: Answer) -> None:
    def page(number: int) -> Answer:
        return answer if number == 2 else as_json(envelope(SEVEN, number, 3))

    with pytest.raises(CrawlStopped):
        walked(PlayedHsds([], page=page))


def test_what_an_empty_page_claims_does_not_count() -> None:
    nothing = as_json({"contents": [], "total_items": 0})

    found, walk, _feed = walked(
        PlayedHsds([], page=lambda number: as_json(envelope(SEVEN, 1, 7)) if number == 1 else nothing)
    )

    assert found == names()
    assert walk.troubles == walk.notes == []


@pytest.mark.parametrize(
    "broken",
    [
        Answer(status=500),
        Answer((b"<h1>Sorry</h1>",)),
        Answer((b"\xff",)),
        Answer((b"[" * 5000,)),
        as_json({"message": "no"}),
        as_json("no"),
    ],
)
def test_pages_that_are_all_broken_come_to_an_end(broken: Answer) -> None:
    def page(number: int) -> Answer:
        return broken if number > 1 else changed(last_page=False, total_pages=None)(1)

    found, walk, feed = walked(PlayedHsds([], page=page))

    assert found == names(3)
    assert len(walk.troubles) == 4
    assert len(feed.asked) == 4


def test_a_page_that_is_not_there_is_the_end_and_no_whole_list_where_no_total_was_given() -> None:
    def page(number: int) -> Answer:
        return (
            changed(total_items=None, total_pages=None, last_page=None)(1)
            if number == 1
            else Answer(status=404)
        )

    found, walk, feed = walked(PlayedHsds([], page=page))

    assert found == names(3)
    assert len(walk.troubles) == 1
    assert len(feed.asked) == 2


def test_a_feed_that_refuses_a_page_size_is_asked_without() -> None:
    def play(path: str, query: dict[str, str]) -> Answer:
        return Answer(status=400) if "per_page" in query else PlayedHsds(SEVEN)(path, query)

    found, walk, feed = walked(play)

    assert found == names()
    assert walk.troubles == []
    assert feed.asked[1:3] == ["/services?page=1", "/services?page=2"]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("text", "This is not a record: a JSON object is needed."),
        ({"name": "No id"}, "The list gives it no id."),
        ({"id": ""}, "The list gives it no id."),
        ({"id": True}, "The list gives it no id."),
        ({"id": "x" * 101}, "The list gives it no id."),
        ({"id": ".."}, "Its id holds signs that no address can hold."),
        ({"id": "a\x00b"}, "Its id holds signs that no address can hold."),
    ],
)
def test_an_item_without_an_id_that_can_be_used_says_so(item: Json, why: str) -> None:
    contents: list[Json] = [item, {"id": 12}]
    play = PlayedHsds([], page=lambda number: as_json({"contents": contents if number == 1 else []}))
    with fake_feed(play) as feed, Fetcher(allowed=HERE, limits=QUICK) as fetcher:
        first, second = Walk(fetcher, feed.base).services()

    assert (first.why, first.key) == (why, "")
    assert (second.why, second.key, second.position) == ("", "12", 2)


@pytest.mark.parametrize("first", [Answer(status=500), Answer((b"<html>",)), as_json({"message": "no"})])
def test_without_a_first_page_there_is_no_list(first: Answer) -> None:
    with pytest.raises(NotFetched):
        walked(PlayedHsds([], page=lambda _number: first))


def test_a_source_that_goes_away_between_two_pages_stops_the_walk() -> None:
    def page(number: int) -> Answer:
        return (
            as_json(envelope(SEVEN, 1, 3)) if number == 1 else Answer((json.dumps({}).encode(),), is_cut=True)
        )

    with pytest.raises(CrawlStopped, match="give the same command again"):
        walked(PlayedHsds([], page=page))
