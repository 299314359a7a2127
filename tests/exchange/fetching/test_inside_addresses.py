"""Ways to lead a server to its own inside: not one of them ends in a connection."""

import re

import pytest

from kith.exchange.fetching.errors import AddressNotAllowed, NotFetched
from kith.exchange.fetching.fetch import fetch_json
from kith.exchange.fetching.limits import Allowed
from tests.factories.fake_feed import QUICK, PlayedNetwork

WEB = Allowed(http=True)

# As they are typed: every way to write an address that a look-up understands.
WRITTEN = re.findall(
    r"\S+",
    """
127.0.0.1 127.0.0.2 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.1 0x7f.0.0.1 0177.0.0.1 0177.1
017700000001 127.0x0.0.1 127.0.0.01 0 0.0.0.0 0.1.2.3 10.0.0.1 10.1 10.255.255.255 167772161 0x0a000001 012.0.0.1
172.16.0.1 172.31.255.255 2886729729 192.168.0.1 192.168.1.1 192.168.255.255 3232235521 0xc0a80001 0300.0250.0.1
169.254.169.254 169.254.170.2 169.254.0.1 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.16689662 100.64.0.1
100.100.100.200 100.127.255.255 168.63.129.16 192.0.0.1 192.0.0.170 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1
198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
[::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:a9fe:a9fe]
[::ffff:169.254.169.254] [::127.0.0.1] [::10.0.0.1] [::7f00:1] [::ffff:0:127.0.0.1] [64:ff9b::127.0.0.1]
[64:ff9b::7f00:1] [64:ff9b::10.0.0.1] [64:ff9b::169.254.169.254] [64:ff9b:1::1] [64:ff9b:1::7f00:1]
[2002:7f00:1::] [2002:7f00:0001::1] [2002:a9fe:a9fe::] [2002:c0a8:1::1] [2001::1] [2001:0:7f00:1::]
[2001:0:4136:e378:8000:63bf:3fff:fdd2] [2001:10::1] [2001:20::1] [2001:db8::1] [3fff::1] [5f00::1] [100::1]
[fe80::1] [fe80::a9fe:a9fe] [febf::1] [fec0::1] [fc00::1] [fd00::1] [fd00:ec2::254] [fdff:ffff::1] [ff02::1]
[ff05::2] [ff0e::1] [4000::1] [::2] [0:0:0:0:0:ffff:192.168.0.1] [::ffff:c0a8:1]
１２７．０．０．１ 127。0。0。1 ⑫7.0.0.1 localhost LOCALHOST localhost.
""",
)

# Names that somebody made lead inside, one of several addresses being enough.
NAMES: dict[str, list[str]] = {
    "inside.example": ["127.0.0.1"],
    "mapped.example": ["::ffff:10.0.0.5"],
    "metadata.example": ["169.254.169.254"],
    "six.example": ["fd00::5"],
    "link.example": ["fe80::1%eth0"],
    "mixed.example": ["93.184.216.34", "10.0.0.5"],
    "mixed-six.example": ["2606:2800:220:1::1", "::1"],
    "nat64.example": ["64:ff9b::a00:1"],
    "odd.example": ["not an address"],
}

# Addresses that are not of the web, or hide where they lead.
ODD = [
    "file:///etc/passwd",
    "file://93.184.216.34/etc/passwd",
    "ftp://93.184.216.34/",
    "gopher://93.184.216.34:70/_",
    "dict://93.184.216.34/",
    "data:application/json,{}",
    "jar:http://93.184.216.34!/",
    "//93.184.216.34/",
    "93.184.216.34/services",
    "http:93.184.216.34",
    "http:///services",
    "http://",
    "",
    "http://user@93.184.216.34/",
    "http://user:word@93.184.216.34/",
    "http://93.184.216.34@127.0.0.1/",
    "http://127.0.0.1#@93.184.216.34/",
    "http://127.0.0.1\\@93.184.216.34/",
    "http://93.184.216.34\\.example/",
    "http://93.184.216.34/ HTTP/1.1\r\nHost: inside",
    "http://93.184.216.34/\r\nX: y",
    "http://93.184.216.34\t/",
    "http://93.184.216.34%00.example/",
    "http://[fe80::1%25eth0]/",
    "http://[::1",
    "http://93.184.216.34:22/",
    "http://93.184.216.34:25/",
    "http://93.184.216.34:0/",
    "http://93.184.216.34:99999/",
    "http://93.184.216.34:port/",
    "http://" + "a" * 300 + ".example/",
    "http://a..example/",
    "http://93.184.216.34/" + "a" * 3000,
]
ALL = [*(f"http://{host}/services" for host in [*WRITTEN, *NAMES]), *ODD]


def test_there_are_over_a_hundred_of_them() -> None:
    assert len(set(ALL)) >= 150


@pytest.mark.parametrize("url", ALL)
def test_it_ends_without_a_connection(url: str) -> None:
    played = PlayedNetwork(NAMES)

    with pytest.raises(NotFetched) as refused:
        fetch_json(url, allowed=WEB, limits=QUICK, network=played.network())

    assert played.connected == []
    assert str(refused.value)


@pytest.mark.parametrize("url", [f"https://{host}/" for host in WRITTEN[:12]])
def test_neither_does_it_over_tls_or_with_an_odd_port(url: str) -> None:
    played = PlayedNetwork()

    for one in (url, url[:-1] + ":8443/"):
        with pytest.raises(AddressNotAllowed):
            fetch_json(one, allowed=Allowed(), limits=QUICK, network=played.network())

    assert played.connected == []


def test_the_recorder_sees_a_connection_where_there_is_one() -> None:
    played = PlayedNetwork({"feed.example": ["93.184.216.34"]}, port=9)

    with pytest.raises(NotFetched):
        fetch_json("http://feed.example/", allowed=WEB, limits=QUICK, network=played.network())

    assert set(played.connected) == {"93.184.216.34"}


def test_plain_http_has_to_be_asked_for() -> None:
    played = PlayedNetwork({"feed.example": ["93.184.216.34"]})

    with pytest.raises(AddressNotAllowed, match="https://"):
        fetch_json("http://feed.example/", allowed=Allowed(), limits=QUICK, network=played.network())

    assert played.connected == played.looked_up == []
