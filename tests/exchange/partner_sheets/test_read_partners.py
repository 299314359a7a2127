import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from kith.core.errors import BadInput
from kith.directory.terms import OrganizationKind
from kith.exchange.partner_sheets.read_partners import read_partners

HEAD = (
    "Organization,Type,Contact person,Job title,E-mail,Tel,Language,MOU,Start date,End date,Response days\n"
)


def read(tmp_path: Path, text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    path = tmp_path / "partners.csv"
    path.write_text(text, "utf-8")
    return [(row.row, row.organization_name, row.faults) for row in read_partners(path, code_word="Walnut")]


def test_headings_are_known_by_the_words_that_people_use(tmp_path: Path) -> None:
    path = tmp_path / "partners.csv"
    path.write_text(
        HEAD
        + "Al-Noor,Mosque,Fatima Noor,Volunteer,fatima@al-noor.example,,Arabic,Care,2026-01-01,31.12.2026,2\n",
        "utf-8",
    )

    [row] = read_partners(path, code_word="Walnut")

    assert row.faults == ()
    assert (row.organization_name, row.kind, row.contact, row.contact_role) == (
        "Al-Noor",
        OrganizationKind.FAITH,
        "Fatima Noor",
        "Volunteer",
    )
    assert (row.language, row.agreement, row.they_answer, row.code_word) == ("ar", "Care", 2, "Walnut")
    assert (row.starts_on, row.ends_on) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("A,spaceship,,,,,,,,,", "Kind: is none of these"),
        ("A,,Jo,,jo@a.example,,,,,,", "Role: is empty"),
        ("A,,Jo,Boss,,,,,,,", "Phone: is empty, and so is the mail address."),
        ("A,,Jo,Boss,no mail,,,,,,", "Email: is no mail address."),
        ("A,,,,,,Klingonese,,,,", "Language: is no language"),
        ("A,,,,,,,Care,03/04/2026,,", "First day: is no clear day"),
        ("A,,,,,,,Care,2026-05-01,2026-04-01,", "Last day: is before the first day."),
        ("A,,,,,,,Care,,,soon", "must be a whole number of days"),
        ("A,,,,,,,Care,,,61", "must be a whole number of days"),
        (f"{'A' * 201},,,,,,,,,,", "Organisation: is longer than 200"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_other_rows_go_on(tmp_path: Path, cells: str, said: str) -> None:
    rows = read(tmp_path, f"{HEAD}{cells}\nFood hub,,,,,,,,,,\n")

    assert len(rows) == 2
    assert any(said in fault for fault in rows[0][2])
    assert rows[1] == (3, "Food hub", ())


def test_a_row_without_an_organisation_is_told(tmp_path: Path) -> None:
    rows = read(tmp_path, f"{HEAD},,Jo,Boss,jo@a.example,,,,,,\nFood hub,,,,,,,,,,\n")

    assert rows[0][2] == ("Organisation: is empty.",)


def test_a_sheet_without_organisations_is_turned_away(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no column “Organisation”"):
        read(tmp_path, "Colour,Size\nred,2\n")


def test_a_workbook_reads_as_a_text_file_does(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Organisation", "Agreement", "First day", "They answer within (days)", "Colour"])
    sheet.append(["Open Door", "A roof", date(2026, 2, 1), 3, "red"])
    path = tmp_path / "partners.xlsx"
    book.save(path)

    [row] = read_partners(path, code_word="Walnut")

    assert (row.organization_name, row.agreement, row.starts_on, row.they_answer, row.faults) == (
        "Open Door",
        "A roof",
        date(2026, 2, 1),
        3,
        (),
    )


def test_no_more_is_read_than_an_import_takes(tmp_path: Path) -> None:
    rows = read(tmp_path, "Organisation\n" + "Hope House\n" * 50_000)

    assert len(rows) == 501


def test_a_small_file_that_unpacks_to_a_large_one_is_turned_away(tmp_path: Path) -> None:
    path = tmp_path / "sheet"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/sharedStrings.xml", b" " * (65 * 1024 * 1024))
    assert path.stat().st_size < 100_000

    with pytest.raises(BadInput, match="over 64 MB"):
        read_partners(path, code_word="Walnut")
