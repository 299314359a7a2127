"""`kith import_hsds`: what it prints, and when it ends with an error."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kith.directory.models import Service
from tests.factories.listing_files import LISTINGS
from tests.factories.packages import HSDS_1_1, HSDS_3, folder

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[2] / "directory/files"


def typed(file: Path, source: str = "Riverside List", **options: object) -> str:
    out = StringIO()
    call_command("import_hsds", str(file), source=source, stdout=out, **options)
    return out.getvalue()


def test_it_says_what_came_in_and_why_the_rest_did_not() -> None:
    printed = typed(FILES / "riverside.ndjson").splitlines()

    assert printed[0].startswith("Line 2 was not taken: This is not JSON.")
    assert printed[1] == "Line 4 was not taken: id: “soup-2” is not a UUID."
    assert printed[2] == (
        "Line 6 was not taken: service_at_locations[0].location.latitude: is 999; "
        "it must lie between -90 and 90."
    )
    assert printed[3] == "3 new, 0 changed, 0 as before, 0 no longer in the source, 3 not taken."
    assert Service.objects.count() == 3


def test_a_long_list_of_reasons_is_cut(tmp_path: Path) -> None:
    good = (FILES / "riverside.ndjson").read_text(encoding="utf-8").splitlines()[0]
    path = tmp_path / "list.ndjson"
    path.write_text("\n".join([good, *["{"] * 60]), encoding="utf-8")

    assert "… and 10 more." in typed(path)


@pytest.mark.parametrize(("body", "why"), [("{", "Nothing in this file"), (None, "There is no file")])
def test_it_ends_with_an_error_where_nothing_came_in(tmp_path: Path, body: str | None, why: str) -> None:
    path = tmp_path / "list.ndjson"
    if body is not None:
        path.write_text(body, encoding="utf-8")

    with pytest.raises(CommandError, match=why):
        typed(path)


def test_a_source_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="name"):
        typed(FILES / "riverside.ndjson", source="")


def test_a_trial_says_what_would_come_and_writes_nothing(tmp_path: Path) -> None:
    printed = typed(folder(tmp_path, HSDS_1_1), dry_run=True).splitlines()

    assert "“organizations.csv”: texts that stood in a wrong alphabet and were mended: 1." in printed
    assert printed[-2:] == [
        "1 new, 0 changed, 0 as before, 0 no longer in the source, 7 not taken.",
        "This was a trial. Nothing was written.",
    ]
    assert not Service.objects.exists()


def test_a_trial_names_the_fields_that_changed(tmp_path: Path) -> None:
    typed(folder(tmp_path, HSDS_3))
    services = HSDS_3["services.csv"].replace("Soup", "Stew").replace("Night", "Day")

    printed = typed(folder(tmp_path, {**HSDS_3, "services.csv": services}, "new"), dry_run=True).splitlines()

    assert "Changed fields: services.csv.name (2)." in printed


def test_a_spreadsheet_comes_with_its_mapping(tmp_path: Path) -> None:
    listing = LISTINGS["csv"]
    path = listing.write(tmp_path)

    with pytest.raises(CommandError, match="--mapping FILE"):
        typed(path)
    assert typed(path, mapping=listing.mapping(tmp_path)).startswith("2 new")
    assert typed(path, mapping=listing.mapping(tmp_path), format="spreadsheet").startswith(
        "0 new, 0 changed, 2"
    )
