"""`kith import_hsds`: what it prints, and when it ends with an error."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kith.directory.models import Service

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[2] / "directory/files"


def typed(file: Path, source: str = "Riverside List") -> str:
    out = StringIO()
    call_command("import_hsds", str(file), source=source, stdout=out)
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
