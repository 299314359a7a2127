"""How somebody who found nothing, or a faith group only, can go on."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import Avg, Count

from kith.core.viewer import Viewer
from kith.directory.models import Service
from kith.directory.narrowing import Relaxed
from kith.directory.policies.place import addresses
from kith.directory.reading.engine_questions import Wish, search_of, without_one_limit
from kith.directory.reading.lines import FAITH_CODES
from kith.directory.reading.near import Spot, kilometres, near_box
from kith.directory.terms import OrganizationKind
from kith.matching.index import Index
from kith.matching.questions import Decide, Search

MOST_TOWNS, TOWNS_WITHIN_KM = 4, 100.0
FAITH, SECULAR = "faith", "faith-secular"


def relaxed(index: Index, wish: Wish, *, decide: Decide) -> tuple[Relaxed, ...]:
    """What would be found without one of the limits; those that help are named, most first."""
    found = []
    for limit, wider in without_one_limit(wish):
        search = replace(search_of(wider, decide=decide), limit=0, is_counted=False)
        found.append(Relaxed(limit, index.search(search).total))
    return tuple(sorted((one for one in found if one.total), key=lambda one: -one.total))


def towns_near(viewer: Viewer, spot: Spot) -> tuple[str, ...]:
    """The next towns in which something is offered, the nearest first. One statement."""
    rows = addresses(viewer).filter(near_box(spot, TOWNS_WITHIN_KM), location__is_point_trusted=True)
    towns = rows.exclude(spot.same_place).exclude(city="").values("city")
    middles = towns.annotate(
        up=Avg("location__latitude"), across=Avg("location__longitude"), places=Count("id")
    )
    away = {str(one["city"]): kilometres(spot, one["up"], one["across"]) for one in middles}
    return tuple(sorted(away, key=lambda town: (away[town], town))[:MOST_TOWNS])


def secular_beside(index: Index, search: Search, shown: Iterable[Service]) -> UUID | None:
    """The best answer that says it is not tied to a faith, if a faith group's is among those shown."""
    rows = list(shown)
    of_faith = any(row.organization.kind == OrganizationKind.FAITH for row in rows)
    if not of_faith and not _says_faith(index, search, rows):
        return None
    filters = replace(search.filters, facts={**search.filters.facts, FAITH: (SECULAR,)})
    best = index.search(replace(search, filters=filters, first=0, limit=1, is_counted=False))
    return best.hits[0].id if best.hits else None


def _says_faith(index: Index, search: Search, rows: list[Service]) -> bool:
    """True if one of them says of itself that it is a faith group's."""
    filters = replace(
        search.filters,
        facts={FAITH: tuple(sorted(FAITH_CODES))},
        only=frozenset(row.id for row in rows),
    )
    return index.search(replace(search, filters=filters, first=0, limit=0, is_counted=False)).total > 0
