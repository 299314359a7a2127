"""What the engine answers, narrowed to what the viewer may find: the index proposes, the policy decides."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS

from kith.core.viewer import Viewer
from kith.core.written_once import WrittenOnce
from kith.directory.models import Organization, Service
from kith.directory.policies.service import May, services
from kith.directory.reading.lines import OF_ORGANIZATION, OF_SERVICE
from kith.directory.reading.open_then import open_services
from kith.matching.answers import Found
from kith.matching.index import Index
from kith.matching.questions import Decide, Search

MOST_TRIES = 3
EVERY = 1_000_000_000
"""However many have all the words, those with some of them follow."""


_found = WrittenOnce(
    lambda viewer, asked: (
        services(viewer, May.FIND)
        .filter(pk__in=asked[0])
        .values_list(*OF_SERVICE, *(f"organization__{name}" for name in OF_ORGANIZATION))
    )
)


def _service(columns: Sequence[object]) -> Service:
    """The row and its organisation with these columns; others are read when they are asked for."""
    row = Service.from_db(DEFAULT_DB_ALIAS, OF_SERVICE, columns[: len(OF_SERVICE)])
    row.organization = Organization.from_db(DEFAULT_DB_ALIAS, OF_ORGANIZATION, columns[len(OF_SERVICE) :])
    return row


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what was found, with the rows of its hits and their organisations."""

    found: Found
    rows: dict[UUID, Service]

    @property
    def ids(self) -> list[UUID]:
        """The services of the page, in their order."""
        return [hit.id for hit in self.found.hits if hit.id in self.rows]

    @property
    def distances(self) -> dict[UUID, float]:
        """Kilometres to those that stand on the map."""
        return {hit.id: hit.km for hit in self.found.hits if hit.km is not None}


def decide_for(viewer: Viewer) -> Decide:
    """Who, of services whose hours one week cannot say, is surely open at a moment."""

    def decide(ids: Collection[UUID], moment: datetime) -> Collection[UUID]:
        asked = services(viewer, May.FIND).filter(pk__in=list(ids))
        return set(open_services(viewer, asked, moment).values_list("pk", flat=True))

    return decide


def answer_for(viewer: Viewer, index: Index, search: Search, *, open_first_at: datetime | None) -> Answer:
    """The page that was asked for. Where the viewer may not find a hit, the next ones take its place.

    One statement; one more each time that the index is behind the rows.
    """
    unseen: frozenset[UUID] = search.filters.without
    answer = Answer(Found(0, ()), {})
    for _ in range(MOST_TRIES):
        asked = replace(search, filters=replace(search.filters, without=unseen))
        answer = _rows_of(viewer, _searched(index, asked, open_first_at))
        missing = {hit.id for hit in answer.found.hits} - answer.rows.keys()
        if not missing:
            break
        unseen |= missing
    return answer


def _rows_of(viewer: Viewer, found: Found) -> Answer:
    ids = [hit.id for hit in found.hits]
    if not ids:
        return Answer(found, {})
    return Answer(found, {row.id: row for row in map(_service, _found(viewer, ids))})


def _searched(index: Index, search: Search, open_first_at: datetime | None) -> Found:
    found = index.search(search)
    if open_first_at is None or search.filters.open_at is not None or not found.total:
        return found
    return _open_first(index, search, found, open_first_at)


def _open_first(index: Index, search: Search, found: Found, moment: datetime) -> Found:
    """The same, those first that are surely open. `found`: the page as it would be otherwise."""
    search = replace(search, enough=EVERY if found.is_loose else 1)
    asked = replace(search, filters=replace(search.filters, open_at=moment), is_counted=False)
    opened = index.search(asked)
    if opened.is_loose > found.is_loose or not opened.total:
        return found
    if len(opened.hits) == search.limit:
        return replace(found, hits=opened.hits)
    every = index.search(replace(asked, first=0, limit=opened.total))
    rest = index.search(
        replace(
            search,
            filters=replace(search.filters, without=search.filters.without | {hit.id for hit in every.hits}),
            first=max(0, search.first - opened.total),
            limit=search.limit - len(opened.hits),
            is_counted=False,
        )
    )
    return replace(found, hits=(*opened.hits, *rest.hits))
