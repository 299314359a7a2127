"""Fetching: what comes through, and what each kind of broken answer is called."""

import gzip
import json
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from http.client import NotConnected
from pathlib import Path
from time import sleep

import pytest

from kith.core import clock
from kith.exchange.fetching.connection import connect
from kith.exchange.fetching.errors import AddressNotAllowed, NotFetched
from kith.exchange.fetching.fetch import Fetcher, fetch_json
from kith.exchange.fetching.limits import Allowed
from kith.exchange.fetching.targets import target_of
from tests.factories.fake_feed import HERE, QUICK, Answer, FakeFeed, PlayedNetwork, as_json, fake_feed

GOOD = b'{"a": [1, "\xc3\xa9"]}'


def fetched(feed: FakeFeed, path: str = "/x", **limits: float) -> object:
    return fetch_json(
        feed.base + path,
        allowed=HERE,
        limits=replace(QUICK, **limits),
        network=PlayedNetwork(port=feed.port).network(),
    )  # type: ignore[arg-type]


def refusal(answer: Answer, **limits: float) -> NotFetched:
    with fake_feed(lambda _path, _query: answer) as feed, pytest.raises(NotFetched) as refused:
        fetched(feed, **limits)
    return refused.value


@pytest.mark.parametrize(
    "answer",
    [
        Answer((GOOD,)),
        Answer((b"\xef\xbb\xbf" + GOOD,)),
        Answer((GOOD,), headers={"Content-Type": "text/html; charset=iso-8859-1"}),
        Answer((GOOD[:5], GOOD[5:]), pause=0.01),
        Answer((gzip.compress(GOOD),), headers={"Content-Encoding": "gzip"}),
        Answer((gzip.compress(GOOD),), headers={"Content-Encoding": "X-GZIP"}),
        Answer((gzip.compress(GOOD), b"\0\0"), headers={"Content-Encoding": "gzip"}),
        Answer(
            (b"5\r\n" + GOOD[:5] + b"\r\n", b"b\r\n" + GOOD[5:] + b"\r\n0\r\n\r\n"),
            headers={"Transfer-Encoding": "chunked"},
        ),
        Answer((GOOD,), headers={"Connection": "close"}),
    ],
)
def test_json_comes_through_however_it_is_sent(answer: Answer) -> None:
    with fake_feed(lambda _path, _query: answer) as feed:
        assert fetched(feed) == json.loads(GOOD)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer((b"<!doctype html><h1>Oh</h1>",)), "This is a web page, not JSON."),
        (Answer((b"",)), "This is not JSON."),
        (Answer((b"\xff\xfe{}",)), "This is not UTF-8 text."),
        (Answer((b"[" * 100_000,)), "nested too deeply"),
        (Answer((b'{"a": NaN}',)), "This is not JSON."),
        (Answer(status=404), "answered with the error 404"),
        (Answer(status=500), "answered with the error 500"),
        (Answer(status=204), "answered with the error 204"),
        (Answer((b'{"a": 1',), is_cut=True), "cut off"),
        (Answer((b"ff\r\n{",), headers={"Transfer-Encoding": "chunked", "Connection": "close"}), "cut off"),
        (Answer((gzip.compress(GOOD)[:-9],), headers={"Content-Encoding": "gzip"}), "cut off"),
        (Answer((b"nonsense",), headers={"Content-Encoding": "gzip"}), "damaged"),
        (Answer((zlib.compress(GOOD),), headers={"Content-Encoding": "deflate"}), "did not ask for"),
        (Answer((GOOD,), headers={"X": "y" * 70_000}), "does not speak HTTP"),
        (Answer((GOOD,), headers={f"X-{n}": "y" for n in range(200)}), "does not speak HTTP"),
    ],
)
def test_a_broken_answer_is_a_sentence(answer: Answer, sentence: str) -> None:
    assert sentence in str(refusal(answer))


def test_what_is_too_large_is_not_read_to_its_end() -> None:
    ten = Answer([b" " * 1_000_000] * 10)
    bomb = Answer((gzip.compress(b" " * 50_000_000),), headers={"Content-Encoding": "gzip"})

    assert "larger than 0.1 MB" in str(refusal(ten, largest=100_000))
    assert "larger than 0.1 MB" in str(refusal(bomb, largest=100_000))


def test_nor_is_what_comes_after_the_end_of_a_packed_answer() -> None:
    headers = {"Content-Encoding": "gzip"}
    tail = Answer([gzip.compress(GOOD), *[b"x" * 100_000] * 10], headers=headers)

    assert "larger than 0.1 MB" in str(refusal(tail, largest=100_000))


def test_one_answer_may_have_a_limit_of_its_own() -> None:
    with fake_feed(lambda _path, _query: Answer((b" " * 200_000 + b"1",))) as feed:
        with Fetcher(allowed=HERE, limits=QUICK) as fetcher, pytest.raises(NotFetched, match="larger"):
            fetcher.json(feed.base, largest=1000)
        assert fetched(feed) == 1


def test_a_drip_ends_before_its_end() -> None:
    drip = Answer([b" "] * 60, pause=0.02)

    assert "too slowly" in str(refusal(drip, tries=1, grace=0.1, least_speed=5000))


def test_headers_may_not_drip_either() -> None:
    endless = Answer([b"HTTP/1.1 100 Continue\r\n\r\n"] * 40, pause=0.02, status=100)

    assert "too slowly" in str(refusal(endless, tries=1, grace=0.1, least_speed=5000))


def test_silence_ends() -> None:
    silent = Answer((b"{", b"}"), pause=0.2)

    assert "too slowly" in str(refusal(silent, tries=1, silence=0.05))


def test_the_whole_time_is_limited_however_lively_the_answer() -> None:
    lively = Answer([b" " * 2000] * 40, pause=0.02)

    assert "too slowly" in str(refusal(lively, tries=1, whole=0.2))


def redirects(*locations: str, status: int = 302) -> Sequence[Answer]:
    return [Answer(status=status, headers={"Location": one}) for one in locations]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_an_answer_may_send_us_on_within_its_host(status: int) -> None:
    steps = {"/x": "/y?z=1", "/y": "z", "/z": "/end"}

    def play(path: str, _query: dict[str, str]) -> Answer:
        return Answer((GOOD,)) if path == "/end" else redirects(steps[path], status=status)[0]

    with fake_feed(play) as feed:
        assert fetched(feed) == json.loads(GOOD)
        assert feed.asked == ["/x", "/y?z=1", "/z", "/end"]


def test_nobody_is_sent_on_for_ever() -> None:
    with fake_feed(lambda path, _query: redirects(path + "a")[0]) as feed:
        with pytest.raises(NotFetched, match="again and again"):
            fetched(feed)
        assert len(feed.asked) == 4


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://other.example/y",
        "http://feed.example.evil.example/y",
        "http://feed.example:8081/y",
        "//other.example/y",
        "file:///etc/passwd",
        "ftp://feed.example/y",
        "http://user:word@feed.example/y",
        "http://feed.example\\@other.example/",
        "",
    ],
)
def test_nobody_is_sent_on_to_another_place(location: str) -> None:
    with fake_feed(lambda path, _query: redirects(location)[0] if path == "/x" else Answer()) as feed:
        played = PlayedNetwork(
            {"feed.example": ["93.184.216.34"], "other.example": ["93.184.216.35"]}, feed.port
        )
        with pytest.raises(NotFetched):
            fetch_json(
                "http://feed.example/x", allowed=Allowed(http=True), limits=QUICK, network=played.network()
            )

        assert set(played.connected) == {"93.184.216.34"}
        assert len(feed.asked) <= QUICK.redirects + 1


def test_the_name_is_looked_up_once_and_its_address_is_the_one_we_go_to() -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    with fake_feed(lambda _path, _query: Answer((GOOD,))) as feed:
        played = PlayedNetwork(port=feed.port)
        network = replace(played.network(), addresses_of=lambda _host, _port: answers.pop(0))
        with Fetcher(allowed=Allowed(http=True), limits=QUICK, network=network) as fetcher:
            fetcher.json("http://rebind.example/x")
            fetcher.json("http://rebind.example/y")
            assert len(answers) == 1

            fetcher.close()
            with pytest.raises(AddressNotAllowed):
                fetcher.json("http://rebind.example/z")

        assert played.connected == ["93.184.216.34"]
        assert feed.headers[0]["Host"] == "rebind.example"


def test_one_connection_serves_many_requests_with_a_pause_between() -> None:
    with fake_feed(lambda _path, _query: Answer((GOOD,))) as feed:
        played = PlayedNetwork(port=feed.port)
        with Fetcher(allowed=HERE, limits=replace(QUICK, pause=0.5), network=played.network()) as fetcher:
            for number in range(3):
                fetcher.json(f"{feed.base}/{number}")

        assert len(feed.callers) == 1
        assert [round(wait, 1) for wait in played.waits] == [0.5, 0.5]


def test_a_server_that_hangs_up_between_two_requests_is_called_again() -> None:
    with (
        fake_feed(lambda _path, _query: Answer((GOOD,), hangs_up=True)) as feed,
        Fetcher(allowed=HERE, limits=replace(QUICK, tries=1)) as fetcher,
    ):
        fetcher.json(feed.base)
        sleep(0.05)

        assert fetcher.json(feed.base) == json.loads(GOOD)
        assert len(feed.callers) == 2


def test_a_connection_never_looks_the_name_up_by_itself() -> None:
    with fake_feed(lambda _path, _query: Answer((GOOD,))) as feed:
        target = target_of(feed.base, HERE)
        connection = connect(target, HERE, QUICK, PlayedNetwork(port=feed.port).network())
        connection.close()

        with pytest.raises(NotConnected):
            connection.ask(target, {}, QUICK)


def test_we_wait_as_long_as_we_are_asked_to() -> None:
    later = [Answer(status=429, headers={"Retry-After": "7"}), Answer(status=503), Answer((GOOD,))]
    with fake_feed(lambda _path, _query: later.pop(0)) as feed:
        played = PlayedNetwork(port=feed.port)

        assert fetch_json(feed.base, allowed=HERE, limits=replace(QUICK, pause=0.1), network=played.network())
        assert [wait for wait in played.waits if wait > 0.2] == [7.0, 1.6]


def test_a_date_to_come_back_at_is_understood() -> None:
    with clock.at(
        clock.now().replace(year=2026, month=11, day=28, hour=12, minute=0, second=0, microsecond=0)
    ):
        error = refusal(Answer(status=429, headers={"Retry-After": "Sat, 28 Nov 2026 13:00:00 GMT"}))

    assert str(error) == "The other server asks us to come back in 60 minutes."
    assert (error.wait, error.answer, error.is_passing) == (3600.0, 429, False)


@pytest.mark.parametrize("words", ["soon", "-5", "9999999999", "Sat, 99 Nov 2026 13:00:00 GMT", "٣", ""])
def test_nonsense_to_come_back_at_is_no_wait(words: str) -> None:
    error = refusal(Answer(status=429, headers={"Retry-After": words.encode().decode("latin-1")}))

    assert (error.wait, error.is_passing) == (0.0, True)


def test_a_connection_that_broke_is_tried_again_and_a_wrong_answer_is_not() -> None:
    answers = [Answer((b"{",), is_cut=True), Answer((GOOD,))]
    with fake_feed(lambda _path, _query: answers.pop(0)) as feed:
        assert fetched(feed) == json.loads(GOOD)
    with fake_feed(lambda _path, _query: Answer(status=500)) as feed:
        with pytest.raises(NotFetched):
            fetched(feed)
        assert len(feed.asked) == 1


def test_we_say_who_we_are_and_nothing_else() -> None:
    cookie = Answer((GOOD,), headers={"Set-Cookie": "a=b"})
    with fake_feed(lambda _path, _query: cookie) as feed, Fetcher(allowed=HERE, limits=QUICK) as fetcher:
        fetcher.json(feed.base + "/a")
        fetcher.json(feed.base + "/b")

    assert set(feed.headers[1]) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert feed.headers[1]["User-Agent"] == "Kith (+http://localhost:8000; kith@localhost)"


def test_a_name_nobody_knows_and_a_server_that_is_not_there() -> None:
    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise OSError

    network = replace(PlayedNetwork().network(), addresses_of=unknown)
    with pytest.raises(NotFetched, match="There is no server with the name “nobody"):
        fetch_json("https://nobody.example/", allowed=HERE, limits=QUICK, network=network)
    with fake_feed(lambda _path, _query: Answer()) as feed:
        gone = feed.base
    with pytest.raises(NotFetched, match="No connection to “127"):
        fetch_json(gone, allowed=HERE, limits=replace(QUICK, tries=1))


def test_a_file_is_written_piece_by_piece_and_whole_after_a_second_try(tmp_path: Path) -> None:
    lines = b'{"id": 1}\n' * 50_000
    answers = [Answer((lines[:1000],), is_cut=True), Answer((lines,))]
    with (
        fake_feed(lambda _path, _query: answers.pop(0)) as feed,
        Fetcher(allowed=HERE, limits=QUICK) as fetcher,
    ):
        fetcher.save(feed.base, tmp_path / "list.ndjson")

    assert (tmp_path / "list.ndjson").read_bytes() == lines


def test_a_full_disk_is_told_as_such_and_the_next_request_works(tmp_path: Path) -> None:
    with (
        fake_feed(lambda _path, _query: Answer((b"1" * 1000,))) as feed,
        Fetcher(allowed=HERE, limits=QUICK) as fetcher,
    ):
        with pytest.raises(IsADirectoryError):
            fetcher.save(feed.base, tmp_path)

        assert fetcher.json(feed.base)


def test_an_address_in_other_letters_is_asked_for_in_plain_ones() -> None:
    with fake_feed(lambda _path, _query: as_json(1)) as feed:
        played = PlayedNetwork({"xn--bcher-kva.example": ["93.184.216.34"]}, port=feed.port)
        with closing(Fetcher(allowed=Allowed(http=True), limits=QUICK, network=played.network())) as fetcher:
            fetcher.json("http://Bücher.example./é b?q=ü".replace(" ", "%20"))

        assert feed.asked == ["/%C3%A9%20b?q=%C3%BC"]
        assert feed.headers[0]["Host"] == "xn--bcher-kva.example"
