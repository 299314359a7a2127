"""The index: a generation on disk, and over it what has changed since."""

from collections.abc import Collection, Iterable
from heapq import merge
from itertools import islice
from uuid import UUID

from kith.matching.answers import Found, Hit, Match, Matches
from kith.matching.building import generation_in_memory
from kith.matching.documents import Document, Schema
from kith.matching.generation import Generation
from kith.matching.ids import uuid_of
from kith.matching.matches import Proposal, explain, match, propose
from kith.matching.questions import Need, Order, Part, Search
from kith.matching.searching import Top, View, search_view
from kith.matching.spelling import helped
from kith.matching.testing import among
from kith.matching.wording import Parts, loose, most_points, runs_of_parts

MOST = 1 << 31
"""More services than an index can hold."""


class Index:
    """A base and a delta, answered as one. Nothing of it changes, so threads may share it.

    `changed`: services as they are now, new or not; `gone`: those that are no more, whatever else is said of
    them. Words weigh what they weigh in the base; without a base, what they weigh in the delta.
    `is_to_forget`: the base may hold words that nobody may find any more, so no word is spelled anew by it.
    """

    def __init__(
        self,
        base: Generation | None,
        *,
        changed: Iterable[Document] = (),
        gone: Collection[UUID] = (),
        schema: Schema | None = None,
        is_to_forget: bool = False,
    ) -> None:
        self._may_help = not is_to_forget
        out = set(gone)
        newer = [document for document in changed if document.id not in out]
        known = schema or (base.schema if base else Schema())
        self.views: list[View] = []
        if base is not None:
            out.update(document.id for document in newer)
            self.views.append(View(base, among(base, out) if out else None))
        if newer or base is None:
            stats = base.stats() if base else None
            delta = generation_in_memory(newer, schema=known, sequence=0, stats=stats)
            self.views.append(View(delta))
        self.base = base if base is not None else self.views[0].generation

    def search(self, question: Search) -> Found:
        """The services that answer, best first."""
        if not question.parts:
            return _found(question, [search_view(view, question, None, 1) for view in self.views], {})
        parts, spelled = question.parts, dict[str, tuple[str, ...]]()
        if question.is_spelling_helped and self._may_help:
            parts, spelled = helped(self._generations(), parts, question.meant)
        most = 1 if question.order is Order.TEXT else most_points(parts, self._weight)
        runs = [runs_of_parts(view.generation, parts) for view in self.views]
        found = _found(question, self._tops(question, runs, most), spelled)
        if found.total >= question.enough or not any(len(part.groups) > 1 for part in parts):
            return found
        most *= 2 if found.total else 1
        loosely = self._tops(question, [loose(own) for own in runs], most)
        more = _found(question, loosely, spelled, exact=found.total)
        return more if more.is_loose else found

    def match(self, need: Need) -> Matches:
        """The services that fit a need, best first, and what each test said of them."""
        return match(self.views, need)

    def propose(self, need: Need) -> Proposal:
        """The same services in the same order, without a word of why."""
        return propose(self.views, need)

    def explain(self, need: Need, ids: Iterable[UUID]) -> tuple[Match, ...]:
        """What each test says of these services, chosen or not; unknown ids are left out."""
        return explain(self.views, need, ids)

    def every(self, parts: tuple[Part, ...]) -> list[UUID]:
        """All services that answer these words, best first."""
        everything = sum(view.generation.count for view in self.views)
        found = self.search(Search(parts=parts, order=Order.TEXT, limit=everything))
        return [hit.id for hit in found.hits]

    def _tops(self, question: Search, runs: list[Parts], most: int) -> list[Top]:
        return [search_view(view, question, own, most) for view, own in zip(self.views, runs, strict=True)]

    def _generations(self) -> list[Generation]:
        return [view.generation for view in self.views]

    def _weight(self, word: str) -> int:
        number = self.base.vocabulary.find(word)
        return self.base.weight_of_unknown() if number is None else int(self.base.arrays.vidf[number])


def _found(
    question: Search, tops: list[Top], spelled: dict[str, tuple[str, ...]], *, exact: int | None = None
) -> Found:
    """The answer of all views; `exact`: how many had all the words, where any word counted."""
    total = sum(top.total for top in tops)
    exact = total if exact is None else exact
    first = min(max(question.first, 0), MOST)
    last = first + min(max(question.limit, 0), MOST)
    ranked = tops[0].hits if len(tops) == 1 else merge(*(top.hits for top in tops))
    best = islice(ranked, first, last)
    hits = tuple([Hit(uuid_of(key), -score, km) for score, key, km in best])
    return Found(total, hits, _sums(tops), spelled, is_loose=total > exact, exact=exact)


def _sums(tops: list[Top]) -> dict[str, dict[str, int]]:
    if len(tops) == 1:
        return tops[0].counts
    found: dict[str, dict[str, int]] = {}
    for top in tops:
        for group, counts in top.counts.items():
            own = found.setdefault(group, {})
            for code, count in counts.items():
                own[code] = own.get(code, 0) + count
    return found
