"""The engine's match and the oracle's are the same: members, order, totals, reasons."""

from dataclasses import replace
from random import Random

import pytest

from kith.matching.answers import Match, Matches
from kith.matching.building import generation_in_memory
from kith.matching.index import Index
from tests.environment import scaled
from tests.matching import made_up, oracle

TOWNS, SERVICES = 10, 60
QUESTIONS = scaled(10_000, least=300) // TOWNS


def rounded(found: Matches) -> Matches:
    return replace(found, fits=metres(found.fits), full=metres(found.full))


def metres(found: tuple[Match, ...]) -> tuple[Match, ...]:
    """Two ways to compute a distance differ in the last digits."""
    return tuple(replace(one, km=None if one.km is None else round(one.km, 3)) for one in found)


@pytest.mark.parametrize("seed", range(TOWNS))
def test_what_is_matched_is_what_the_oracle_says(seed: int) -> None:
    random = Random(seed)
    town = made_up.documents(random, SERVICES)
    index = Index(generation_in_memory(town, schema=made_up.SCHEMA, sequence=1))

    for _one in range(QUESTIONS):
        need = made_up.need(random, town)
        assert rounded(index.match(need)) == rounded(oracle.match(town, made_up.SCHEMA, need)), need


@pytest.mark.parametrize("seed", range(TOWNS))
def test_why_another_was_not_chosen_is_what_the_oracle_says(seed: int) -> None:
    random = Random(100 + seed)
    town = made_up.documents(random, SERVICES)
    index = Index(generation_in_memory(town, schema=made_up.SCHEMA, sequence=1))

    for _one in range(QUESTIONS // 10):
        need = made_up.need(random, town)
        ids = [one.id for one in random.sample(town, 20)]
        told = index.explain(need, ids)
        assert metres(told) == metres(oracle.explain(town, made_up.SCHEMA, need, ids)), need


@pytest.mark.parametrize("seed", range(TOWNS))
def test_changes_in_memory_and_a_generation_match_as_one(seed: int) -> None:
    random = Random(200 + seed)
    before = made_up.documents(random, SERVICES)
    changes = made_up.change(random, before)
    base = generation_in_memory(before, schema=made_up.SCHEMA, sequence=1)
    index = Index(base, changed=changes.changed, gone=changes.gone)
    ids = [one.id for one in (*before, *changes.after)]

    for _one in range(QUESTIONS // 3):
        need = made_up.need(random, changes.after)
        assert rounded(index.match(need)) == rounded(oracle.match(changes.after, made_up.SCHEMA, need)), need
        some = random.sample(ids, 3)
        expected = oracle.explain(changes.after, made_up.SCHEMA, need, some)
        assert metres(index.explain(need, some)) == metres(expected), need
