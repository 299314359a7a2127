"""What a feed says of itself at its base address."""

import pytest

from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.feed import Feed, feed_at
from tests.factories.fake_feed import HERE, QUICK, Answer, as_json, fake_feed


def told(root: Answer, suffix: str = "") -> Feed:
    with fake_feed(lambda _path, _query: root) as feed, Fetcher(allowed=HERE, limits=QUICK) as fetcher:
        found = feed_at(fetcher, feed.base + suffix)
        return Feed(found.base.removeprefix(feed.base), found.version, found.profile)


@pytest.mark.parametrize("suffix", ["", "/", "/services", "/services/"])
def test_its_version_and_profile(suffix: str) -> None:
    root = as_json({"version": "3.1", "profile": "https://docs.openreferral.org/en/3.1/"})

    assert told(root, suffix) == Feed("", "3.1", "https://docs.openreferral.org/en/3.1/")


def test_a_base_may_lie_deeper() -> None:
    assert told(as_json({}), "/api/v3/").base == "/api/v3"


@pytest.mark.parametrize(
    "root",
    [
        Answer(status=404),
        Answer(status=500),
        Answer((b"<h1>Welcome</h1>",)),
        as_json([]),
        as_json({"version": 3.1, "profile": None}),
    ],
)
def test_a_feed_may_say_nothing_of_itself(root: Answer) -> None:
    assert told(root) == Feed("", "", "")


def test_signs_that_no_database_keeps_are_left_out() -> None:
    assert told(as_json({"version": "3\x00.1"})).version == "3.1"


@pytest.mark.parametrize(
    "root", [Answer((b"{",), is_cut=True), Answer(status=302, headers={"Location": "//x"})]
)
def test_nobody_there_is_no_feed(root: Answer) -> None:
    with pytest.raises(NotFetched):
        told(root)


@pytest.mark.parametrize("suffix", ["/?key=1", "/#top", "/services?page=2"])
def test_an_address_has_no_questions_in_it(suffix: str) -> None:
    with pytest.raises(NotFetched, match="without what follows"):
        told(as_json({}), suffix)
