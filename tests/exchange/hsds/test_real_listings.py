"""The 2,851 real services and the 150 messy records of the open CC0 set, where the data lie beside the repository."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from kith.directory.models import Location, Organization, Phone, Schedule, Service
from kith.directory.queries.find_services import find_services
from kith.directory.queries.import_report import import_report
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.from_record import alone_in, services_in
from kith.exchange.hsds.from_service import from_service
from kith.exchange.hsds.take_in import AT_ONCE, take_in
from tests.environment import scaled
from tests.exchange.hsds.test_take_in import all_rows
from tests.factories.directory import NOBODY, REAL_LISTINGS, SYSTEM

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not REAL_LISTINGS.is_dir(),
        reason="The open listings are not here. Put the HAARRRvest CC0 files into ../shared/data/haarrrvest-cc0.",
    ),
]

SERVICES = REAL_LISTINGS / "services_full.hsds31.ndjson"
MESSY = REAL_LISTINGS / "llm_hsds_messy_sample.ndjson"
WHOLE, WHOLE_DEFECTS = 2851, (144, 144, 36, 19)
MOST_STATEMENTS = 80
"""For 250 services: what a batch costs does not grow with what is there already."""


@pytest.mark.heavy
def test_the_real_services_come_in_by_few_statements_and_again_without_a_change(tmp_path: Path) -> None:
    lines = SERVICES.read_text(encoding="utf-8").splitlines()
    part = lines[:: max(1, round(len(lines) / scaled(len(lines), least=300)))]
    path = tmp_path / SERVICES.name
    path.write_text("\n".join(part), encoding="utf-8")

    with statements() as counted:
        first = take_in(SYSTEM, path=path, source_name="HAARRRvest", progress=lambda _count: None)
    before = all_rows()
    second = take_in(SYSTEM, path=path, source_name="HAARRRvest", progress=lambda _count: None)

    assert 0 < counted[0] <= MOST_STATEMENTS * -(-len(part) // AT_ONCE)
    assert import_report(SYSTEM, run_id=first).added == Service.objects.count() == len(part)
    assert import_report(SYSTEM, run_id=second).unchanged == len(part)
    assert all_rows() == before
    check_known_defects(is_whole=len(part) == WHOLE)
    check_search()


@contextmanager
def statements() -> Iterator[list[int]]:
    """How many are sent, without keeping them: they are long."""
    counted = [0]

    def count(execute: Callable[..., object], *rest: object) -> object:
        counted[0] += 1
        return execute(*rest)

    with connection.execute_wrapper(count):
        yield counted


def check_known_defects(*, is_whole: bool) -> None:
    """As its notice lists them; in a part of it fewer, but some."""
    found = (
        Location.objects.filter(latitude=40.713047, longitude=-74.00723).count(),
        Location.objects.filter(is_point_trusted=False).count(),
        Schedule.objects.filter(is_doubtful=True).count(),
        Phone.objects.filter(is_dialable=False).count(),
    )
    assert found == WHOLE_DEFECTS if is_whole else all(found)
    assert Organization.objects.count() == 2825 or not is_whole
    assert not Schedule.objects.filter(description__contains="<td").exists()
    assert not Organization.objects.exclude(description__contains="(listed by ").exists()


def check_search() -> None:
    results = find_services(
        NOBODY, words="food pantry", near="20735", topics=(), languages=(), facts=(), page=1
    )
    assert results.total > 10
    assert results.place == "Clinton"
    kilometres = [line.distance_km for line in results.lines if line.distance_km is not None]
    assert len(kilometres) > len(results.lines) / 2
    assert max(kilometres) <= 50


@pytest.mark.parametrize("path", [MESSY], ids=["messy"])
def test_the_messy_file_is_refused_line_by_line(path: Path) -> None:
    run_id = take_in(SYSTEM, path=path, source_name="Messy", progress=lambda _count: None)

    report = import_report(SYSTEM, run_id=run_id)
    assert (report.added, report.not_taken) == (0, 150)
    assert all(why for _line, why in report.not_taken_why)


def test_each_messy_document_is_a_sentence_and_never_a_crash() -> None:
    lines = MESSY.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(json.loads(line)["text"]) for line in lines]

    for document in documents:
        with pytest.raises(RecordNotTaken) as error:
            [from_service(body) for body in services_in(document)] or alone_in(document)
        assert str(error.value)

    assert len(documents) == 150
