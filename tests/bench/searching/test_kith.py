"""Kith's engine is told of the made-up services as they are, and answers by the plain rule."""

import pytest

from bench.searching.asked import Kind, questions
from bench.searching.documents import DENIED, FLAGS, Stream
from bench.searching.in_kith import InFull, Kith
from bench.searching.made import Directory
from bench.searching.plain import Plain
from bench.searching.rounds import checked


@pytest.fixture(scope="module")
def kith(thousand: Directory, tmp_path_factory: pytest.TempPathFactory) -> Kith:
    engine = Kith(tmp_path_factory.mktemp("kith"))
    engine.build(thousand)
    return engine


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("is_nationwide", [False, True])
def test_it_answers_by_the_plain_rule(
    kith: Kith, thousand: Directory, plain: Plain, kind: Kind, is_nationwide: bool
) -> None:
    asked = questions(thousand, 60, is_nationwide=is_nationwide)

    assert checked([kith, InFull(kith)], kind, asked, plain).differences == {"Kith": 0, "Kith, in full": 0}


def test_asked_in_full_it_asks_the_same_index(kith: Kith) -> None:
    full = InFull(kith)

    assert full.index is kith.index
    assert (kith.is_in_full, full.is_in_full) == (False, True)


def test_every_service_is_a_document_with_its_hours_and_facts(thousand: Directory) -> None:
    documents = list(Stream(thousand).documents())

    assert len(documents) == thousand.size
    for number, one in enumerate(documents[:50]):
        (site,) = one.sites
        assert one.id.int == number
        assert (site.latitude, site.longitude) == (thousand.latitude[number], thousand.longitude[number])
        assert site.week is not None
        assert (
            sum(last - first for first, last in site.week.ranges)
            == 360 * int(thousand.slots[number]).bit_count()
        )
        assert len(set(one.facts) & {*FLAGS, *DENIED}) == len(FLAGS)


def test_a_word_of_the_name_weighs_more(thousand: Directory) -> None:
    one = next(Stream(thousand).documents())
    name, said = next(thousand.texts(0, 1))

    for word, weight in one.words:
        assert weight == 3 * name.split().count(word) + said.split().count(word)
