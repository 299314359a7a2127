"""Matches as people read them: rows read through the policy, and a secular service beside one of faith."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.needing import MatchedService
from kith.directory.policies.service import May, services
from kith.directory.queries.service_cards import service_cards
from kith.directory.terms import OrganizationKind
from kith.directory.views_of import ServiceCard
from kith.matching.answers import Match, Test
from kith.matching.index import Index
from kith.matching.questions import Need

FAITH = ("faith-open", "faith-practice")


def read_cards(viewer: Viewer, ids: Collection[UUID]) -> dict[UUID, ServiceCard]:
    """The cards of those that the viewer may find. Ten statements."""
    found = set(services(viewer, May.FIND).filter(pk__in=ids).values_list("pk", flat=True))
    return service_cards(viewer, service_ids=[one for one in ids if one in found])


def matched(index: Index, matches: Sequence[Match], cards: dict[UUID, ServiceCard]) -> list[MatchedService]:
    """Those that have a card, in their order."""
    ids = [one.id for one in matches if one.id in cards]
    faith = of_faith(index, ids) | {
        one for one in ids if cards[one].organization_kind == OrganizationKind.FAITH
    }
    return [
        MatchedService(cards[one.id], one.km, one.verdict, one.reasons, one.id in faith)
        for one in matches
        if one.id in cards
    ]


def of_faith(index: Index, ids: Iterable[UUID]) -> set[UUID]:
    """Those that say they are a faith group, or that there is prayer."""
    told = index.explain(Need(codes=(), avoid=FAITH), ids)
    return {one.id for one in told if any(said.test is Test.AVOID for said in one.reasons)}


def with_secular_beside(lines: Sequence[MatchedService], limit: int) -> tuple[MatchedService, ...]:
    """The first so many; with one of faith stands a secular one, which is named there."""
    chosen = list(lines[:limit])
    secular = next((one for one in lines if not one.is_faith), None)
    if secular is None or not any(one.is_faith for one in chosen):
        return tuple(chosen)
    if secular not in chosen:
        chosen[-1 if len(chosen) > 1 else len(chosen) :] = [secular]
    return tuple(replace(one, beside=secular.card.id) if one.is_faith else one for one in chosen)
