"""Every address of the program, from the URL resolver, and where a page of each can be seen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, product

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

TRIES = 60
NO_PAGE = "no page"
# Not pages: they answer a monitor or a script, or are a file.
NOT_PAGES = {"health", "still_here", "name_still_shown", "set_language", "mfa_download_recovery_codes"}
# Interfaces for programs: everybody gets what somebody who is not signed in gets. They have tests of their own.
FOR_PROGRAMS = ("hsds_", "oruk_")


@dataclass(frozen=True)
class Route:
    """One url name and the names of the parts that its address needs."""

    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Seat:
    """Where a page can be seen: its address, and as whom (a key of the town's browsers)."""

    route: Route
    address: str
    who: str


def routes() -> list[Route]:
    """Every named address once, in order."""
    found = {
        (p.name, tuple(p.pattern.converters)): None for p in _patterns(get_resolver().url_patterns) if p.name
    }
    return [
        Route(name, parts)
        for name, parts in found
        if name not in NOT_PAGES and not name.startswith(FOR_PROGRAMS)
    ]


def _patterns(entries: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry.url_patterns)
        else:
            yield entry


def addresses(route: Route, samples: Mapping[str, Sequence[object]]) -> Iterator[str]:
    """Addresses of this route with the town's ids, most likely first; none if a part has no sample."""
    whole = samples.get(f"addresses:{route.name}")
    if whole is not None:
        yield from map(str, whole)
        return
    choices = [samples.get(f"{route.name}.{part}") or samples.get(part) or [] for part in route.parts]
    for values in islice(product(*choices), TRIES):
        with suppress(NoReverseMatch):
            yield reverse(route.name, kwargs=dict(zip(route.parts, values, strict=True)))


def seat_of(
    route: Route, samples: Mapping[str, Sequence[object]], browsers: Mapping[str, Client]
) -> Seat | str:
    """Where the page can be seen: the first address and person with a 200.

    `NO_PAGE` if it only takes forms or gives a file; else a sentence that says what is missing.
    """
    statuses: set[int] = set()
    for address in addresses(route, samples):
        for who, client in browsers.items():
            response = client.get(address)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                return Seat(route, address, who)
            if response.status_code in {200, 405}:
                return NO_PAGE
            statuses.add(response.status_code)
    return f"{route.name}: nobody sees it (parts {route.parts}, statuses {sorted(statuses)})"
