"""How far a fetch may go, how much it takes, and how long it waits."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Allowed:
    """What has to be asked for: `http` without encryption, and `local` addresses (tests, an intranet)."""

    http: bool = False
    local: bool = False


INTERNET = Allowed()
"""Only https, and only to addresses of the internet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Of one answer. All times are waiting times in seconds: what we do with the bytes does not count.

    After `grace` seconds of an answer, fewer than `least_speed` bytes a second are a slow drip. `largest` is
    in bytes, unpacked; `pause` lies between two requests; `longest_wait` is obeyed when a server asks for it.
    """

    largest: int = 32 * MEGABYTE
    connect: float = 10.0
    silence: float = 60.0
    whole: float = 180.0
    grace: float = 10.0
    least_speed: float = 500.0
    redirects: int = 3
    tries: int = 3
    pause: float = 0.2
    longest_wait: float = 120.0


LIMITS = Limits()
