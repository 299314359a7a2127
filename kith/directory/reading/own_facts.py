"""Kith's own taxonomy on services: facts in the reader's language, in the order in which people read them."""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.taxonomy import labels
from kith.directory.reading.rows import Tag
from kith.directory.seeds.ids import PLACE_GROUPS, own_term_id
from kith.directory.seeds.reading import own_codes, own_lines
from kith.directory.views_of import Fact, FactGroup

MOST_LANGUAGES = 100


@lru_cache(maxsize=MOST_LANGUAGES)
def own_groups(language: str) -> Sequence[FactGroup]:
    """Every group with its facts, named in `language`, else in English: as they come with Kith."""
    facts: dict[str, list[Fact]] = {}
    for line in own_lines():
        name = line.get(f"name:{language}") or line["name"]
        facts.setdefault(line["parent"], []).append(Fact(line["code"], name))
    groups = (group for group in facts[""] if group.code not in PLACE_GROUPS)
    return tuple(FactGroup(group.code, group.name, tuple(facts[group.code])) for group in groups)


def narrowed_to(groups: Collection[FactGroup], codes: Collection[str]) -> list[FactGroup]:
    """Those of the facts that have these codes; a group without any is left out."""
    kept = [
        FactGroup(group.code, group.name, tuple(fact for fact in group.facts if fact.code in codes))
        for group in groups
    ]
    return [group for group in kept if group.facts]


def is_own_fact(row: Tag) -> bool:
    """True for a tag of Kith's own taxonomy."""
    return row.taxonomy_term_id in _codes_by_id()


def own_codes_of(rows: Collection[Tag]) -> tuple[str, ...]:
    """The codes of Kith's own taxonomy among these tags, each once."""
    known = _codes_by_id()
    codes = (known.get(row.taxonomy_term_id) for row in rows if row.taxonomy_term_id)
    return tuple(dict.fromkeys(code for code in codes if code))


def tags_of(rows: Collection[Tag]) -> tuple[str, ...]:
    """What the tags of other taxonomies are called, each once."""
    return tuple(dict.fromkeys(row.shown_as for row in rows if row.shown_as and not is_own_fact(row)))


def names_of_terms(viewer: Viewer, rows: Collection[Tag]) -> dict[UUID, str]:
    """All labels and synonyms of the terms of these tags, in every language, for search. One statement."""
    named: dict[UUID, list[str]] = {}
    for one in labels(viewer).filter(term__in={row.taxonomy_term_id for row in rows}).order_by("id"):
        named.setdefault(one.term_id, []).append(one.text)
    return {term_id: " ".join(texts) for term_id, texts in named.items()}


@cache
def _codes_by_id() -> dict[UUID, str]:
    return {own_term_id(code): code for code in own_codes()}
