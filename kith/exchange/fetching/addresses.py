"""Which addresses lie on the internet, and which are inside somebody's house.

Python's own `is_global` says yes to multicast, to addresses that carry an inside one within them, and, in
older versions, to ranges that were set apart later. So the ranges are written out here.
"""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from kith.exchange.fetching.limits import Allowed

INTERNET_6 = IPv6Network("2000::/3")
NOT_OF_THE_INTERNET_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments; Teredo, which carries an IPv4 address within it
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which carries an IPv4 address within it
            "3fff::/20",  # documentation
        ),
    )
)
NOT_OF_THE_INTERNET_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # behind a provider's translator
            "127.0.0.0/8",  # this machine
            "168.63.129.16/32",  # a cloud's own inside address (Azure)
            "169.254.0.0/16",  # this link; clouds keep their keys at 169.254.169.254
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # measurements
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
CARRIES_IPV4 = tuple(
    map(
        IPv6Network,
        (
            "::ffff:0:0/96",  # IPv4 written as IPv6
            "64:ff9b::/96",  # NAT64: how a network without IPv4 reaches IPv4
        ),
    )
)
LOCAL_4 = tuple(map(IPv4Network, ("10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
LOCAL_6 = tuple(map(IPv6Network, ("::1/128", "fc00::/7")))
NEVER = frozenset({IPv6Address("fd00:ec2::254")})
"""Not even on an intranet: where a cloud keeps its keys (AWS)."""


def may_reach(text: str, allowed: Allowed) -> bool:
    """True if a connection to this address may be made. What cannot be read as an address may not."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        return _may_reach_6(address, allowed)
    return _may_reach_4(address, allowed)


def _may_reach_4(address: IPv4Address, allowed: Allowed) -> bool:
    if allowed.local and _is_in(address, LOCAL_4):
        return True
    return not _is_in(address, NOT_OF_THE_INTERNET_4)


def _may_reach_6(address: IPv6Address, allowed: Allowed) -> bool:
    if address.scope_id or address in NEVER:
        return False
    if any(address in net for net in CARRIES_IPV4):
        return _may_reach_4(IPv4Address(int(address) & 0xFFFFFFFF), allowed)
    if allowed.local and any(address in net for net in LOCAL_6):
        return True
    return address in INTERNET_6 and not any(address in net for net in NOT_OF_THE_INTERNET_6)


def _is_in(address: IPv4Address, networks: Sequence[IPv4Network]) -> bool:
    return any(address in net for net in networks)
