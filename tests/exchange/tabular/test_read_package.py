"""Packages of each version, joined into services: what is nested where, and a sentence for each other row."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from kith.directory.records import Json, ServiceRecord
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.reading import Reading, batches
from kith.exchange.source_ids import SourceIds
from kith.exchange.tabular.read_package import read_package
from tests.factories.packages import HSDS_1_1, HSDS_2, HSDS_3, folder, zipped
from tests.factories.published import HSDS_31, ORUK_PROFILE, needs_hsds_31, needs_oruk_profile

IDS = SourceIds("S")


def read(path: Path) -> tuple[list[RawRecord], list[str]]:
    told: list[str] = []
    return list(read_package(path, source_name="S", size=1000, say=told.append)), told


def body_of(path: Path) -> dict[str, Json]:
    body = read(path)[0][0].body
    assert body is not None
    return body


def mapped(path: Path) -> tuple[list[ServiceRecord], Reading]:
    reading = Reading()
    return [
        one for batch in batches(read(path)[0], reading, lambda _count: None, 250) for one in batch
    ], reading


def whys(path: Path) -> list[str]:
    return [one.why for one in mapped(path)[1].not_taken]


def within(body: Mapping[str, Json], *steps: str | int) -> Json:
    value: Json = dict(body)
    for step in steps:
        value = value[step]  # type: ignore[index,call-overload]
    return value


@pytest.mark.parametrize("written", [folder, zipped])
@pytest.mark.parametrize("inside", ["", "export/"])
def test_a_folder_and_a_zip_give_the_same_services(tmp_path: Path, written: object, inside: str) -> None:
    files = {f"{inside}{name}": text for name, text in HSDS_3.items()}

    records, told = read(written(tmp_path, files))  # type: ignore[operator]

    assert [record.line for record in records[:2]] == [2, 3]
    assert [within(record.body or {}, "name") for record in records[:2]] == ["Soup kitchen", "Night shelter"]
    assert records[-1].read_bytes == 1000
    assert not told


def test_rows_are_nested_as_the_standard_says(tmp_path: Path) -> None:
    body = body_of(folder(tmp_path, HSDS_3))

    assert within(body, "id") == IDS.of("service", "10")
    assert within(body, "phones", 0, "number") == "020 7946 0000"
    assert within(body, "organization", "id") == IDS.of("organization", "1")
    assert within(body, "service_at_locations", 0, "location", "latitude") == 51.5
    assert "organization_id" not in body
    assert "service_id" not in str(body)


def test_a_row_that_hangs_on_two_stands_in_both(tmp_path: Path) -> None:
    body = body_of(folder(tmp_path, HSDS_3))

    numbers = ["020 7946 0000", "020 7946 0001"]
    assert [within(body, "phones", at, "number") for at in range(2)] == numbers
    assert within(body, "organization", "phones", 0, "number") == numbers[1]


def test_a_tag_hangs_on_the_object_that_it_names(tmp_path: Path) -> None:
    body = body_of(folder(tmp_path, HSDS_3))

    assert [within(body, "attributes", 0, "label")] == ["hot"]
    assert len(within(body, "attributes")) == 1  # type: ignore[arg-type]


def test_a_place_at_which_no_service_is_given_stands_in_its_organisation(tmp_path: Path) -> None:
    files = {**HSDS_3, "locations.csv": HSDS_3["locations.csv"] + "6,postal,1,Office,,\n"}

    body = body_of(folder(tmp_path, files))

    assert [within(body, "organization", "locations", 0, "name")] == ["Office"]


def test_the_rows_are_kept_as_they_came(tmp_path: Path) -> None:
    files = {**HSDS_3, "phones.csv": "id,service_id,number,colour\n1,10,020 7946 0000,red\n"}

    raw = read(folder(tmp_path, files))[0][0].raw

    assert raw is not None
    assert raw["phones.csv"] == [{"id": "1", "service_id": "10", "number": "020 7946 0000", "colour": "red"}]
    assert raw["services.csv"] == [
        {"id": "10", "organization_id": "1", "name": "Soup kitchen", "status": "active"}
    ]


def test_version_1_1_becomes_3_1(tmp_path: Path) -> None:
    records, reading = mapped(folder(tmp_path, HSDS_1_1))
    body = body_of(folder(tmp_path, HSDS_1_1))

    assert [record.name for record in records] == ["Soup kitchen"]
    assert within(body, "description") == "Hot meals\nEvery day"
    assert within(body, "organization", "name") == "River Army’s Kitchen"
    assert within(body, "organization", "website") == "www.river.example"
    assert within(body, "status") == "active"
    assert within(body, "eligibility_description") == "adult\nfamily"
    assert within(body, "languages", 0) == {
        "id": within(body, "languages", 0, "id"),
        "name": "Spanish",
        "code": "es",
        "note": "limited",
    }
    assert within(body, "service_at_locations", 0, "location", "addresses", 0, "address_2") == "Back door"
    assert within(body, "phones", 0, "description") == "Front desk"
    assert [within(body, "phones", 0, "languages", at, "code") for at in range(2)] == ["en", "es"]
    assert {str(within(one, "label")) for one in records_of(body, "attributes") if "label" in one} == {"cash"}
    assert [one.term.name for one in records[0].details.attributes if one.term] == ["Food Pantry"]
    assert reading.is_whole


def records_of(body: Mapping[str, Json], name: str) -> list[dict[str, Json]]:
    found = body[name]
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, dict)]


def test_hours_of_version_1_1_become_weekly_and_closed_days_become_words(tmp_path: Path) -> None:
    records, _reading = mapped(folder(tmp_path, HSDS_1_1))

    hours = {
        (one.byday, one.opens_at, one.closes_at, one.description) for one in records[0].details.schedules
    }
    assert ("MO", "09:00", "17:00", "") in hours
    assert ("", "", "", "Closed 2026-12-25 – 2026-12-26") in hours
    assert len(hours) == 2


def test_each_row_that_cannot_be_used_is_a_sentence(tmp_path: Path) -> None:
    assert set(whys(folder(tmp_path, HSDS_1_1))) == {
        "regular_schedules.csv, row 4: opens_at: “whenever” is not a time like 09:30.",
        "phones.csv, row 3: This id stands in row 2 already.",
        "regular_schedules.csv, row 3: “Someday” names no certain weekday: use Monday, or 1 for it.",
        "services.csv, row 3: status: “open” is not one of the words HSDS allows.",
        "services.csv, row 4: organization: is missing: a service belongs to one.",
        "eligibility.csv, row 4: It hangs on nothing: all its ids of other tables are empty.",
        "phones.csv, row 4: What it hangs on is not in the package: service_id.",
    }


def test_what_concerns_a_whole_table_is_said(tmp_path: Path) -> None:
    files = {**HSDS_1_1, "notes.csv": "a\n1\n", "more.zip": "PK", "languages.csv": "id,service_id,language\n"}
    cp1252 = "id,location_id,accessibility\n1,5,café\n".encode("cp1252")

    _records, told = read(folder(tmp_path, {**files, "accessibility_for_disabilities.csv": cp1252}))

    assert set(told) == {
        "“more.zip” was left out: unpack it first.",
        "“notes.csv” was left out: HSDS has no such table.",
        "“accessibility_for_disabilities.csv” is not UTF-8 and was read as Windows-1252.",
        "“taxonomy.csv”: rows that no service uses and that were left out: 1.",
        "“organizations.csv”: texts that stood in a wrong alphabet and were mended: 1.",
    }


def test_weekdays_that_count_from_0_are_not_guessed(tmp_path: Path) -> None:
    rows = "id,service_id,weekday,opens_at,closes_at\n1,10,0,09:00,17:00\n2,10,1,09:00,17:00\n"

    found = whys(folder(tmp_path, {**HSDS_1_1, "regular_schedules.csv": rows}))

    assert "regular_schedules.csv, row 3: “1” names no certain weekday: use Monday, or 1 for it." in found


def test_version_2_becomes_3_1(tmp_path: Path) -> None:
    records, reading = mapped(folder(tmp_path, HSDS_2))
    (record,) = records
    place = record.details.places[0].location

    assert not reading.not_taken
    assert [one.address_1 for one in place.addresses] == ["1 Main St", "PO Box 7"]
    assert [one.address_type for one in place.addresses] == ["physical", "postal"]
    assert record.details.schedules[0].byday == "MO,TU,WE,TH,FR,SA,SU"
    term = record.details.attributes[0].term
    assert term is not None
    assert (term.name, term.taxonomy.name if term.taxonomy else "") == ("Food", "Needs")


def test_the_one_location_of_a_service_of_version_1_0_is_its_place(tmp_path: Path) -> None:
    files = {
        "organizations.csv": "id,name\n1,Trust\n",
        "services.csv": "id,organization_id,location_id,name,status\n10,1,5,Soup kitchen,active\n",
        "locations.csv": "id,name\n5,Hall\n",
        "regular_schedules.csv": "id,service_id,weekday,opens_at,closes_at\n",
    }

    records, reading = mapped(folder(tmp_path, files))

    assert [place.location.name for place in records[0].details.places] == ["Hall"]
    assert not reading.not_taken


def test_a_bad_row_is_left_out_and_its_service_is_taken(tmp_path: Path) -> None:
    phones = "id,service_id,number,type\n1,10,,voice\n2,10,020 7946 0002,voice\n3,10,,fax\n"

    records, reading = mapped(folder(tmp_path, {**HSDS_3, "phones.csv": phones}))

    assert [one.number for one in records[0].details.phones] == ["020 7946 0002"]
    assert [one.why for one in reading.not_taken if "phones" in one.why] == [
        "phones.csv, row 2: number: is missing.",
        "phones.csv, row 4: number: is missing.",
    ]
    assert reading.seen == {IDS.of("service", "10"), IDS.of("service", "11")}


def test_a_bad_row_of_an_organisation_is_told_once(tmp_path: Path) -> None:
    phones = "id,organization_id,number\n1,1,\n"

    records, reading = mapped(folder(tmp_path, {**HSDS_3, "phones.csv": phones}))

    assert len(records) == 2
    assert [one.why for one in reading.not_taken if "phones" in one.why] == [
        "phones.csv, row 2: number: is missing."
    ]


@pytest.mark.parametrize("row", ["x,y,z", "10,1,Soup kitchen"])
def test_a_services_row_that_cannot_be_used_leaves_the_others(tmp_path: Path, row: str) -> None:
    services = HSDS_3["services.csv"] + row + ",active,more,cells\n"

    records, reading = mapped(folder(tmp_path, {**HSDS_3, "services.csv": services}))

    assert len(records) == 2
    assert reading.not_taken[0].why == "services.csv, row 4: There are 6 cells under 4 columns."
    assert reading.seen is None


def test_the_tables_are_known_by_the_descriptor_too(tmp_path: Path) -> None:
    files = {f"t{place}.csv": text for place, text in enumerate(HSDS_3.values())}
    names = [name.removesuffix(".csv") for name in HSDS_3]
    resources = [{"name": name, "path": f"t{place}.csv"} for place, name in enumerate(names)]

    records, told = read(
        folder(tmp_path, {**files, "datapackage.json": json.dumps({"resources": resources})})
    )

    assert within(records[0].body or {}, "name") == "Soup kitchen"
    assert not told


@needs_hsds_31
def test_the_official_package_is_the_official_service_but_for_rows_that_hang_on_nothing() -> None:
    body = body_of(HSDS_31 / "examples/csv")
    official = json.loads((HSDS_31 / "examples/service_full.json").read_text("utf-8"))
    hang_elsewhere = ("additional_urls", "capacities", "attributes", "metadata")

    for name, value in official.items():
        if name not in (*hang_elsewhere, "organization", "service_at_locations", "description"):
            assert body[name] == value, name

    records, reading = mapped(HSDS_31 / "examples/csv")
    assert len(records) == 1
    assert len(reading.not_taken) == 4


@needs_hsds_31
def test_the_official_tables_in_json_are_the_same_service() -> None:
    records, _reading = mapped(HSDS_31 / "examples/tabular.json")

    assert [record.key for record in records] == ["ac148810-d857-441c-9679-408f346de14b"]


@needs_oruk_profile
def test_the_tables_of_the_uk_profile_are_read() -> None:
    records, _reading = mapped(ORUK_PROFILE / "examples/csv")

    assert [record.name for record in records] == ["Community Counselling"]
    assert records[0].details.areas[0].name
