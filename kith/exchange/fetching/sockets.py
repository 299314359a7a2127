"""Sockets that count what comes in, and hang up on a server that takes too long or sends too much."""

import socket
import ssl
import time
from collections.abc import Callable

from django.utils.translation import gettext as _
from typing_extensions import Buffer, override

from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.limits import MEGABYTE, Limits

FOR_HEADERS = 65_536


class Watch:
    """Counts the waiting and the bytes of one answer.

    Waiting is time spent in the socket: our own work between two pieces is not held against the server.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.restart(limits)

    def restart(self, limits: Limits) -> None:
        """From here on the next answer is counted."""
        self.limits = limits
        self.waited, self.waited_for_more, self.received = 0.0, 0.0, 0

    def patience(self) -> float:
        """How many seconds the next bytes may take. Raises NotFetched when the whole time is used up."""
        left = self.limits.whole - self.waited
        if left <= 0:
            raise too_slow()
        return min(left, self.limits.silence)

    def came(self, count: int, seconds: float) -> None:
        """Note what came, and after how long. Raises NotFetched where it is too much or only drips."""
        self.waited += seconds
        # The first wait is the server thinking; only what comes after it has a speed.
        self.waited_for_more += seconds if self.received else 0.0
        self.received += count
        if self.received > self.limits.largest + self.limits.largest // 10 + FOR_HEADERS:
            raise too_large(self.limits.largest)
        is_in_grace = self.waited_for_more <= self.limits.grace
        if not is_in_grace and self.received < self.limits.least_speed * self.waited_for_more:
            raise too_slow()


class WatchedSocket(socket.socket):
    """A socket whose reading is watched: http.client reads through `recv_into` alone."""

    watch: Watch

    @override
    def recv_into(self, buffer: Buffer, nbytes: int | None = None, flags: int = 0) -> int:
        """Read what there is, for as long as the watch has patience."""
        self.settimeout(self.watch.patience())
        began = self.watch.clock()
        try:
            count = super().recv_into(buffer, nbytes or 0, flags)
        except TimeoutError:
            raise too_slow() from None
        self.watch.came(count, self.watch.clock() - began)
        return count


class WatchedTlsSocket(WatchedSocket, ssl.SSLSocket):
    """The same over TLS."""


def too_slow() -> NotFetched:
    """The answer dripped, or never came."""
    return NotFetched(_("The other server answers too slowly. We hung up."), is_passing=True)


def too_large(most: int) -> NotFetched:
    """The answer had no end in sight."""
    size = {"most": round(most / MEGABYTE, 1)}
    return NotFetched(_("The answer is larger than %(most)s MB. We hung up.") % size)
