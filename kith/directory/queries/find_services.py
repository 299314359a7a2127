"""Search: words and near a place. The one query behind every search of services."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.candidates import Candidate, candidates_for
from kith.directory.reading.lines import service_lines
from kith.directory.reading.near import NEAR_KM, Spot, distances_from, resolve_place, with_a_place
from kith.directory.search_words import question_of
from kith.directory.terms import Topic
from kith.directory.views_of import ServiceLine

PAGE_SIZE = 20
TEXT_SHARE, NEAR_SHARE = 0.4, 0.6
HALF_WAY_KM = 5.0
PLACELESS_NEARNESS = 0.1


@dataclass(frozen=True, slots=True)
class ServiceResults:
    """One page of results. `place` is the town that `near` was understood as; empty: not known or not asked.

    `is_beyond`: nothing lay within 50 km, so everything is listed. `is_loose`: nothing had all the words.
    """

    total: int
    page: int
    pages: int
    lines: list[ServiceLine]
    topics: tuple[Topic, ...]
    place: str
    is_place_unknown: bool
    is_beyond: bool
    is_loose: bool


def find_services(
    viewer: Viewer,
    *,
    words: str,
    near: str,
    topics: Collection[Topic],
    languages: Collection[str],
    facts: Collection[str],
    page: int,
) -> ServiceResults:
    """The services that answer, best first: words and nearness together, then by name; 20 a page.

    A service has all of `facts`: codes of Kith's own taxonomy. A comma in `words` means "or". A service one
    cannot go to (phone, online) is near everywhere. An unknown place is said and left out. At most 20
    statements, whatever the size of the directory.
    """
    question = question_of(words, topics)
    found = candidates_for(viewer, question, languages=languages, facts=facts)
    spot = resolve_place(near) if near.strip() else None
    chosen, distances, is_beyond = _around(viewer, found.candidates, spot)
    order = sorted(chosen, key=lambda one: _place_in_order(one, distances, spot))
    pages = max(1, -(-len(order) // PAGE_SIZE))
    page = min(max(page, 1), pages)
    shown = [one.id for one in order[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]]
    return ServiceResults(
        total=len(order),
        page=page,
        pages=pages,
        lines=_lines(viewer, shown, distances),
        topics=question.topics,
        place=spot.name if spot else "",
        is_place_unknown=bool(near.strip()) and spot is None,
        is_beyond=is_beyond,
        is_loose=found.is_loose,
    )


def _around(
    viewer: Viewer, candidates: list[Candidate], spot: Spot | None
) -> tuple[list[Candidate], dict[UUID, float | None], bool]:
    if spot is None or not candidates:
        return candidates, {}, False
    distances = distances_from(viewer, spot, within_km=NEAR_KM)
    if any(one.id in distances for one in candidates):
        anywhere = with_a_place(viewer)
        near = [one for one in candidates if one.id in distances or one.id not in anywhere]
        return near, distances, False
    return candidates, distances_from(viewer, spot, within_km=None), True


def _place_in_order(
    one: Candidate, distances: dict[UUID, float | None], spot: Spot | None
) -> tuple[float, str, UUID]:
    """Equal shares are told apart by name, then id: the order never changes between two looks."""
    score = one.text
    if spot is not None:
        km = distances.get(one.id)
        nearness = PLACELESS_NEARNESS if km is None else 1 / (1 + km / HALF_WAY_KM)
        score = TEXT_SHARE * one.text + NEAR_SHARE * nearness
    return -round(score, 6), one.name.casefold(), one.id


def _lines(viewer: Viewer, shown: list[UUID], distances: dict[UUID, float | None]) -> list[ServiceLine]:
    rows = services(viewer, May.FIND).filter(pk__in=shown).select_related("organization").in_bulk()
    known = {service_id: km for service_id, km in distances.items() if km is not None}
    return service_lines(viewer, [rows[one] for one in shown if one in rows], distances=known)
