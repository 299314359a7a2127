"""The index of a process follows what is committed: by its own changes, by those of others, by new generations."""

import random
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries, Settings

from kith.core import clock
from kith.directory import generations, live_index
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.actions.renew_search import renew_search
from kith.directory.actions.set_places import set_places
from kith.directory.generations import build, documents_of, folder_of, state_now
from kith.directory.live_index import index_now
from kith.directory.models import SearchRecord, SearchState, Service
from kith.directory.search_documents import write_search_documents
from kith.directory.searching import delta
from kith.directory.searching.codes import schema
from kith.directory.searching.records import forget_built
from kith.directory.tasks import build_generation_soon
from kith.directory.terms import ServiceStatus
from kith.matching.index import Index
from kith.matching.questions import Filters, Order, Part, Search, Term
from tests.environment import scaled
from tests.factories.directory import SYSTEM, a_service, an_organization

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.KITH_DATA_DIR = tmp_path
    another_process(monkeypatch)
    return tmp_path / "matching"


def another_process(patch: pytest.MonkeyPatch) -> None:
    """From now on as in a process that has just begun."""
    patch.setattr(live_index, "_KEEPER", live_index._Keeper())


def asked(word: str) -> tuple[Part, ...]:
    return (Part(((Term(word),),)),)


def found(word: str) -> set[UUID]:
    return set(index_now().index.every(asked(word)))


def built() -> None:
    assert build(state_now())


def become(service_id: UUID, status: ServiceStatus) -> None:
    with transaction.atomic():
        Service.objects.filter(pk=service_id).update(status=status)
        write_search_documents([service_id])


def named(service_id: UUID, name: str) -> None:
    with transaction.atomic():
        Service.objects.filter(pk=service_id).update(name=name)
        write_search_documents([service_id])


def test_before_anything_is_told_nothing_is_found() -> None:
    live = index_now()

    assert live.index.every(()) == []
    assert (live.sequence, live.is_old) == (0, False)


@pytest.mark.parametrize("is_built", [False, True])
def test_a_change_is_found_at_once_with_a_generation_or_without(is_built: bool) -> None:
    first = a_service("Sewing circle")
    if is_built:
        built()
    assert found("sewing") == {first}

    second = a_service("Sewing for two")
    named(first, "Knitting circle")

    assert found("sewing") == {second}
    assert found("knitting") == {first}
    become(second, ServiceStatus.DEFUNCT)
    assert found("sewing") == set()


def test_nothing_is_read_but_one_number_where_nothing_changed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    a_service("Sewing circle")
    index_now()

    with django_assert_num_queries(1):
        index_now()


def test_many_changes_cost_no_more_statements_than_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for count in (1, 20):
        for number in range(count):
            a_service(f"Hall {number}")
        with django_assert_num_queries(3):
            index_now()


def test_a_new_generation_takes_the_place_of_what_was_in_memory(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first = a_service("Sewing circle")
    index_now()
    built()

    with django_assert_num_queries(1):
        live = index_now()
    assert live.index.base is not None
    assert live.index.base.sequence == live.sequence
    assert found("sewing") == {first}


def test_what_is_undone_is_never_found() -> None:
    with transaction.atomic():
        service_id = a_service("Sewing circle")
        assert found("sewing") == {service_id}
        transaction.set_rollback(True)

    assert found("sewing") == set()
    other = a_service("Sewing for two")
    assert found("sewing") == {other}


def test_places_and_closing_are_followed() -> None:
    service_id = a_service("Sewing circle")
    built()
    with_places = Search(filters=Filters(has_places=True))
    assert index_now().index.search(with_places).total == 0

    set_places(SYSTEM, service_id=service_id, places_left=2, as_of=clock.now())

    assert index_now().index.search(with_places).total == 1


@pytest.mark.parametrize("damage", ["no CURRENT", "half a file", "nothing at all"])
def test_a_damaged_generation_is_not_used_and_is_built_again(
    damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    service_id = a_service("Sewing circle")
    built()
    harm(folder_of(state_now().epoch), damage)
    another_process(monkeypatch)

    assert found("sewing") == {service_id}
    assert not index_now().is_old
    assert keep_search_generation(SYSTEM)
    assert found("sewing") == {service_id}
    assert not keep_search_generation(SYSTEM)


def harm(folder: Path, damage: str) -> None:
    if damage == "no CURRENT":
        (folder / "CURRENT").unlink()
        return
    for path in folder.glob("gen-*/*"):
        if damage == "nothing at all":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    (folder / "CURRENT").write_text((folder / "CURRENT").read_text())


def test_a_process_that_holds_a_generation_goes_on_with_it_where_the_files_are_gone() -> None:
    first = a_service("Sewing circle")
    built()
    index_now()
    harm(folder_of(state_now().epoch), "no CURRENT")

    second = a_service("Sewing for two")

    assert found("sewing") == {first, second}
    assert not index_now().is_old


def test_of_too_many_changes_the_newest_are_found_and_it_says_that_it_is_old(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delta, "MOST", 3)
    organization_id = an_organization()
    ids = [a_service(f"Hall {number}", organization_id=organization_id) for number in range(5)]

    live = index_now()

    assert live.is_old
    assert set(live.index.every(())) == set(ids[2:])
    built()
    assert set(index_now().index.every(())) == set(ids)
    assert not index_now().is_old


def test_what_must_be_forgotten_is_not_found_even_among_too_many_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delta, "MOST", 3)
    organization_id = an_organization()
    secret = a_service("Zqxvkw house", organization_id=organization_id)
    built()
    with transaction.atomic():
        named(secret, "A house")
        forget_built()
    for number in range(5):
        a_service(f"Hall {number}", organization_id=organization_id)

    assert found("zqxvkw") == set()


def test_no_file_keeps_the_words_of_what_must_be_forgotten(folder: Path) -> None:
    secret = a_service("Zqxvkw house")
    built()
    built()
    assert files_with(folder, b"zqxvkw")

    with transaction.atomic():
        named(secret, "A house")
        forget_built()
    build_generation_soon.func()

    assert files_with(folder, b"zqxvkw") == []
    assert found("house") == {secret}


def files_with(folder: Path, word: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and word in path.read_bytes()]


def test_a_generation_is_built_where_it_is_needed_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "FAR_BEHIND", 2)
    assert not keep_search_generation(SYSTEM)
    a_service("One")
    assert keep_search_generation(SYSTEM)
    a_service("Two")
    a_service("Three")
    assert not keep_search_generation(SYSTEM)
    a_service("Four")
    assert keep_search_generation(SYSTEM)
    assert not keep_search_generation(SYSTEM)
    monkeypatch.setattr(generations, "OLDEST_SECONDS", -1)
    assert keep_search_generation(SYSTEM)


def test_two_do_not_build_at_once(folder: Path) -> None:
    a_service("One")
    folder.mkdir()

    with generations._alone(folder / generations.LOCK) as is_alone:
        assert is_alone
        assert not build(state_now())
    assert build(state_now())


def test_after_a_restore_what_was_built_before_is_not_used(folder: Path) -> None:
    first = a_service("Sewing circle")
    built()
    index_now()

    renew_search(SYSTEM)

    assert found("sewing") == {first}
    assert index_now().index.base is not None
    assert index_now().index.base.sequence == 0
    build_generation_soon.func()
    assert [one.name for one in folder.iterdir() if one.is_dir()] == [state_now().epoch.hex]


def test_a_site_that_was_here_before_is_told_of_by_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    service_id = a_service("Sewing circle")
    SearchRecord.objects.all().delete()
    SearchState.objects.update(is_filled=False, sequence=1)
    another_process(monkeypatch)
    assert index_now().is_old

    keep_search_generation(SYSTEM)

    assert found("sewing") == {service_id}
    assert not index_now().is_old


def test_threads_share_one_index_and_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = {a_service(f"Sewing {number}") for number in range(9)}
    built()
    another_process(monkeypatch)

    def look(_number: int) -> Collection[UUID]:
        try:
            return found("sewing")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert all(one == ids for one in pool.map(look, range(32)))


def add(ids: list[UUID], chance: random.Random) -> None:
    ids.append(a_service(f"Hall of {chance.randrange(9)}", organization_id=organization_of(ids)))


def rename(ids: list[UUID], chance: random.Random) -> None:
    named(chance.choice(ids), f"House {chance.choice(['blue', 'green', 'red'])}")


def close(ids: list[UUID], chance: random.Random) -> None:
    become(chance.choice(ids), chance.choice([ServiceStatus.DEFUNCT, ServiceStatus.TEMPORARILY_CLOSED]))


def open_again(ids: list[UUID], chance: random.Random) -> None:
    become(chance.choice(ids), ServiceStatus.ACTIVE)


def tell_places(ids: list[UUID], chance: random.Random) -> None:
    Service.objects.update(places_band_at=None)
    set_places(SYSTEM, service_id=chance.choice(ids), places_left=chance.choice([0, 2, 9]), as_of=clock.now())


def build_one(_ids: list[UUID], _chance: random.Random) -> None:
    built()


def organization_of(ids: list[UUID]) -> UUID:
    return Service.objects.get(pk=ids[0]).organization_id


STEPS = (add, rename, rename, close, open_again, tell_places, tell_places, build_one)


@pytest.mark.parametrize("most", [3, 5000])
def test_whatever_is_done_the_live_index_has_what_a_fresh_one_has(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """With a short memory it may miss some, but says so, and has all after the next generation."""
    monkeypatch.setattr(delta, "MOST", most)
    chance = random.Random(7)
    ids = [a_service("Hall")]

    for _ in range(scaled(600, least=40)):
        chance.choice(STEPS)(ids, chance)
        if chance.random() < 0.2:
            another_process(monkeypatch)
        if chance.random() < 0.6 and not index_now().is_old:
            assert_like_fresh()
    built()

    assert not index_now().is_old
    assert_like_fresh()


def assert_like_fresh() -> None:
    rows = SearchRecord.objects.filter(is_gone=False)
    fresh = Index(None, changed=documents_of(rows), schema=schema())
    live = index_now().index
    for parts in ((), asked("hall"), asked("blue"), asked("house")):
        for filters in (Filters(), Filters(has_places=True), Filters(age=20)):
            question = Search(parts=parts, filters=filters, order=Order.TEXT, limit=1000)
            assert members(live, question) == members(fresh, question)


def members(index: Index, question: Search) -> set[UUID]:
    return {hit.id for hit in index.search(question).hits}


@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="SQLite writes one after the other (IMMEDIATE); set DATABASE_URL to try this on PostgreSQL.",
)
def test_a_slow_transaction_that_drew_its_number_first_is_never_lost() -> None:
    """Its number is lower than that of the quick one, which therefore cannot be seen before it."""
    slow, quick = a_service("Slow hall"), a_service("Quick hall")
    has_drawn, may_commit, looks = Event(), Event(), list[set[UUID]]()

    def be_slow() -> None:
        with own_connection(), transaction.atomic():
            rename_to_sewing(slow)
            has_drawn.set()
            may_commit.wait(20)

    def be_quick() -> None:
        with own_connection():
            has_drawn.wait(20)
            with transaction.atomic():
                rename_to_sewing(quick)

    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(be_slow), pool.submit(be_quick)]
        has_drawn.wait(20)
        for step in range(60):
            looks.append(found("sewing"))
            if step == 20:
                may_commit.set()
            time.sleep(0.02)
        for one in both:
            one.result()

    assert found("sewing") == {slow, quick}
    assert {quick} not in looks
    assert looks[0] == set()


@contextmanager
def own_connection() -> Iterator[None]:
    try:
        yield
    finally:
        connection.close()


def rename_to_sewing(service_id: UUID) -> None:
    """The row itself is not locked before the number is drawn, so that only the number keeps the order."""
    Service.objects.filter(pk=service_id).update(name="Sewing circle")
    write_search_documents([service_id])
