"""Which services answer a question, for this viewer, and how well."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory import search_index
from kith.directory.models import Attribute, Language, Service
from kith.directory.policies.place import details
from kith.directory.policies.service import May, services
from kith.directory.search_words import Question, looser
from kith.directory.seeds.ids import own_term_id

FEW_IDS = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """A service that may be shown, and how well its words answer (0 to 1)."""

    id: UUID
    name: str
    text: float


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates; `is_loose` where none had all the words, so any word counted."""

    candidates: list[Candidate]
    is_loose: bool


def candidates_for(
    viewer: Viewer, question: Question, *, languages: Collection[str], facts: Collection[str]
) -> Found:
    """The services that the viewer may find, in one of `languages` if any are named, with all of `facts`.

    At most four statements.
    """
    rows = _with_facts(viewer, _in_languages(viewer, services(viewer, May.FIND), languages), facts)
    if not question:
        return Found(_narrowed(rows, None), is_loose=False)
    exact = _narrowed(rows, search_index.matching(question))
    if exact:
        return Found(exact, is_loose=False)
    return Found(_narrowed(rows, search_index.matching(looser(question))), is_loose=True)


def _narrowed(rows: QuerySet[Service], ranks: Mapping[UUID, float] | None) -> list[Candidate]:
    if ranks is not None and not ranks:
        return []
    if ranks is not None and len(ranks) <= FEW_IDS:
        rows = rows.filter(pk__in=list(ranks))
    best = max(ranks.values(), default=0.0) if ranks else 0.0
    return [
        Candidate(service_id, name, _share(ranks, service_id, best))
        for service_id, name in rows.values_list("id", "name")
        if ranks is None or service_id in ranks
    ]


def _share(ranks: Mapping[UUID, float] | None, service_id: UUID, best: float) -> float:
    return ranks[service_id] / best if ranks is not None and best > 0 else 0.0


def _in_languages(viewer: Viewer, rows: QuerySet[Service], languages: Collection[str]) -> QuerySet[Service]:
    if not languages:
        return rows
    spoken = details(viewer, Language).filter(code__in=languages, service__isnull=False)
    return rows.filter(pk__in=spoken.values("service_id"))


def _with_facts(viewer: Viewer, rows: QuerySet[Service], facts: Collection[str]) -> QuerySet[Service]:
    for code in facts:
        said = details(viewer, Attribute).filter(taxonomy_term_id=own_term_id(code), service__isnull=False)
        rows = rows.filter(pk__in=said.values("service_id"))
    return rows
