"""Which addresses may be reached."""

import pytest

from kith.exchange.fetching.addresses import may_reach
from kith.exchange.fetching.limits import INTERNET, Allowed

INTRANET = Allowed(local=True)


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34",
        "8.8.8.8",
        "2606:2800:220:1::1",
        "2a00:1450:4001::8a",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
    ],
)
def test_the_internet_may_be_reached(address: str) -> None:
    assert may_reach(address, INTERNET)
    assert may_reach(address, INTRANET)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.2.3.4", "192.168.0.9", "172.20.1.1", "::1", "fd12::1", "::ffff:10.0.0.1"]
)
def test_an_intranet_only_where_it_was_asked_for(address: str) -> None:
    assert not may_reach(address, INTERNET)
    assert may_reach(address, INTRANET)


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "168.63.129.16",
        "fd00:ec2::254",
        "fd00:ec2::254%eth0",
        "100.100.100.200",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "fe80::1",
        "fe80::1%eth0",
        "255.255.255.255",
        "64:ff9b::169.254.169.254",
        "not an address",
        "",
    ],
)
def test_some_addresses_are_never_reached(address: str) -> None:
    assert not may_reach(address, INTERNET)
    assert not may_reach(address, INTRANET)
