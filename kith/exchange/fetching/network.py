"""The network as this machine has it: names, connections, TLS, and waiting. Tests play another."""

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kith.exchange.fetching.sockets import WatchedSocket, WatchedTlsSocket


def addresses_of(host: str, port: int) -> Sequence[str]:
    """Every address of a name, asked for once. Raises OSError or UnicodeError if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in found))


def open_socket(address: str, port: int, seconds: float) -> WatchedSocket:
    """A connection to exactly this address. Raises OSError."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    opened = WatchedSocket(family, socket.SOCK_STREAM)
    try:
        opened.settimeout(seconds)
        opened.connect((address, port))
    except OSError:
        opened.close()
        raise
    return opened


def tls_context() -> ssl.SSLContext:
    """TLS that checks the certificate and the name in it, by what this machine trusts."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = WatchedTlsSocket
    return context


@dataclass(frozen=True, slots=True)
class Network:
    """What a fetch needs of the world."""

    addresses_of: Callable[[str, int], Sequence[str]] = addresses_of
    open_socket: Callable[[str, int, float], WatchedSocket] = open_socket
    tls_context: Callable[[], ssl.SSLContext] = tls_context
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


NETWORK = Network()
