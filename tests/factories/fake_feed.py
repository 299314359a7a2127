"""Somebody else's server, played on 127.0.0.1: honest, broken or hostile, as a test wants it."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from urllib.parse import parse_qsl, urlsplit

from kith.directory.records import Json
from kith.exchange.fetching.limits import LIMITS, Allowed
from kith.exchange.fetching.network import Network, addresses_of, open_socket
from kith.exchange.fetching.sockets import WatchedSocket

HERE = Allowed(http=True, local=True)
"""What a test that really connects has to allow: the played server is on this machine, without TLS."""
QUICK = replace(LIMITS, connect=2.0, silence=10.0, whole=20.0, pause=0.0)
"""No pause between two requests; as patient as a busy test machine needs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server does when it is asked.

    `pieces` are sent one after the other with `pause` between; then, if `is_cut`, it hangs up in the middle.
    `hangs_up`: after the whole answer, without having said so.
    """

    pieces: Sequence[bytes] = (b"{}",)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    is_cut: bool = False
    hangs_up: bool = False


Play = Callable[[str, dict[str, str]], Answer]


def as_json(body: Json, status: int = 200) -> Answer:
    return Answer((json.dumps(body).encode(),), status, {"Content-Type": "application/json"})


class FakeFeed:
    """A running server: `base` is its address, `asked` everything that it was asked for."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_address[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        self.callers: set[object] = set()

    def paths(self) -> list[str]:
        return [urlsplit(one).path for one in self.asked]


@contextmanager
def fake_feed(play: Play) -> Iterator[FakeFeed]:
    """A server that answers each path and query as `play` says."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    feed = FakeFeed(server)
    server.play, server.feed = play, feed  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield feed
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 2
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        feed: FakeFeed = self.server.feed  # type: ignore[attr-defined]
        feed.asked.append(self.path)
        feed.headers.append(dict(self.headers))
        feed.callers.add(self.client_address)
        parts = urlsplit(self.path)
        answer: Answer = self.server.play(parts.path, dict(parse_qsl(parts.query)))  # type: ignore[attr-defined]
        try:
            self._send(answer)
        except OSError:
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {"Content-Length": str(sum(map(len, answer.pieces)) + answer.is_cut * 50), **answer.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in answer.pieces:
            self.wfile.write(piece)
            if answer.pause:
                sleep(answer.pause)
        if answer.is_cut or answer.hangs_up or "Connection" in answer.headers:
            self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@dataclass(slots=True)
class PlayedNetwork:
    """Names as the test says; every connection, look-up and wait is written down.

    A connection to any address really goes to `port` of this machine, where a played server listens.
    """

    names: dict[str, list[str]] = field(default_factory=dict)
    port: int = 0
    connected: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def network(self) -> Network:
        return Network(addresses_of=self._look_up, open_socket=self._open, sleep=self.waits.append)

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        return self.names[host] if host in self.names else addresses_of(host, port)

    def _open(self, address: str, _port: int, seconds: float) -> WatchedSocket:
        self.connected.append(address)
        return open_socket("127.0.0.1", self.port, seconds)
