"""The answer to a need, from one or more generations that hold different services."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge
from itertools import islice
from math import isnan, nan
from typing import NamedTuple
from uuid import UUID

import numpy as np

from kith.matching.answering import Candidates
from kith.matching.answers import Match, Matches, Reason, Test
from kith.matching.asking import Asked, asked_of, ordinals_of
from kith.matching.fitting import TESTS, scores
from kith.matching.generation import Generation
from kith.matching.picking import Picked, pick
from kith.matching.questions import Need
from kith.matching.reasoning import SOFT, reasons, verdict_of
from kith.matching.searching import View
from kith.matching.stating import km_to, slot_of


class Pick(NamedTuple):
    """One service, at the slot that speaks for it."""

    id: UUID
    score: int
    km: float | None
    view: int
    slot: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A match without its reasons: who fits, best first, how many, and what the others fell to."""

    total: int
    fits: tuple[Pick, ...]
    full: tuple[Pick, ...]
    fell: dict[Test, int] = field(default_factory=dict)


def propose(views: Sequence[View], need: Need) -> Proposal:
    """Who fits the need; nobody is told why. Ties go by id."""
    return _proposed(views, need, [asked_of(need, one.generation) for one in views])


def _proposed(views: Sequence[View], need: Need, asked: Sequence[Asked]) -> Proposal:
    found = [
        pick(one.generation.arrays, one.generation.shape, own, one.dead)
        for one, own in zip(views, asked, strict=True)
    ]
    fell: dict[Test, int] = {}
    for one in found:
        for test, count in one.fell.items():
            fell[test] = fell.get(test, 0) + count
    return Proposal(
        total=sum(one.fits.total for one in found),
        fits=_merged(views, [one.fits for one in found], need.limit),
        full=_merged(views, [one.full for one in found], need.limit),
        fell=fell,
    )


def match(views: Sequence[View], need: Need) -> Matches:
    """The same, with what each test said of those that are named."""
    asked = [asked_of(need, one.generation) for one in views]
    proposal = _proposed(views, need, asked)
    return Matches(
        proposal.total,
        tuple(_explained(views, asked, one) for one in proposal.fits),
        tuple(_explained(views, asked, one) for one in proposal.full),
        proposal.fell,
    )


def explain(views: Sequence[View], need: Need, ids: Iterable[UUID]) -> tuple[Match, ...]:
    """What each test says of these services, chosen or not, in their order; unknown ids are left out."""
    asked = [asked_of(need, one.generation) for one in views]
    found = (_of_service(views, asked, service_id) for service_id in ids)
    return tuple(one for one in found if one is not None)


def _merged(views: Sequence[View], parts: Sequence[Picked], limit: int) -> tuple[Pick, ...]:
    lists = [list(_picks(views[number].generation, number, part)) for number, part in enumerate(parts)]
    if len(lists) == 1:
        return tuple(lists[0])
    return tuple(islice(merge(*lists, key=lambda one: (-one.score, one.id)), limit))


def _picks(generation: Generation, view: int, part: Picked) -> Iterator[Pick]:
    ids = generation.ids_at(generation.arrays.svc.take(part.slots))
    rows = zip(ids, part.slots.tolist(), part.scores.tolist(), part.km.tolist(), strict=True)
    for service_id, slot, score, km in rows:
        yield Pick(service_id, score, None if isnan(km) else km, view, slot)


def _explained(views: Sequence[View], asked: Sequence[Asked], one: Pick) -> Match:
    km = nan if one.km is None else one.km
    said = reasons(slot_of(views[one.view].generation, one.slot, km), asked[one.view])
    return Match(one.id, one.score, one.km, verdict_of(said), said)


def _of_service(views: Sequence[View], asked: Sequence[Asked], service_id: UUID) -> Match | None:
    for view, one in zip(views, asked, strict=True):
        for service in ordinals_of([service_id], view.generation.arrays.ids).tolist():
            if view.dead is None or not view.dead[service]:
                return _best_look(view.generation, one, service, service_id)
    return None


def _best_look(generation: Generation, asked: Asked, service: int, service_id: UUID) -> Match:
    """The service at the place where it comes furthest, then does best, then lies nearest."""
    arrays = generation.arrays
    looks = [
        _look(generation, asked, slot, service_id)
        for slot in arrays.sslot[arrays.sstart[service] : arrays.sstart[service + 1]].tolist()
    ]
    return min(looks, key=_worth)


def _worth(one: Match) -> tuple[int, int, float]:
    return -_fell_to(one.reasons), -one.score, -1.0 if one.km is None else one.km


def _look(generation: Generation, asked: Asked, at: int, service_id: UUID) -> Match:
    slot = slot_of(generation, at, km_to(generation, at, asked))
    said = reasons(slot, asked)
    overlap = len(slot.codes.intersection(asked.need.codes))
    here = Candidates(np.array([at]), np.array([overlap]), np.array([slot.km]))
    is_near = not slot.codes.isdisjoint(asked.need.near_codes)
    score = int(scores(generation.arrays, here, asked if is_near else replace(asked, near=None))[0])
    return Match(service_id, score, None if isnan(slot.km) else slot.km, verdict_of(said), said)


def _fell_to(said: tuple[Reason, ...]) -> int:
    against = [TESTS.index(one.test) for one in said if one.speaks is False and one.test not in SOFT]
    return min(against, default=len(TESTS))
