"""The taxonomies that every site begins with."""

import json
from pathlib import Path

import pytest

from kith.core.errors import Denied
from kith.core.models import Event
from kith.directory.actions.load_taxonomies import load_taxonomies
from kith.directory.models import TaxonomyTerm, TermLabel, TermMatch
from kith.directory.queries.known_facts import known_facts
from kith.directory.queries.matching_terms import matching_terms
from kith.directory.seeds.ids import OWN_TAXONOMY, PLACE_GROUPS, own_term_id
from kith.directory.seeds.reading import read_seeds
from kith.directory.terms import TermRelation
from tests.factories.directory import NOBODY, SYSTEM

FHIR_CODES = (
    Path(__file__).parents[4]
    / "shared/data/fhir/sdohcc-3.0.0/conformance/ValueSet-SDOHCC-ValueSetSDOHCategory.json"
)
pytestmark = pytest.mark.django_db


def named(taxonomy: str, code: str) -> TaxonomyTerm:
    return TaxonomyTerm.objects.get(taxonomy__name=taxonomy, code=code)


def test_loading_again_changes_nothing() -> None:
    assert load_taxonomies(SYSTEM) > 1000

    assert load_taxonomies(SYSTEM) == 0

    assert Event.objects.filter(kind="directory.taxonomies_loaded").count() == 1


def test_two_sites_give_a_term_the_same_id() -> None:
    load_taxonomies(SYSTEM)

    term = TaxonomyTerm.objects.get(taxonomy_id=OWN_TAXONOMY, code="papers-none")

    assert term.id == own_term_id("papers-none")
    assert str(term.id) == "386e218c-5e7a-56a9-86eb-e37b4978bc00"


@pytest.mark.parametrize("language", ["en", "ar", "es", "fr", "so", "uk"])
def test_facts_are_called_what_the_loaded_terms_are_called(language: str) -> None:
    load_taxonomies(SYSTEM)
    names = dict(TaxonomyTerm.objects.filter(taxonomy_id=OWN_TAXONOMY).values_list("code", "name"))
    said = TermLabel.objects.filter(term__taxonomy_id=OWN_TAXONOMY, language=language, is_synonym=False)
    names |= dict(said.values_list("term__code", "text"))

    groups = known_facts(NOBODY, language=language)

    called = {fact.code: fact.name for group in groups for fact in (group, *group.facts)}
    assert called == {code: names[code] for code in called}
    assert names.keys() - called.keys() == {code for code in names if code.partition("-")[0] in PLACE_GROUPS}


def test_what_was_changed_by_hand_is_as_the_seed_says_again_but_a_taxonomy_kept_here_stays_here() -> None:
    load_taxonomies(SYSTEM)
    TaxonomyTerm.objects.filter(pk=own_term_id("safety-place")).update(name="A bar", is_kept_here=True)
    TermLabel.objects.create(term_id=own_term_id("safety-place"), language="en", text="pub", is_synonym=True)

    assert load_taxonomies(SYSTEM) == 2

    term = TaxonomyTerm.objects.get(pk=own_term_id("safety-place"))
    assert (term.name, term.is_kept_here) == ("Safe place", True)
    assert not TermLabel.objects.filter(text="pub").exists()


def test_only_those_who_look_after_the_directory_load_them() -> None:
    with pytest.raises(Denied):
        load_taxonomies(NOBODY)


def test_every_term_stands_in_its_taxonomy_once_and_our_own_are_named_in_every_language() -> None:
    for seed in read_seeds():
        ids = [term.id for term in seed.terms]
        assert len(ids) == len(set(ids)), seed.taxonomy.name
        assert {term.parent_id for term in seed.terms} - {None} <= set(ids)
        assert {label.term_id for label in seed.labels} <= set(ids)
    own = next(seed for seed in read_seeds() if seed.taxonomy.id == OWN_TAXONOMY)

    named = {(one.language, one.term_id) for one in own.labels if not one.is_synonym}

    assert named == {(language, term.id) for language in ("ar", "es", "fr", "so", "uk") for term in own.terms}
    groups = {term.id: term.code for term in own.terms if term.parent_id is None}
    assert all(term.code.startswith(groups[term.parent_id]) for term in own.terms if term.parent_id)


def test_a_crosswalk_is_read_from_both_ends() -> None:
    load_taxonomies(SYSTEM)
    pantry, category = named("Open Eligibility", "1130"), named("SDOH categories (FHIR)", "food-insecurity")

    (to_category,) = matching_terms(SYSTEM, term_id=pantry.id)
    back = {one.id: one.relation for one in matching_terms(SYSTEM, term_id=category.id)}

    assert (to_category.id, to_category.relation) == (category.id, TermRelation.BROAD)
    assert back[pantry.id] is TermRelation.NARROW
    assert back[named("Open Eligibility", "1102").id] is TermRelation.EXACT


def test_a_replaced_term_answers_for_the_one_that_took_its_place() -> None:
    load_taxonomies(SYSTEM)
    old = named("Open Eligibility 1", "102-04")

    assert old.replaced_by == named("Open Eligibility", "1130")
    assert [one.code for one in matching_terms(SYSTEM, term_id=old.id)] == ["food-insecurity"]


def test_every_term_of_the_fhir_categories_is_one_of_the_guide() -> None:
    if not FHIR_CODES.exists():
        pytest.skip("the guide's code lists are not here")
    concepts = json.loads(FHIR_CODES.read_text(encoding="utf-8"))["compose"]["include"][0]["concept"]
    load_taxonomies(SYSTEM)

    ours = TaxonomyTerm.objects.filter(taxonomy__name="SDOH categories (FHIR)")

    assert {(term.code, term.name) for term in ours} == {(one["code"], one["display"]) for one in concepts}
    assert set(TermMatch.objects.values_list("other__code", flat=True)) <= {one["code"] for one in concepts}
