"""Tables in a folder or zip: columns, rows and the ids between them; and a hostile zip hurts nobody."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from kith.exchange.hsds.validating import package
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.finding import Severity
from tests.exchange.hsds.validating.checks import checked, faults, findings, kinds, short
from tests.exchange.hsds.validating.sound import id_of

ORGANIZATIONS = f"id,name,description\n{id_of('organization')},Lantern,A charity by the river.\n"
SERVICES = (
    "id,organization_id,name,status,minimum_age\n"
    f"{id_of('service')},{id_of('organization')},Evening talks,active,16\n"
)
SOUND = {"organizations.csv": ORGANIZATIONS, "services.csv": SERVICES}
DESCRIPTION = json.dumps({"name": "hsds", "resources": [{"path": name} for name in SOUND]})
SOUND_WITH_DESCRIPTION = {**SOUND, "datapackage.json": DESCRIPTION}


def folder(path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (path / name).write_text(text, "utf-8", newline="")
    return path


def zipped(path: Path, files: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    archive = path / "package.zip"
    with zipfile.ZipFile(archive, "w", compression) as out:
        for name, text in files.items():
            out.writestr(name, text)
    return archive


def test_a_sound_package_has_no_finding_in_a_folder_and_in_a_zip(tmp_path: Path) -> None:
    assert kinds(checked(folder(tmp_path, SOUND_WITH_DESCRIPTION))) == set()
    assert (
        kinds(
            checked(zipped(tmp_path, {f"hsds/{name}": text for name, text in SOUND_WITH_DESCRIPTION.items()}))
        )
        == set()
    )


def test_a_byte_order_mark_and_windows_lines_are_no_fault(tmp_path: Path) -> None:
    windows = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in SOUND.items()}

    assert faults(checked(folder(tmp_path, windows))) == []


@pytest.mark.parametrize(
    "name, text, fault",
    [
        (
            "services.csv",
            SERVICES.replace("status", "state"),
            ("missing-column", "services.csv", 1, "/status"),
        ),
        ("services.csv", SERVICES.replace("name", "nane"), ("misspelt-field", "services.csv", 1, "/nane")),
        (
            "services.csv",
            SERVICES.replace("minimum_age", "shoe_size"),
            ("extra-field", "services.csv", 1, "/shoe_size"),
        ),
        (
            "services.csv",
            SERVICES.replace("minimum_age", "name"),
            ("column-twice", "services.csv", 1, "/name"),
        ),
        ("services.csv", SERVICES.replace(",16", ""), ("row-length", "services.csv", 2, "")),
        (
            "services.csv",
            SERVICES.replace(",16", ",young"),
            ("wrong-type", "services.csv", 2, "/minimum_age"),
        ),
        ("services.csv", SERVICES.replace(",16", ",nan"), ("unreadable", "services.csv", 2, "")),
        ("services.csv", SERVICES.replace("active", ""), ("missing-field", "services.csv", 2, "/status")),
        ("services.csv", SERVICES.replace("active", "open"), ("unknown-word", "services.csv", 2, "/status")),
        (
            "services.csv",
            SERVICES.replace(id_of("organization"), ""),
            ("missing-field", "services.csv", 2, "/organization_id"),
        ),
        ("services.csv", SERVICES + SERVICES.splitlines()[1], ("id-twice", "services.csv", 3, "/id")),
        ("services.csv", SERVICES.replace("Evening", '"Evening'), ("unreadable", "services.csv", 0, "")),
        ("services.csv", SERVICES.replace("Evening", "x" * 200_000), ("unreadable", "services.csv", 0, "")),
        ("services.csv", SERVICES + "," * 3_000_000, ("unreadable", "services.csv", 0, "")),
        ("regular_schedules.csv", "id\n", ("old-table", "regular_schedules.csv", 0, "")),
        ("datapackage.json", "{", ("unreadable", "datapackage.json", 0, "")),
        ("datapackage.json", "{}", ("description", "datapackage.json", 0, "/resources")),
        (
            "datapackage.json",
            '{"resources": [{"path": "../../etc/passwd"}]}',
            ("description", "datapackage.json", 0, "/resources/0/path"),
        ),
    ],
    ids=short,
)
def test_what_is_wrong_with_a_package_is_told(
    tmp_path: Path, name: str, text: str, fault: tuple[str, str, int, str]
) -> None:
    assert fault in faults(checked(folder(tmp_path, {**SOUND, name: text})))


def test_an_id_that_points_nowhere_is_a_warning_that_names_the_table(tmp_path: Path) -> None:
    tally = checked(folder(tmp_path, {"services.csv": SERVICES}))

    warning = next(one for one in findings(tally) if one.kind == "points-nowhere")
    assert warning.severity is Severity.WARNING
    assert "organizations.csv" in warning.mend
    assert "“organization_id” points at" in warning.what


def test_a_table_with_another_name_is_told_with_the_name_that_was_meant(tmp_path: Path) -> None:
    tally = checked(folder(tmp_path, {**SOUND, "phone.csv": "id,number\n"}))

    assert [one.mend for one in findings(tally) if one.kind == "unknown-table"] == [
        "Did you mean “phones.csv”?"
    ]


def test_a_table_that_is_no_utf_8_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    folder(tmp_path, SOUND)
    (tmp_path / "phones.csv").write_bytes(b"id,number\n1,caf\xe9\n")

    tally = checked(tmp_path)

    assert [one.what for one in findings(tally) if one.kind == "unreadable"] == ["Line 2 is not UTF-8 text."]
    assert tally.records == 2


def test_a_folder_without_tables_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"services\.csv"):
        checked(tmp_path)


def test_names_that_lead_out_of_the_zip_lead_nowhere(tmp_path: Path) -> None:
    archive = zipped(
        tmp_path,
        {**{f"../../{name}": text for name, text in SOUND.items()}, "/etc/phones.csv": "id,number\n"},
    )

    assert faults(checked(archive)) == []
    assert {path.name for path in tmp_path.iterdir()} == {"package.zip"}


def test_two_files_of_one_name_are_told(tmp_path: Path) -> None:
    archive = zipped(tmp_path, {**SOUND, "old/services.csv": SERVICES})

    assert faults(checked(archive)) == [("file-twice", "services.csv", 0, "")]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 2_000_000)
    bomb = SERVICES + "\n" * 300_000
    archive = zipped(tmp_path, {**SOUND, "services.csv": bomb})
    assert archive.stat().st_size < 5_000

    with pytest.raises(CannotRead, match="1 GB"):
        checked(archive)


def test_an_endless_line_in_a_zip_is_not_kept(tmp_path: Path) -> None:
    archive = zipped(tmp_path, {**SOUND, "services.csv": "x" * 50_000_000})

    assert faults(checked(archive)) == [("unreadable", "services.csv", 0, "")]


def test_a_zip_of_a_thousand_files_and_more_is_not_read(tmp_path: Path) -> None:
    archive = zipped(tmp_path, {**SOUND, **{f"{number}.txt": "" for number in range(1000)}})

    with pytest.raises(CannotRead, match="1000 files"):
        checked(archive)


def test_a_damaged_or_locked_zip_is_a_sentence(tmp_path: Path) -> None:
    archive = zipped(tmp_path, dict(SOUND), zipfile.ZIP_STORED)
    whole = archive.read_bytes()
    archive.write_bytes(whole.replace(b"Evening", b"evening"))
    damaged = checked(archive)
    archive.write_bytes(_locked(whole))
    locked = checked(archive)

    assert [one.what for one in findings(damaged) if one.kind == "unreadable"] == [
        "The file is damaged, or locked with a password."
    ]
    assert "unreadable" in kinds(locked)


def _locked(whole: bytes) -> bytes:
    """The zip with the flag of a password set in each of its headers."""
    marked = bytearray(whole)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = marked.find(signature)
        while start >= 0:
            marked[start + offset] |= 1
            start = marked.find(signature, start + 1)
    return bytes(marked)


def test_a_zip_that_is_cut_off_is_a_sentence(tmp_path: Path) -> None:
    archive = zipped(tmp_path, dict(SOUND))
    archive.write_bytes(archive.read_bytes()[:-30])

    with pytest.raises(CannotRead):
        checked(archive)


def test_a_zip_inside_a_zip_stays_shut(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as out:
        out.writestr("phones.csv", "broken")

    assert faults(checked(zipped(tmp_path, {**SOUND, "more.zip": inner.getvalue()}))) == []
