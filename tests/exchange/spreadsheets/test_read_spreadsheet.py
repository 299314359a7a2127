"""Spreadsheets: one service a row, with the row and the column of each fault."""

import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from kith.core.errors import BadInput
from kith.directory.records import Json
from kith.exchange.hsds.read_file import RawRecord
from kith.exchange.hsds.reading import Reading, batches
from kith.exchange.source_ids import SourceIds
from kith.exchange.spreadsheets import workbook_parts
from kith.exchange.spreadsheets.mapping import read_mapping
from kith.exchange.spreadsheets.read_spreadsheet import read_spreadsheet
from tests.exchange.tabular.test_read_package import within

COLUMNS = """
[columns]
"Programme" = "name"
"Agency" = "organization.name"
"Phone" = "phones.number"
"Second phone" = "phones[1].number"
"Languages" = { to = "languages.name", separator = "," }
"Street" = "service_at_locations.location.addresses.address_1"
"From age" = "minimum_age"
"Opens" = "schedules.opens_at"
"Checked" = "assured_date"

[constants]
status = "active"
"phones.type" = "voice"
"phones[1].type" = "fax"
"service_at_locations.location.addresses.country" = "GB"

[languages]
"Castellano" = "es"
"""
HEADINGS = [
    "Programme",
    "Agency",
    "Phone",
    "Second phone",
    "Languages",
    "Street",
    "From age",
    "Opens",
    "Checked",
]
FULL = [
    "Soup",
    "River Trust",
    "020",
    "021",
    "Castellano, Welsh (some)",
    "1 Main St",
    18,
    "9:00am",
    "2026-01-02",
]
IDS = SourceIds("S")


def written(folder: Path, *rows: list[object], headings: list[str] = HEADINGS) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    path = folder / "sheet.xlsx"
    book.save(path)
    return path


def read(path: Path, mapping: str = COLUMNS) -> list[RawRecord]:
    file = path.parent / "mapping.toml"
    file.write_text(mapping, encoding="utf-8")
    return list(read_spreadsheet(path, read_mapping(file), ids=IDS, say=lambda _words: None))


def body(path: Path, mapping: str = COLUMNS) -> dict[str, Json]:
    found = read(path, mapping)[0].body
    assert found is not None, read(path, mapping)[0].why
    return found


def whys(path: Path, mapping: str = COLUMNS) -> list[tuple[int, str]]:
    reading = Reading()
    list(batches(read(path, mapping), reading, lambda _count: None, 250))
    return [(one.line, one.why) for one in reading.not_taken]


def csv(folder: Path, text: str | bytes) -> Path:
    path = folder / "sheet.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_row_is_a_service_with_what_its_columns_say(tmp_path: Path) -> None:
    found = body(written(tmp_path, FULL))

    assert within(found, "name") == "Soup"
    assert within(found, "organization", "name") == "River Trust"
    assert [within(found, "phones", at, "number") for at in (0, 1)] == ["020", "021"]
    assert [within(found, "phones", at, "type") for at in (0, 1)] == ["voice", "fax"]
    assert within(found, "languages", 0, "code") == "es"
    assert (within(found, "languages", 1, "code"), within(found, "languages", 1, "note")) == ("cy", "some")
    assert within(found, "service_at_locations", 0, "location", "addresses", 0, "country") == "GB"
    assert within(found, "minimum_age") == 18
    assert within(found, "schedules", 0, "opens_at") == "09:00"
    assert within(found, "status") == "active"
    assert not whys(written(tmp_path, FULL))


def test_csv_and_xlsx_of_the_same_rows_are_the_same_services(tmp_path: Path) -> None:
    line = '"Soup";"River Trust";"020";"021";"Castellano, Welsh (some)";"1 Main St";18;9:00am;2026-01-02\n'

    assert body(csv(tmp_path, ";".join(HEADINGS) + "\n" + line)) == body(written(tmp_path, FULL))


def test_the_row_is_kept_as_it_came(tmp_path: Path) -> None:
    path = written(tmp_path, [*FULL, "red"], headings=[*HEADINGS, "Colour"])

    assert (read(path)[0].raw or {})["Colour"] == "red"


def test_ids_stay_the_same_and_an_organisation_is_one(tmp_path: Path) -> None:
    other = ["Bread", "RIVER TRUST", "", "", "", "", "", "", ""]

    first, second = (one.body or {} for one in read(written(tmp_path, FULL, other)))
    again = (one.body or {} for one in read(written(tmp_path, other, FULL)))

    assert within(first, "organization", "id") == within(second, "organization", "id")
    assert [second["id"], first["id"]] == [one["id"] for one in again]


def test_a_column_may_hold_the_ids(tmp_path: Path) -> None:
    mapping = COLUMNS.replace('"Checked" = "assured_date"', '"Checked" = "id"')

    assert body(written(tmp_path, [*FULL[:-1], 77]), mapping)["id"] == IDS.of("service", "77")
    assert whys(written(tmp_path, [*FULL[:-1], None]), mapping) == [(2, "column “Checked”: is missing.")]


def test_the_key_columns_tell_services_apart(tmp_path: Path) -> None:
    mapping = '[file]\nkey = ["Agency", "Programme", "Street"]\n' + COLUMNS
    other = [*FULL[:5], "2 Main St", *FULL[6:]]
    path = written(tmp_path, FULL, other)

    assert not whys(path, mapping)
    assert whys(path) == [(3, "This id stands in line 2 already.")]


def test_an_empty_first_entry_leaves_no_hole(tmp_path: Path) -> None:
    row = ["Soup", "River Trust", "", "021", "", "", "", "", ""]

    assert [one["number"] for one in within(body(written(tmp_path, row)), "phones")] == ["021"]  # type: ignore[union-attr,index]


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("From age", "twelve", "column “From age”: must be a number."),
        ("From age", 200, "column “From age”: is 200; it must lie between 0 and 130."),
        ("Opens", "dawn", "column “Opens”: “dawn” is not a time like 09:30."),
        ("Checked", "soon", "column “Checked”: “soon” is not a date like 2026-05-31."),
        ("Second phone", "0" * 300, "column “Second phone”: is too long: 200 signs at most."),
        ("Programme", "", "This"),
    ],
)
def test_a_fault_names_its_row_and_column(tmp_path: Path, column: str, value: object, why: str) -> None:
    row = [value if heading == column else cell for heading, cell in zip(HEADINGS, FULL, strict=True)]
    row[2] = "" if column == "Second phone" else row[2]

    found = whys(written(tmp_path, [""] * 9, row, ["Good", *FULL[1:]]))

    assert [line for line, _why in found] == [3]
    assert found[0][1].startswith(why if column != "Programme" else "column “Programme”: is missing.")


def test_days_times_numbers_and_truth_are_written_as_hsds_has_them(tmp_path: Path) -> None:
    row = ["Soup", 7, 2079460000.0, True, "", 12.5, 18.0, time(9, 30), datetime(2026, 1, 2, 3, 4)]  # noqa: DTZ001 (as a sheet has it)

    found = body(written(tmp_path, row))

    assert within(found, "organization", "name") == "7"
    assert [within(found, "phones", at, "number") for at in (0, 1)] == ["2079460000", "yes"]
    assert within(found, "service_at_locations", 0, "location", "addresses", 0, "address_1") == "12.5"
    assert within(found, "minimum_age") == 18
    assert within(found, "schedules", 0, "opens_at") == "09:30"
    assert within(found, "assured_date") == "2026-01-02"
    assert within(body(written(tmp_path, [*row[:-1], date(2026, 1, 2)])), "assured_date") == "2026-01-02"


def test_a_formula_without_a_stored_value_is_a_sentence(tmp_path: Path) -> None:
    found = whys(written(tmp_path, ["Soup", "River Trust", "=1+1", *FULL[3:]], FULL[:2]))

    assert found[0] == (
        2,
        "column “Phone”: the formula has no stored value. Open the file in a spreadsheet program and save it.",
    )


def test_a_formula_gives_its_stored_value_or_its_error(tmp_path: Path) -> None:
    path = written(tmp_path, ["Soup", "River Trust", "=1+1", *FULL[3:]])
    good = replaced(path, "<v></v>", "<v>42</v>", "<v />", "<v>42</v>")

    assert within(body(good), "phones", 0, "number") == "42"

    bad = replaced(
        path, '<c r="C2"><f>', '<c r="C2" t="e"><f>', "<v></v>", "<v>#N/A</v>", "<v />", "<v>#N/A</v>"
    )
    assert whys(bad) == [(2, "column “Phone”: the formula gives the error #N/A.")]


def replaced(path: Path, *pairs: str) -> Path:
    """The workbook with these texts of its sheet put in the place of others."""
    other = path.with_name(f"other{len(pairs)}.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for before, after in zip(pairs[::2], pairs[1::2], strict=True):
                    text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return other


def test_hidden_sheets_are_read_only_when_they_are_named(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.title = "Old"
    hidden.append(HEADINGS)
    hidden.append(["Old soup", *FULL[1:]])
    hidden.sheet_state = "hidden"
    shown = book.create_sheet("New")
    shown.append(HEADINGS)
    shown.append(FULL)
    path = tmp_path / "sheet.xlsx"
    book.save(path)

    assert body(path)["name"] == "Soup"
    assert body(path, '[file]\nsheet = "Old"\n' + COLUMNS)["name"] == "Old soup"
    with pytest.raises(BadInput, match="no sheet “None”"):
        read(path, '[file]\nsheet = "None"\n' + COLUMNS)


def test_cells_merged_down_a_column_hold_for_each_row_and_across_are_refused(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Our services"], HEADINGS, FULL, ["Bread", None], ["Tea", "Other"], ["Note", None]):
        sheet.append(row)
    for block in ("A1:C1", "B3:B4", "A6:B6"):
        sheet.merge_cells(block)
    path = tmp_path / "sheet.xlsx"
    book.save(path)
    mapping = "[file]\nheader_row = 2\n" + COLUMNS

    records = read(path, mapping)

    assert [within(one.body, "organization", "name") for one in records if one.body] == [
        "River Trust",
        "River Trust",
        "Other",
    ]
    assert whys(path, mapping) == [(6, "Cells are merged across columns here. Take them apart first.")]


def test_a_column_that_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (written(tmp_path, headings=["Programme", "Agency"]), csv(tmp_path, "Programme,Agency\n")):
        with pytest.raises(BadInput, match=r"no column “Phone”\. Its columns are: Programme, Agency"):
            read(path)


def test_a_workbook_that_is_none_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, FULL)
    whole = path.read_bytes()
    spoilt = replaced(path, "<sheetData>", "<sheetData><row><c r=")

    with pytest.raises(BadInput, match="is broken"):
        read(spoilt)
    path.write_bytes(whole[:-200])
    with pytest.raises(BadInput, match="is broken"):
        read(path)
    path.write_bytes(whole)
    monkeypatch.setattr(workbook_parts, "LARGEST_PART", 10)
    with pytest.raises(BadInput, match="too large"):
        read(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_workbook_that_grows_by_itself_is_a_sentence(tmp_path: Path, part: str) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w>&b;</w>'
    )
    path = written(tmp_path, FULL)
    other = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == part else old.read(name))

    with pytest.raises(BadInput, match="is broken"):
        read(other)
