"""Crawling: each listed service whole, and a sentence for each that cannot be had."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from kith.directory.records import Json
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.fetching.limits import Limits
from kith.exchange.hsds.crawl import Crawl
from kith.exchange.hsds.errors import CrawlStopped
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.walk import Walk
from kith.exchange.source_ids import SourceIds
from tests.factories.fake_feed import HERE, QUICK, Answer, FakeFeed, PlayedNetwork, as_json, fake_feed
from tests.factories.played_hsds import Body, PlayedHsds, services, whole

FIVE = services(5)
FIRST, SECOND = str(FIVE[0]["id"]), str(FIVE[1]["id"])


@dataclass(slots=True)
class KeptHere:
    records: dict[str, Body] = field(default_factory=dict)

    def find(self, key: str) -> Body | None:
        return self.records.get(key)

    def add(self, key: str, record: Body) -> None:
        self.records[key] = record


def crawled(
    play: Callable[[str, dict[str, str]], Answer], kept: KeptHere | None = None, limits: Limits = QUICK
) -> tuple[list[RawRecord], FakeFeed]:
    """What came of it, and what was asked."""
    with fake_feed(play) as feed:
        network = PlayedNetwork(port=feed.port).network()
        with Fetcher(allowed=HERE, limits=limits, network=network) as fetcher:
            walk, ids = Walk(fetcher, feed.base), SourceIds("Riverside")
            records = list(Crawl(fetcher, walk, feed.base, ids, kept or KeptHere()).records())
    return records, feed


def refused(records: list[RawRecord]) -> dict[str, str]:
    """Why, by the key that stays known."""
    return {one.key: one.why for one in records if one.body is None}


def broken(key: str, answer: Answer) -> PlayedHsds:
    return PlayedHsds(FIVE, broken={f"/services/{key}": answer})


def test_every_service_comes_whole_and_in_the_lists_order() -> None:
    kept = KeptHere()

    records, feed = crawled(PlayedHsds(FIVE), kept)

    assert [one.body for one in records] == FIVE
    assert [one.line for one in records] == [one.read_bytes for one in records] == [1, 2, 3, 4, 5]
    assert list(kept.records.values()) == FIVE
    assert len(feed.asked) == 3 + 5


def test_nothing_is_fetched_that_was_fetched_before() -> None:
    kept = KeptHere({str(body["id"]): body for body in FIVE[:4]})

    records, feed = crawled(PlayedHsds(FIVE), kept)

    assert [one.body for one in records] == FIVE
    assert [path for path in feed.paths() if path != "/services"] == [f"/services/{FIVE[4]['id']}"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(status=500), "The other server answered with the error 500."),
        (Answer(status=404), "The other server answered with the error 404."),
        (Answer((b"<h1>Sorry</h1>",)), "This is a web page, not JSON. Is it the address of the listings?"),
        (Answer((b"\xff\xfe",)), "This is not UTF-8 text."),
        (Answer((b'{"id":' + b"[" * 5000,)), "The record is nested too deeply."),
        (Answer([b" " * 1_000_000] * 10), "The answer is larger than 2.0 MB. We hung up."),
        (
            Answer((gzip.compress(b" " * 30_000_000),), headers={"Content-Encoding": "gzip"}),
            "The answer is larger than 2.0 MB. We hung up.",
        ),
        (Answer((b'{"id": ',), is_cut=True), "The answer was cut off before its end."),
        (as_json(whole("Another")), "The source gave something else than the record we asked for."),
        (as_json([]), "The source gave something else than the record we asked for."),
        (as_json({**FIVE[1], "alert": "a\x00b"}), "The record holds a sign that cannot be kept."),
        (
            Answer(status=302, headers={"Location": "http://127.0.0.1:8081/"}),
            "The address sends us on to another one",
        ),
        (
            Answer(status=302, headers={"Location": "http://169.254.169.254/latest/"}),
            "The address sends us on to another one",
        ),
        (
            Answer(status=302, headers={"Location": "file:///etc/passwd"}),
            "“file:///etc/passwd” is not a web address.",
        ),
    ],
)
def test_one_bad_record_is_a_sentence_and_the_rest_goes_on(answer: Answer, why: str) -> None:
    records, _feed = crawled(broken(SECOND, answer))

    assert [one.body for one in records] == [FIVE[0], None, *FIVE[2:]]
    assert refused(records).keys() == {SECOND}
    assert refused(records)[SECOND].startswith(f"{SECOND}: {why}")


def test_a_drip_is_a_sentence_and_the_rest_goes_on() -> None:
    limits = replace(QUICK, grace=0.1, least_speed=5000, tries=1)

    records, _feed = crawled(broken(SECOND, Answer([b" "] * 100, pause=0.02)), limits=limits)

    assert refused(records) == {SECOND: f"{SECOND}: The other server answers too slowly. We hung up."}


def test_what_could_not_be_fetched_is_fetched_the_next_time() -> None:
    kept = KeptHere()
    crawled(broken(SECOND, Answer(status=500)), kept)

    records, feed = crawled(PlayedHsds(FIVE), kept)

    assert [one.body for one in records] == FIVE
    assert [path for path in feed.paths() if path != "/services"] == [f"/services/{SECOND}"]


def test_a_whole_record_in_the_list_stands_in_for_a_broken_single_one() -> None:
    page = as_json({"contents": list[Json](FIVE), "total_items": 5})

    records, feed = crawled(PlayedHsds(FIVE, page=lambda _number: page, one=lambda _key: Answer(status=500)))

    assert [one.body for one in records] == FIVE
    assert len(feed.asked) == 2 + 3, "three broken answers are enough to know"


def test_a_short_form_never_takes_the_place_of_a_whole_record() -> None:
    records, _feed = crawled(PlayedHsds(FIVE, one=lambda _key: Answer(status=500)))

    assert [one.body for one in records] == [None] * 5
    assert refused(records)[str(FIVE[4]["id"])].endswith("The source shows no single services.")


def test_an_id_that_is_no_uuid_keeps_its_place_under_ours() -> None:
    body: Body = {**FIVE[0], "id": "a/b?c"}

    records, feed = crawled(PlayedHsds([body], one=lambda key: as_json({**body, "id": key})))
    missing, _feed = crawled(PlayedHsds([body], one=lambda _key: Answer(status=500)))

    assert records[0].body == body
    assert feed.asked[1] == "/services/a%2Fb%3Fc"
    assert refused(missing).keys() == {SourceIds("Riverside").of("service", "a/b?c")}


@pytest.mark.parametrize(
    ("away", "why"), [(Answer((b"{",), is_cut=True), "cut off"), (Answer(status=503), "the error 503")]
)
def test_a_source_that_goes_away_stops_the_crawl_and_keeps_what_was_fetched(away: Answer, why: str) -> None:
    kept = KeptHere()
    many = services(20)
    play = PlayedHsds(many, most=50, broken={f"/services/{body['id']}": away for body in many[3:]})

    with pytest.raises(CrawlStopped, match=why):
        crawled(play, kept, replace(QUICK, tries=1))

    assert list(kept.records.values()) == many[:3]


@pytest.mark.parametrize("answer", [Answer(status=429), Answer(status=503, headers={"Retry-After": "3600"})])
def test_a_source_that_asks_us_to_stop_is_obeyed(answer: Answer) -> None:
    kept = KeptHere()

    with pytest.raises(CrawlStopped, match="give the same command again"):
        crawled(broken(SECOND, answer), kept)

    assert list(kept.records) == [FIRST]


def test_a_source_that_asks_us_to_wait_a_little_is_crawled_to_the_end() -> None:
    answers = [Answer(status=429, headers={"Retry-After": "2"}), as_json(FIVE[1])]
    play = PlayedHsds(
        FIVE, one=lambda key: answers.pop(0) if key == SECOND else PlayedHsds(FIVE).good_one(key)
    )

    records, _feed = crawled(play)

    assert [one.body for one in records] == FIVE


def test_why_the_list_may_not_be_whole_comes_last() -> None:
    page = as_json({"contents": list[Json](FIVE), "total_items": 9})

    records, _feed = crawled(PlayedHsds(FIVE, page=lambda _number: page))

    assert (records[-1].body, records[-1].key, records[-1].is_aside) == (None, "", False)
    assert records[-1].why == "Services in the list: 9 as the source says, 5 as it showed."


def test_more_than_was_promised_is_only_a_note() -> None:
    page = as_json({"contents": list[Json](FIVE), "total_items": 2})

    records, _feed = crawled(PlayedHsds(FIVE, page=lambda _number: page))

    assert records[-1].is_aside
