"""The engine's search and the oracle's are the same: members, order, totals, facets."""

from dataclasses import replace
from random import Random

import pytest

from kith.matching.answers import Found
from kith.matching.building import generation_in_memory
from kith.matching.index import Index
from tests.environment import scaled
from tests.matching import made_up, oracle_search

TOWNS, SERVICES = 10, 60
QUESTIONS = scaled(10_000, least=300) // TOWNS


def rounded(found: Found) -> Found:
    """Two ways to compute a distance differ in the last digits."""
    hits = (hit._replace(km=None if hit.km is None else round(hit.km, 3)) for hit in found.hits)
    return replace(found, hits=tuple(hits))


@pytest.mark.parametrize("seed", range(TOWNS))
def test_what_is_found_is_what_the_oracle_says(seed: int) -> None:
    random = Random(seed)
    town = made_up.documents(random, SERVICES)
    index = Index(generation_in_memory(town, schema=made_up.SCHEMA, sequence=1))
    corpus = oracle_search.corpus_of(town)

    for _one in range(QUESTIONS):
        question = made_up.search(random, town)
        expected = oracle_search.search(corpus, made_up.SCHEMA, question)
        assert rounded(index.search(question)) == rounded(expected), question


@pytest.mark.parametrize("seed", range(TOWNS))
def test_changes_in_memory_and_a_generation_answer_as_one(seed: int) -> None:
    random = Random(200 + seed)
    before = made_up.documents(random, SERVICES)
    changes = made_up.change(random, before)
    base = generation_in_memory(before, schema=made_up.SCHEMA, sequence=1)
    index = Index(base, changed=changes.changed, gone=changes.gone)
    corpus = oracle_search.corpus_of(changes.after, base=before)

    for _one in range(QUESTIONS // 3):
        question = made_up.search(random, changes.after)
        expected = oracle_search.search(corpus, made_up.SCHEMA, question)
        assert rounded(index.search(question)) == rounded(expected), question
