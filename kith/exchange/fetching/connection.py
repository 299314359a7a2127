"""One connection to an address that was looked up once, checked, and is then the one we connect to."""

import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse

from django.utils.translation import gettext as _

from kith.exchange.fetching.addresses import may_reach
from kith.exchange.fetching.errors import AddressNotAllowed, NotFetched
from kith.exchange.fetching.limits import Allowed, Limits
from kith.exchange.fetching.network import Network
from kith.exchange.fetching.sockets import Watch, WatchedSocket
from kith.exchange.fetching.targets import Target

MOST_ADDRESSES_TRIED = 4


@dataclass(frozen=True, slots=True)
class Connection:
    """Speaks HTTP over one watched socket. It never connects again by itself."""

    http: HTTPConnection
    watch: Watch
    origin: tuple[str, str, int]

    def ask(self, target: Target, headers: dict[str, str], limits: Limits) -> HTTPResponse:
        """The answer, read as far as its headers. Raises OSError, HTTPException or NotFetched."""
        self.watch.restart(limits)
        self.http.request("GET", target.path, headers={"Host": target.host_header, **headers})
        return self.http.getresponse()

    def close(self) -> None:
        """Hang up."""
        self.http.close()


def connect(target: Target, allowed: Allowed, limits: Limits, network: Network) -> Connection:
    """Look the name up once, refuse it if any of its addresses is inside, and connect to one of them.

    The name is not looked up again: who answers the second question otherwise cannot lead us elsewhere.
    Raises AddressNotAllowed or NotFetched.
    """
    addresses = _checked(target, allowed, network)
    opened = _opened(target, addresses[:MOST_ADDRESSES_TRIED], limits, network)
    opened.watch = watch = Watch(limits, network.clock)
    http = HTTPConnection(target.host, target.port)
    http.auto_open = 0
    http.sock = opened
    return Connection(http, watch, target.origin)


def _checked(target: Target, allowed: Allowed, network: Network) -> Sequence[str]:
    host = {"host": target.host}
    try:
        addresses = network.addresses_of(target.host, target.port)
    except (OSError, UnicodeError):
        addresses = []
    if not addresses:
        raise NotFetched(_("There is no server with the name “%(host)s”.") % host, is_passing=True)
    for address in addresses:
        if not may_reach(address, allowed):
            raise AddressNotAllowed(
                _("“%(host)s” leads to an inside address, not to the internet. We did not go there.") % host
            )
    return addresses


def _opened(target: Target, addresses: Sequence[str], limits: Limits, network: Network) -> WatchedSocket:
    for address in addresses:
        try:
            plain = network.open_socket(address, target.port, limits.connect)
        except OSError:
            continue
        return _over_tls(plain, target, network) if target.scheme == "https" else plain
    words = {"host": target.host}
    raise NotFetched(_("No connection to “%(host)s” could be made.") % words, is_passing=True)


def _over_tls(plain: WatchedSocket, target: Target, network: Network) -> WatchedSocket:
    host = {"host": target.host}
    try:
        over_tls = network.tls_context().wrap_socket(plain, server_hostname=target.host)
    except ssl.SSLCertVerificationError:
        plain.close()
        raise NotFetched(_("“%(host)s” does not show a valid certificate for its name.") % host) from None
    except OSError:
        plain.close()
        raise NotFetched(
            _("No secure connection to “%(host)s” could be made.") % host, is_passing=True
        ) from None
    assert isinstance(over_tls, WatchedSocket)
    return over_tls
