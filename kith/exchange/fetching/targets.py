"""A web address, read strictly, and where an answer may send us on to."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.utils.translation import gettext as _

from kith.exchange.fetching.errors import AddressNotAllowed
from kith.exchange.fetching.limits import Allowed

LONGEST = 2000
SHOWN = 200
LONGEST_HOST = 253
PORTS = {"https": 443, "http": 80}
LAST_RESERVED_PORT = 1023
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")


@dataclass(frozen=True, slots=True)
class Target:
    """Where to ask, and for what. `path` has the query with it."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """What one connection serves."""
        return self.scheme, self.host, self.port

    @property
    def host_header(self) -> str:
        """The host as HTTP writes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.host_header}{self.path}"


def target_of(url: str, allowed: Allowed) -> Target:
    """The address in its parts. Raises AddressNotAllowed, saying what is wrong with it."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused(url) from None
    if len(url) > LONGEST or _UNSAFE.search(url) or not parts.netloc:
        raise _refused(url)
    if parts.scheme not in (PORTS if allowed.http else {"https"}):
        raise AddressNotAllowed(_("The address must begin with https://."))
    if "@" in parts.netloc:
        raise AddressNotAllowed(_("Leave the user name and the password out of the address."))
    port = PORTS[parts.scheme] if port is None else port
    if port not in PORTS.values() and port <= LAST_RESERVED_PORT:
        raise AddressNotAllowed(_("The port %(port)s is not one of a web server.") % {"port": port})
    return Target(parts.scheme, _host(parts, url), port, _path(parts))


def sent_on(target: Target, location: str, allowed: Allowed) -> Target:
    """Where an answer sends us on to: the same host, never down from https. Raises AddressNotAllowed."""
    onward = target_of(urljoin(target.url, location), allowed)
    if target.scheme == "https" and onward.scheme != "https":
        raise AddressNotAllowed(_("The address sends us on to one without https."))
    is_same_port = onward.port == target.port or (target.port, onward.port) == (80, 443)
    if onward.host != target.host or not is_same_port:
        raise AddressNotAllowed(
            _("The address sends us on to another one, “%(address)s”. If you trust it, use that one.")
            % {"address": onward.url[:SHOWN]}
        )
    return onward


def _host(parts: SplitResult, url: str) -> str:
    """The name in ASCII, as it is looked up."""
    name = (parts.hostname or "").rstrip(".")
    try:
        host = name if ":" in name else name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _refused(url) from None
    if not _HOST.fullmatch(host) or len(host) > LONGEST_HOST:
        raise _refused(url)
    return host


def _path(parts: SplitResult) -> str:
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return f"{path}?{query}" if query else path


def _refused(url: str) -> AddressNotAllowed:
    return AddressNotAllowed(_("“%(address)s” is not a web address.") % {"address": url[:SHOWN]})
