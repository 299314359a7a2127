"""Whatever came in, what goes out has no fault: by the published schemas, our strict rules, and Frictionless."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from django.core.management import call_command
from frictionless import Package, system
from jsonschema import Draft202012Validator

from kith.core import clock
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.set_licence import set_licence
from kith.directory.queries.import_report import import_report
from kith.directory.records import Json
from kith.directory.terms import OrganizationKind
from kith.exchange.files.records_in import ListingFile, records_in
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.take_in import take_in_records
from kith.exchange.hsds.validating.checking import Wish
from tests.environment import scaled
from tests.exchange.hsds.test_round_trip import without_ids
from tests.exchange.hsds.validating.checks import WISH, checked, faults
from tests.factories.directory import REAL_LISTINGS, SYSTEM, hsds_service, source_id
from tests.factories.published import HSDS_31, OHANA

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]

FORMS = ("json", "ndjson", "csv")
EXAMPLES = sorted((HSDS_31 / "examples").glob("*.json"))
NOT_LISTINGS = {"base", "tabular"}


def as_of_today() -> Wish:
    """The town says what was confirmed by the clock on the wall."""
    return replace(WISH, today=clock.now().date())


def came_in(path: Path, source: str) -> int:
    """Take a file in, with leave to pass it on; returns how many services are new."""
    run_id = take_in_records(
        SYSTEM,
        records=records_in(ListingFile(path, source, format=None, mapping=None), lambda _sentence: None),
        file_name=path.name,
        source_name=source,
        progress=lambda _count: None,
    )
    set_licence(SYSTEM, source_name=source, licence="CC0-1.0", licence_url="", attribution="")
    return import_report(SYSTEM, run_id=run_id).added


def the_real_listings(folder: Path) -> None:
    """A part of them, taken evenly; and always the ones that are known to be odd."""
    lines = (REAL_LISTINGS / "services_full.hsds31.ndjson").read_text("utf-8").splitlines()
    step = max(1, round(len(lines) / scaled(len(lines), least=100)))
    odd = ('"opens_at":"15:00","closes_at":"06:00"', "Spring City Food Pantry", '"postal_code":""')
    kept = [line for at, line in enumerate(lines) if at % step == 0 or any(one in line for one in odd)]
    (folder / "part.ndjson").write_text("\n".join(kept), "utf-8")
    assert came_in(folder / "part.ndjson", "HAARRRvest") == len(kept)


def the_examples(_folder: Path) -> None:
    for path in EXAMPLES:
        if path.stem not in NOT_LISTINGS:
            came_in(path, f"Example {path.stem}")
    came_in(HSDS_31 / "examples" / "csv", "Example tables")


def the_old_listings(folder: Path) -> None:
    whole = json.loads((OHANA / "locations.ohana.json").read_text("utf-8"))
    part = whole[: scaled(len(whole), least=60)]
    (folder / "ohana.json").write_text(json.dumps(part), "utf-8")
    assert came_in(folder / "ohana.json", "Ohana") >= len(part) / 2


def odd_listings(folder: Path) -> None:
    """What the standard cannot say as it came."""
    add_organization(
        SYSTEM, name="Host", description="", email="", website="", kind=OrganizationKind.COMMUNITY
    )
    night: Json = {"id": source_id("s"), "freq": "WEEKLY", "byday": "TU"}
    odd = hsds_service(
        url="www.example.org/a b",
        email="ask at the desk",
        phones=[{"id": source_id("p"), "number": "at the desk"}, {"id": source_id("q"), "number": "988"}],
        schedules=[{**night, "opens_at": "15:00", "closes_at": "06:00"}],
        attributes=[{"id": source_id("a"), "label": "Warm room"}],
        service_at_locations=[
            {
                "id": source_id("l"),
                "location": {
                    "id": source_id("hall"),
                    "location_type": "physical",
                    "addresses": [{"id": source_id("x"), "address_1": "Hall", "city": "", "country": "HK"}],
                },
            }
        ],
    )
    (folder / "odd.ndjson").write_text(json.dumps(odd), "utf-8")
    came_in(folder / "odd.ndjson", "Odd")


def here(folder: Path, source: Callable[[Path], None]) -> object:
    where = f"{folder.name} is not beside the repository, in ../shared/data."
    return pytest.param(source, marks=pytest.mark.skipif(not folder.is_dir(), reason=where))


@pytest.mark.parametrize(
    "fill",
    [
        odd_listings,
        here(REAL_LISTINGS, the_real_listings),
        here(HSDS_31, the_examples),
        here(OHANA, the_old_listings),
    ],
)
def test_every_form_of_the_export_is_sound_and_says_the_same(
    fill: Callable[[Path], None], tmp_path: Path
) -> None:
    fill(tmp_path)

    assert_sound({form: exported(tmp_path, form) for form in FORMS})


def test_the_demo_town_is_sound_and_its_tables_read_back_are_the_same_services(tmp_path: Path) -> None:
    call_command("demo", verbosity=0)
    folders = {form: exported(tmp_path, form) for form in FORMS}
    before = [body for name, body in everything(folders["ndjson"]) if name == "service"]

    assert_sound(folders)
    assert came_in(folders["csv"], "Read back") == len(before)

    again = [body for name, body in everything(exported(tmp_path, "ndjson", "again")) if name == "service"]
    assert sorted(map(plain, again)) == sorted(map(plain, [*before, *before]))


def assert_sound(folders: dict[str, Path]) -> None:
    found = {form: list(everything(folder)) for form, folder in folders.items() if form != "csv"}
    assert found["json"] == found["ndjson"]
    assert len(found["json"]) > 0
    for name, body in found["json"]:
        assert not [str(one.message) for one in published(name).iter_errors(body)]
    assert faults_in(folders) == []
    assert frictionless_errors(folders["csv"]) == []


def test_frictionless_tells_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    odd_listings(tmp_path)
    folder = exported(tmp_path, "csv")
    table = folder / HSDS["organization"].table
    table.write_text(table.read_text("utf-8").splitlines()[0] + "\n", "utf-8")

    assert "foreign-key" in frictionless_errors(folder)


def exported(folder: Path, form: str, name: str = "") -> Path:
    call_command("export_hsds", str(folder / (name or form)), format=form, verbosity=0)
    return folder / (name or form)


def everything(folder: Path) -> Iterator[tuple[str, dict[str, Json]]]:
    """Every record of a JSON or NDJSON export, with what it is."""
    for name in ("service", "organization", "location"):
        lines, whole = folder / f"{name}s.ndjson", folder / f"{name}s.json"
        if whole.exists():
            yield from ((name, body) for body in json.loads(whole.read_text("utf-8")))
        if lines.exists():
            yield from ((name, json.loads(line)) for line in lines.read_text("utf-8").splitlines())


def faults_in(folders: dict[str, Path]) -> list[object]:
    """What `kith validate_hsds` calls a fault, in any file of any form."""
    listed = [
        path
        for form in ("json", "ndjson")
        for path in folders[form].iterdir()
        if path.stem != "licences" and path.read_text("utf-8").strip() not in {"", "[\n]"}
    ]
    return [
        fault for path in [*listed, folders["csv"]] for fault in faults(checked(path, wish=as_of_today()))
    ]


def frictionless_errors(folder: Path) -> list[str]:
    """The kinds of errors in the package, by its own description."""
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [kind for task in report.tasks for kind in islice({error.type for error in task.errors}, 5)] + [
        error.type for error in report.errors
    ]


@cache
def published(name: str) -> Draft202012Validator:
    """The published schema where it lies beside the repository; ours, which a test compares with it, elsewhere."""
    from kith.exchange.hsds.validating.answers import answer_schema

    path = HSDS_31 / f"schema/compiled/{name}.json"
    schema = json.loads(path.read_text("utf-8")) if path.exists() else answer_schema(name)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def plain(body: dict[str, Json]) -> str:
    return json.dumps(without_ids(body), sort_keys=True)
