"""The codes that answer a need: its topics, and its categories with all that a crosswalk leads to."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kith.core.viewer import Viewer
from kith.directory.needing import Needed
from kith.directory.policies.taxonomy import matches, terms
from kith.directory.searching.codes import term_code, topic_code
from kith.directory.seeds.ids import SDOH_CATEGORIES, term_id
from kith.directory.terms import TermRelation

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class NeedCodes:
    """Codes of what is the same as the need or a kind of it; and of what is broader, or related only."""

    codes: tuple[str, ...]
    near: tuple[str, ...]


def need_codes(viewer: Viewer, needed: Needed) -> NeedCodes:
    """The codes of its topics and categories. At most 13 statements, none without a category."""
    answering, near = _terms(viewer, [term_id(SDOH_CATEGORIES, code) for code in needed.categories])
    codes = [*map(topic_code, needed.topics), *map(term_code, sorted(answering))]
    related = [*map(topic_code, needed.near_topics), *map(term_code, sorted(near - answering))]
    return NeedCodes(tuple(codes), tuple(code for code in related if code not in codes))


def _terms(viewer: Viewer, asked: Collection[UUID]) -> tuple[set[UUID], set[UUID]]:
    """A crosswalk that calls a term related says more than where it stands in its own list."""
    if not asked:
        return set(), set()
    led = _led_to(viewer, asked)
    answering = {*asked, *led[TermRelation.EXACT], *led[TermRelation.NARROW]}
    related = led[TermRelation.RELATED] - answering
    answering = _with_all_below(viewer, answering, but=related)
    near = _with_all_below(viewer, related, but=answering) | led[TermRelation.BROAD]
    return answering, near


def _led_to(viewer: Viewer, asked: Collection[UUID]) -> dict[TermRelation, set[UUID]]:
    """What the steps from these terms lead to, read from both ends, by what it is to them."""
    found: dict[TermRelation, set[UUID]] = {relation: set() for relation in TermRelation}
    steps = matches(viewer).filter(Q(term_id__in=asked) | Q(other_id__in=asked))
    for term, other, said in steps.values_list("term_id", "other_id", "relation"):
        relation = TermRelation(said)
        if term in asked:
            found[relation].add(other)
        else:
            found[relation.inverse].add(term)
    return found


def _with_all_below(viewer: Viewer, top: Collection[UUID], *, but: Collection[UUID]) -> set[UUID]:
    found, level = set(top), set(top)
    for _depth in range(DEEPEST):
        if not level:
            break
        below = terms(viewer).filter(parent_id__in=level).values_list("id", flat=True)
        level = set(below) - found - set(but)
        found |= level
    return found
