"""Whence a request came, as a mark that is not an address: limits keep marks, never addresses."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "kith.web.client_mark"
MARK_LENGTH = 16
HOUSEHOLD = 64
"""Bits of an IPv6 address that a provider gives to one customer, who is free in the others."""


def client_mark(request: HttpRequest) -> str:
    """The mark of whoever asks, the same by which tries to sign in are counted.

    Empty where the server in front of Kith does not say for whom it asks.
    """
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT > 0 and not request.headers.get("x-forwarded-for"):
        return ""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except (ImproperlyConfigured, PermissionDenied):
        return ""


def mark_of(address: str) -> str:
    """A short digest under the site's secret key; the same for all addresses of one IPv6 household."""
    digest = salted_hmac(SALT, _network(address), algorithm="sha256")
    return digest.hexdigest()[:MARK_LENGTH]


def _network(address: str) -> str:
    known = ip_address(address)
    if not isinstance(known, IPv6Address):
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(ip_network((known, HOUSEHOLD), strict=False))
