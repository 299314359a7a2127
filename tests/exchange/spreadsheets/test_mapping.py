"""The mapping file: what it may say, and a sentence that names what is wrong in it."""

from pathlib import Path

import pytest

from kith.core.errors import BadInput
from kith.exchange.spreadsheets.mapping import SheetMapping, read_mapping

WHOLE = """
[file]
sheet = "Services"
header_row = 3
key = ["Agency", "Programme"]

[columns]
"Programme" = "name"
"Agency" = "organization.name"
"Second  phone" = "phones[1].number"
"Languages" = { to = "languages.name", separator = "," }
"State" = { to = "status", words = { "Open" = "active" } }

[constants]
status = "active"
minimum_age = 18

[languages]
"Castellano" = "es"
"""


def mapping(folder: Path, text: str) -> SheetMapping:
    path = folder / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def test_the_whole_file_is_read(tmp_path: Path) -> None:
    found = mapping(tmp_path, WHOLE)

    assert [column.heading for column in found.columns][2] == "Second phone"
    assert [column.to.at(0) for column in found.columns] == [
        "name",
        "organization.name",
        "phones[1].number",
        "languages[0].name",
        "status",
    ]
    assert found.columns[3].to.at(2) == "languages[2].name"
    assert found.columns[4].words == {"open": "active"}
    assert [(path.at(0), text) for path, text in found.constants] == [
        ("status", "active"),
        ("minimum_age", "18"),
    ]
    assert (found.sheet, found.header_row, found.key) == ("Services", 3, ("Agency", "Programme"))
    assert found.languages == {"castellano": "es"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[columns", "The mapping file is not TOML"),
        ("", "“columns”: No column goes to “name”"),
        (
            '[columns]\nA = "nam"',
            "“A”: “nam” is no field of HSDS 3.1: service has none of this name. Did you mean “name”?",
        ),
        (
            '[columns]\nA = "name"\nB = "phones.nummer"',
            "“B”: “phones.nummer” is no field of HSDS 3.1: phone has none of this name. Did you mean “number”?",
        ),
        ('[columns]\nA = "name"\nB = "phones"', "“phones” is no field of HSDS 3.1 that a column can fill."),
        ('[columns]\nA = "name"\nB = "organization_id"', "that a column can fill"),
        ('[columns]\nA = "name"\nB = "name.first"', "that a column can fill"),
        ('[columns]\nA = "name"\nB = "phones[99].number"', "that a column can fill"),
        ('[columns]\nA = "name"\nB = "name"', "another column fills “name” too"),
        ('[columns]\nA = "name"\nB = ["x"]', "needs an HSDS field"),
        ('[columns]\nA = "name"\nB = {to = "email", colour = "x"}', "needs an HSDS field"),
        (
            '[columns]\nA = "name"\nB = {to = "email", separator = ","}',
            "has a separator, but “email” is no list",
        ),
        ('[columns]\nA = "name"\nB = {to = "email", words = 7}', "must be a table of words"),
        ('[columns]\nA = "name"\n[colums]\nB = "email"', "“colums”: A mapping file has the tables"),
        ('constants = 7\n[columns]\nA = "name"', "“constants”: must be a table"),
        (
            '[file]\nheader_row = 0\n[columns]\nA = "name"',
            "“header_row”: is 0; it must lie between 1 and 100",
        ),
        ('[file]\nkey = "B"\n[columns]\nA = "name"', "“key”: “B” is none of the columns"),
        ('[columns]\nA = "name"\n[constants]\nemail = ["x"]', "“email”: must be a text"),
        ("x = 1\n" * 3, "The mapping file is not TOML"),
        ("#" * (2 * 1024 * 1024), "The mapping file is over 1 MB"),
    ],
    ids=range(20),
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadInput) as error:
        mapping(tmp_path, text)

    assert why in str(error.value)


def test_a_file_that_is_not_there_or_not_utf_8_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_mapping(tmp_path / "nothing.toml")
    (tmp_path / "other.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match="not TOML"):
        read_mapping(tmp_path / "other.toml")
