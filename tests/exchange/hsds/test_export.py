"""The directory as files: what went in comes out, in every form, and nothing that may not leave."""

import csv
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kith.directory.actions.set_licence import set_licence
from kith.directory.records import Json
from kith.exchange.hsds.export.datapackage import REFERENCES, datapackage
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.take_in import take_in
from tests.factories.directory import (
    SYSTEM,
    a_place,
    a_service,
    an_organization,
    at,
    hsds_service,
    source_id,
    taken_in,
)
from tests.factories.published import HSDS_31, needs_hsds_31

pytestmark = pytest.mark.django_db


def exported(tmp_path: Path, form: str) -> Path:
    call_command("export_hsds", str(tmp_path / form), format=form, verbosity=0)
    return tmp_path / form


def table(folder: Path, name: str) -> list[dict[str, str]]:
    path = folder / HSDS[name].table
    return list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.exists() else []


@pytest.fixture
def example(tmp_path: Path) -> dict[str, Json]:
    path = HSDS_31 / "examples" / "service_full.json"
    take_in(SYSTEM, path=path, source_name="The standard", progress=lambda _count: None)
    set_licence(
        SYSTEM, source_name="The standard", licence="CC-BY-SA-4.0", licence_url="", attribution="HSDS"
    )
    body: dict[str, Json] = json.loads(path.read_text())
    return body


@needs_hsds_31
def test_the_same_services_stand_in_every_form(example: dict[str, Json], tmp_path: Path) -> None:
    a_service("Ours", details=at(a_place()))

    as_list = json.loads((exported(tmp_path, "json") / "services.json").read_text())
    lines = (exported(tmp_path, "ndjson") / "services.ndjson").read_text().splitlines()
    rows = table(exported(tmp_path, "csv"), "service")

    assert as_list == [json.loads(line) for line in lines]
    assert [one["id"] for one in as_list] == [row["id"] for row in rows]
    assert {one["name"] for one in as_list} == {example["name"], "Ours"}


@needs_hsds_31
def test_the_tables_hold_together(example: dict[str, Json], tmp_path: Path) -> None:
    a_service("Ours", details=at(a_place()))

    folder = exported(tmp_path, "csv")

    ids = {name: {row["id"] for row in table(folder, name)} for name in HSDS}
    for name, one in HSDS.items():
        rows = table(folder, name)
        assert len(rows) == len(ids[name])
        for row in rows:
            assert all(row[column] for column in one.needed_in_table), (name, row)
            for column, of in REFERENCES.items():
                assert not of or not row.get(column) or row[column] in ids[of], (name, column)
    package = json.loads((folder / "datapackage.json").read_text())
    assert {one["path"] for one in package["resources"]} == {path.name for path in folder.glob("*.csv")}


@needs_hsds_31
def test_no_object_of_the_example_is_lost_in_the_tables(example: dict[str, Json], tmp_path: Path) -> None:
    folder = exported(tmp_path, "csv")

    empty = {name for name in HSDS if not table(folder, name)}

    assert empty == {"meta_table_description"}
    [phone] = table(folder, "phone")
    assert all(phone[column] for column in ("service_id", "location_id", "contact_id"))


def test_a_taxonomy_of_which_only_the_name_is_known_has_a_row(tmp_path: Path) -> None:
    taxonomy_id = source_id("kinds")
    term: Json = {"id": source_id("t"), "name": "Food", "taxonomy": "Kinds", "taxonomy_id": taxonomy_id}
    taken_in(hsds_service("Food pantry", attributes=[{"id": source_id("a"), "taxonomy_term": term}]))
    set_licence(SYSTEM, source_name="Riverside List", licence="CC0-1.0", licence_url="", attribution="")

    folder = exported(tmp_path, "csv")

    [named] = table(folder, "taxonomy")
    assert (named["id"], named["name"]) == (table(folder, "taxonomy_term")[0]["taxonomy_id"], "Kinds")


def test_an_organisation_without_a_service_goes_along(tmp_path: Path) -> None:
    an_organization("Quiet Trust")

    listed = json.loads((exported(tmp_path, "json") / "organizations.json").read_text())

    assert [one["name"] for one in listed] == ["Quiet Trust"]


def test_confidential_places_and_unlicensed_sources_stay_here(tmp_path: Path) -> None:
    a_service("Refuge", details=at(a_place(is_confidential=True, postal_code="ZZ9 9ZZ")))
    taken_in(hsds_service("Food pantry"))

    folders = [exported(tmp_path, form) for form in ("json", "ndjson", "csv")]

    text = "".join(path.read_text() for folder in folders for path in folder.iterdir())
    assert "Refuge" in text
    assert "ZZ9" not in text
    assert "Food pantry" not in text


def test_the_licences_go_along(tmp_path: Path) -> None:
    taken_in(hsds_service("Food pantry"))
    set_licence(
        SYSTEM, source_name="Riverside List", licence="CC-BY-4.0", licence_url="", attribution="Riverside"
    )

    [line] = json.loads((exported(tmp_path, "json") / "licences.json").read_text())

    assert (line["source"], line["licence"], line["attribution"]) == (
        "Riverside List",
        "CC-BY-4.0",
        "Riverside",
    )


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "json").mkdir()
    (tmp_path / "json" / "kept").write_text("mine")

    with pytest.raises(CommandError, match="not empty"):
        exported(tmp_path, "json")

    assert [path.name for path in tmp_path.iterdir()] == ["json"]
    assert (tmp_path / "json" / "kept").read_text() == "mine"


def test_the_package_describes_every_column() -> None:
    described = datapackage(set(HSDS))

    fields = {
        one["name"]: [field["name"] for field in one["schema"]["fields"]] for one in described["resources"]
    }
    assert fields == {name: [field.name for field in one.columns] for name, one in HSDS.items()}
