"""Records from any source: what is kept of each, what a bad one hides, and where its parts stand."""

from collections.abc import Iterable

import pytest

from kith.directory.models import Service, SourceRecord
from kith.directory.queries.import_report import ImportReport, import_report
from kith.directory.records import Json, LocationRecord, OrganizationRecord, TaxonomyRecord, TermRecord
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.reading import Reading, batches
from kith.exchange.hsds.take_in import take_in_records
from tests.factories.directory import SYSTEM, hsds_service, source_id


def raw(line: int, body: dict[str, Json] | None, **rest: object) -> RawRecord:
    return RawRecord(line, body, "" if body else "It cannot be read.", line, **rest)  # type: ignore[arg-type]


def read(*records: RawRecord) -> Reading:
    reading = Reading()
    list(batches(records, reading, lambda _count: None, 250))
    return reading


def taken(records: Iterable[RawRecord]) -> ImportReport:
    run_id = take_in_records(
        SYSTEM, records=records, file_name="list", source_name="Riverside List", progress=lambda _count: None
    )
    return import_report(SYSTEM, run_id=run_id)


@pytest.mark.django_db
def test_the_sources_own_record_is_kept_and_a_change_in_it_is_a_change() -> None:
    first = taken([raw(1, hsds_service(), raw={"Programme": "Food pantry", "Colour": "red"})])
    second = taken([raw(1, hsds_service(), raw={"Programme": "Food pantry", "Colour": "blue"})])

    assert (first.added, second.changed) == (1, 1)
    kept = SourceRecord.objects.get(kind="service").record
    assert kept == {"Programme": "Food pantry", "Colour": "blue"}
    assert Service.objects.get().name == "Food pantry"


def test_a_record_that_could_not_be_read_leaves_open_what_has_gone() -> None:
    assert read(raw(1, hsds_service()), raw(2, None)).seen is None


def test_a_record_that_could_not_be_read_but_is_known_has_not_gone() -> None:
    reading = read(raw(1, hsds_service()), raw(2, None, key=source_id("Other")))

    assert reading.seen == {source_id("Food pantry"), source_id("Other")}


@pytest.mark.parametrize(
    "aside",
    [
        raw(2, None, is_aside=True),
        raw(2, {"id": source_id("o"), "name": "", "website": "https://o.example"}),
        raw(2, {"id": "o", "name": "O", "services": []}),
        raw(2, {"id": source_id("l"), "location_type": "castle"}),
        raw(2, {"version": "3.1", "profile": "", "openapi_url": ""}),
    ],
)
def test_what_is_no_service_and_cannot_be_taken_hides_none_and_is_said(aside: RawRecord) -> None:
    reading = read(raw(1, hsds_service()), aside)

    assert reading.seen == {source_id("Food pantry")}
    assert [one.line for one in reading.not_taken] == [2]
    assert reading.not_taken[0].why


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"id": source_id("o"), "name": "O", "website": "https://o.example"}, OrganizationRecord),
        ({"id": source_id("o"), "name": "O", "services": []}, OrganizationRecord),
        ({"id": source_id("l"), "location_type": "physical"}, LocationRecord),
        ({"id": source_id("t"), "name": "T", "taxonomy": "T"}, TermRecord),
        ({"id": source_id("t"), "name": "T", "uri": "https://t.example", "version": "1"}, TaxonomyRecord),
    ],
)
def test_what_comes_without_a_service_is_taken_as_what_it_is(body: dict[str, Json], kind: type) -> None:
    reading = read(raw(1, hsds_service()), raw(2, body))

    assert [type(one) for one in reading.hand_over_alone()] == [kind]
    assert not reading.not_taken
    assert not reading.hand_over_alone()


def test_the_place_of_a_refuge_that_comes_alone_is_confidential() -> None:
    reading = read(
        raw(1, {"id": source_id("l"), "name": "Domestic violence refuge", "location_type": "physical"})
    )

    [place] = reading.hand_over_alone()

    assert isinstance(place, LocationRecord)
    assert place.is_confidential


def test_a_bad_part_is_named_as_its_source_names_it() -> None:
    body = hsds_service(phones=[{"id": source_id("p"), "number": "1", "type": 7}], minimum_age="five")
    places = {"phones[0]": "phones.csv, row 7", "minimum_age": "column “Age from”"}

    first = read(raw(1, body, places=places)).not_taken[0].why
    second = read(raw(1, {**body, "minimum_age": 5}, places=places)).not_taken[0].why

    assert first == "column “Age from”: must be a number."
    assert second == "phones.csv, row 7: type: must be a text."


def test_a_service_at_a_location_is_the_service_with_this_location() -> None:
    location: Json = {"id": source_id("hall"), "location_type": "physical"}
    at = raw(1, {"id": source_id("l"), "location": location, "service": hsds_service()})

    reading = Reading()
    ((record,),) = batches([at], reading, lambda _count: None, 250)

    assert record.name == "Food pantry"
    assert [place.location.key for place in record.details.places] == [source_id("hall")]
    assert not reading.not_taken
