"""A limit for what anybody may send without signing in."""

from django.core.cache import cache

from kith.core.errors import TooMany

HOUR = 3600


def count_this_hour(name: str, *, most: int) -> None:
    """One more of `name` this hour, from everybody together. Raises TooMany above `most`."""
    cache.add(name, 0, timeout=HOUR)
    if cache.incr(name) > most:
        raise TooMany
