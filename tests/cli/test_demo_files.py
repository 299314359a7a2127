"""The made-up town's files: readable, made up throughout, and using all that the directory can say."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.cli.demo_town.details import details_of, point_in
from kith.cli.demo_town.files import Entry, read_town
from kith.cli.demo_town.town import Town
from kith.directory.seeds.reading import FOLDER, own_codes
from kith.directory.terms import PlacesFor, PlacesUnit, Topic

DEMO = Path(__file__).parents[2] / "demo"


@pytest.fixture(scope="module")
def files() -> Entry:
    return read_town(DEMO)


def listed_services(files: Entry) -> Iterator[Entry]:
    for owner in files.entries("listed"):
        yield from owner.entries("service")


def services(files: Entry) -> list[Entry]:
    return [*files.entries("service"), *listed_services(files)]


def test_it_has_sixty_organisations_and_150_services_in_eight_languages(files: Entry) -> None:
    languages = {code for service in services(files) for code in service.texts("languages")}

    assert len(files.entries("organization")) + len(files.entries("listed")) == 60
    assert len(services(files)) == 150
    assert languages == {"en", "ar", "so", "es", "pt", "vi", "uk", "fa"}


def test_it_uses_every_topic_every_unit_and_every_group_of_facts(files: Entry) -> None:
    facts = {code for service in services(files) for code in service.texts("facts")}
    kinds = [line.split(" ") for service in services(files) for line in service.texts("kinds")]
    groups = {code for code in own_codes() if "-" not in code} - {"unit", "population"}

    assert facts <= set(own_codes())
    assert {code.partition("-")[0] for code in facts} == groups
    assert {topic for service in services(files) for topic in service.texts("topics")} == set(Topic)
    assert {unit for unit, _whom, _left in kinds} >= {"beds", "rooms", "visits", "hours", "packs", "places"}
    assert {PlacesUnit(unit) for unit, _whom, _left in kinds} == set(PlacesUnit)
    assert {PlacesFor(whom) for _unit, whom, _left in kinds} == set(PlacesFor)


def test_its_terms_of_open_eligibility_are_as_the_taxonomy_calls_them(files: Entry) -> None:
    with (FOLDER / "open-eligibility" / "terms.csv").open(encoding="utf-8", newline="") as file:
        known = {f"{line['code']} {line['name']}" for line in csv.DictReader(file)}

    used = {line for service in listed_services(files) for line in service.texts("open_eligibility")}

    assert len(used) > 30
    assert used <= known


def test_nobody_in_it_can_be_reached(files: Entry) -> None:
    phones = [entry.text("phone") for entry in files.entries("listed")]
    contacts = [entry.entry("contact") for entry in files.entries("organization")]

    assert all(" 555 01" in phone for phone in [*phones, *(one.text("phone") for one in contacts)])
    assert all(one.text("email").endswith(".example") for one in contacts)


def test_a_place_that_must_not_be_known_is_confidential_and_a_shelter_shows_no_places(files: Entry) -> None:
    town, point = Town(timezone="America/New_York"), point_in(files, "Harbour")
    hidden = {
        service.text("name"): details.places[0].location.is_confidential
        for service in listed_services(files)
        if not (details := details_of(town, service, "", point)).shows_places
    }

    assert hidden == {
        "A bed tonight": False,
        "Winter beds": False,
        "A safe house": True,
        "After an assault": True,
    }


def test_hours_cross_midnight_have_seasons_and_exceptions_in_words(files: Entry) -> None:
    town, point = Town(timezone="America/New_York"), point_in(files, "Harbour")
    rows = [
        schedule
        for service in listed_services(files)
        for schedule in details_of(town, service, "", point).schedules
    ]

    assert any(row.opens_at > row.closes_at for row in rows)
    assert any(row.description and not row.freq for row in rows)
    seasons = {(row.valid_from, row.valid_to) for row in rows if row.valid_from and row.valid_to}
    assert {f"{first:%m-%d} {last:%m-%d}" for first, last in seasons} == {"11-01 03-31", "06-15 08-31"}
    assert all(first < last and last >= town.moment(0).date() for first, last in seasons)


def test_its_table_seats_seven_with_unlike_roles_and_looks_back_and_ahead(files: Entry) -> None:
    (table,) = files.entries("table")
    seats, meetings = table.entry("seats"), table.entries("meeting")

    assert len(seats.fields) == len({tuple(seats.texts(key)) for key in seats.fields}) == 7
    assert len({*table.texts("levels")} - {"individual"}) >= 2
    assert [bool(meeting.texts("came")) for meeting in meetings] == [True, False]
    assert [(meeting.number("on") or 0) > 0 for meeting in meetings] == [False, True]
