"""How somebody who found nothing, or a faith group only, can go on."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Avg, Count

from kith.core.viewer import Viewer
from kith.directory.models import Service
from kith.directory.narrowing import Relaxed, Secular
from kith.directory.policies.place import addresses
from kith.directory.policies.service import May, services
from kith.directory.reading.engine_questions import Wish, search_of, where_of, without_one_limit
from kith.directory.reading.lines import FAITH_CODES
from kith.directory.reading.near import Spot, kilometres, near_box
from kith.directory.searching.codes import topic_code
from kith.directory.terms import OrganizationKind, Topic
from kith.directory.views_of import ServiceLine
from kith.matching.index import Index
from kith.matching.questions import Decide, Filters, Search

MOST_TOWNS, TOWNS_WITHIN_KM = 4, 100.0
MOST_LOOKED_AT = 20
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


def secular_beside(
    viewer: Viewer, index: Index, wish: Wish, lines: Sequence[ServiceLine], *, decide: Decide
) -> Secular | None:
    """One that no faith group gives, for beside those of faith groups: on the asked topic, the best there is.

    First one that answers all that was asked and says that it is not tied to a faith, then another of the
    page, then one that has only the topic in common. At most two statements.
    """
    if not any(line.is_of_faith for line in lines):
        return None
    asked = replace(search_of(wish, decide=decide), first=0, limit=1, is_counted=False, enough=1)
    facts = {**asked.filters.facts, FAITH: (SECULAR,)}
    stated = index.search(replace(asked, filters=replace(asked.filters, facts=facts)))
    rows = _rows(viewer, [hit.id for hit in stated.hits])
    on_page = next((Secular(line.id, line.name) for line in lines if not line.is_of_faith), None)
    return next((Secular(row.id, row.name) for row in rows), on_page) or _on_topic(viewer, index, wish, lines)


def _on_topic(viewer: Viewer, index: Index, wish: Wish, lines: Sequence[ServiceLine]) -> Secular | None:
    """The best of another's on the topics that were understood, else on those of the faith groups shown."""
    understood = {*wish.question.topics, *wish.topics}
    topics = understood or {topic for line in lines if line.is_of_faith for topic in line.topics}
    if not topics - {Topic.FAITH}:
        return None
    codes = tuple(map(topic_code, sorted(topics - {Topic.FAITH})))
    found = index.search(Search(where=where_of(wish), filters=Filters(codes=codes), limit=MOST_LOOKED_AT))
    ids = [hit.id for hit in found.hits]
    says_faith = Filters(facts={FAITH: tuple(sorted(FAITH_CODES))}, only=frozenset(ids))
    of_faith = {hit.id for hit in index.search(Search(filters=says_faith, limit=len(ids))).hits}
    for row in _rows(viewer, ids):
        if row.organization.kind != OrganizationKind.FAITH and row.id not in of_faith:
            return Secular(row.id, row.name)
    return None


def _rows(viewer: Viewer, ids: Sequence[UUID]) -> list[Service]:
    """Those of them that the viewer may find, in the same order."""
    if not ids:
        return []
    rows = services(viewer, May.FIND).filter(pk__in=ids).select_related("organization").in_bulk()
    return [rows[one] for one in ids if one in rows]
