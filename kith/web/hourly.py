"""A limit for what anybody may send without signing in."""

from django.core.cache import cache

from kith.core import clock
from kith.core.errors import TooMany
from kith.web.client_mark import client_mark
from kith.web.request import KithRequest

HOUR = 3600


def count_this_hour(request: KithRequest, name: str, *, most_from_one: int, most: int) -> None:
    """One more of `name` in the last hour, from this address and from everybody together.

    Raises TooMany above `most_from_one` or `most`; what is turned away does not count. Where the address is
    not known only `most` holds: else one sender could use up what is for all.
    """
    mark = client_mark(request)
    limits = {f"hourly:{name}": most, **({f"hourly:{name}:{mark}": most_from_one} if mark else {})}
    now = clock.now().timestamp()
    recent = {key: [moment for moment in cache.get(key, []) if moment > now - HOUR] for key in limits}
    if any(len(recent[key]) >= limit for key, limit in limits.items()):
        raise TooMany
    for key, moments in recent.items():
        cache.set(key, [*moments, now], timeout=HOUR)
