"""What stands at the base address of an HSDS 3 or Open Referral UK feed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.fetching.errors import AddressNotAllowed, NotFetched
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.soundness import UNSTORABLE


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, and what it says of itself; empty where it says nothing."""

    base: str
    version: str
    profile: str


def feed_at(fetcher: Fetcher, address: str) -> Feed:
    """The feed at this address; the address of its list will do as well.

    A feed that says nothing of itself is taken as HSDS 3. Raises NotFetched where nobody answers.
    """
    if "?" in address or "#" in address:
        raise AddressNotAllowed(_("Give the address of the feed without what follows a “?” or “#”."))
    base = address.strip().rstrip("/").removesuffix("/services")
    try:
        told = fetcher.json(f"{base}/")
    except NotFetched as error:
        if isinstance(error, AddressNotAllowed) or (error.answer is None and error.is_passing):
            raise
        told = {}
    own = told if isinstance(told, dict) else {}
    return Feed(base, _text(own.get("version")), _text(own.get("profile")))


def _text(value: Json) -> str:
    return UNSTORABLE.sub("", value) if isinstance(value, str) else ""
