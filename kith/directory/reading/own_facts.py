"""Kith's own taxonomy on services: facts in the reader's language, in the order in which people read them."""

from collections.abc import Collection
from functools import cache
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.models import Attribute
from kith.directory.policies.taxonomy import labels, terms
from kith.directory.seeds.ids import OWN_TAXONOMY, PLACE_GROUPS, own_term_id
from kith.directory.seeds.reading import own_codes
from kith.directory.views_of import Fact, FactGroup


def own_groups(viewer: Viewer, *, language: str) -> list[FactGroup]:
    """Every group with its facts, named in `language`, else in English. Two statements."""
    said = labels(viewer).filter(term__taxonomy_id=OWN_TAXONOMY, language=language, is_synonym=False)
    names = dict(said.values_list("term_id", "text"))
    found = terms(viewer).filter(taxonomy_id=OWN_TAXONOMY, replaced_by__isnull=True)
    groups: dict[UUID, str] = {}
    facts: dict[UUID | None, list[Fact]] = {}
    for term_id, parent_id, code, name in sorted(
        found.values_list("id", "parent_id", "code", "name"), key=lambda row: _position(row[2])
    ):
        facts.setdefault(parent_id, []).append(Fact(code, names.get(term_id, name)))
        if parent_id is None and code not in PLACE_GROUPS:
            groups[term_id] = code
    called = {fact.code: fact.name for fact in facts.get(None, ())}
    return [FactGroup(code, called[code], tuple(facts.get(term_id, ()))) for term_id, code in groups.items()]


def narrowed_to(groups: Collection[FactGroup], codes: Collection[str]) -> list[FactGroup]:
    """Those of the facts that have these codes; a group without any is left out."""
    kept = [
        FactGroup(group.code, group.name, tuple(fact for fact in group.facts if fact.code in codes))
        for group in groups
    ]
    return [group for group in kept if group.facts]


def is_own_fact(row: Attribute) -> bool:
    """True for a tag of Kith's own taxonomy."""
    return row.taxonomy_term_id in _codes_by_id()


def own_codes_of(rows: Collection[Attribute]) -> tuple[str, ...]:
    """The codes of Kith's own taxonomy among these tags, each once."""
    known = _codes_by_id()
    codes = (known.get(row.taxonomy_term_id) for row in rows if row.taxonomy_term_id)
    return tuple(dict.fromkeys(code for code in codes if code))


def tags_of(rows: Collection[Attribute]) -> tuple[str, ...]:
    """What the tags of other taxonomies are called, each once."""
    return tuple(dict.fromkeys(row.shown_as for row in rows if row.shown_as and not is_own_fact(row)))


def names_of_terms(viewer: Viewer, rows: Collection[Attribute]) -> dict[UUID, str]:
    """All labels and synonyms of the terms of these tags, in every language, for search. One statement."""
    named: dict[UUID, list[str]] = {}
    for one in labels(viewer).filter(term__in={row.taxonomy_term_id for row in rows}).order_by("id"):
        named.setdefault(one.term_id, []).append(one.text)
    return {term_id: " ".join(texts) for term_id, texts in named.items()}


def _position(code: str) -> int:
    return _positions().get(code, len(_positions()))


@cache
def _positions() -> dict[str, int]:
    return {code: position for position, code in enumerate(own_codes())}


@cache
def _codes_by_id() -> dict[UUID, str]:
    return {own_term_id(code): code for code in own_codes()}
