"""Packages that are broken, or mean harm: a sentence each, and nothing is unpacked to the disk."""

import json
import struct
import zipfile
from pathlib import Path

import pytest

from kith.core.errors import BadInput
from kith.exchange import zips
from kith.exchange.tabular import load
from kith.exchange.tabular.read_package import read_package
from tests.environment import scaled
from tests.exchange.tabular.test_read_package import mapped, read, whys, within
from tests.factories.packages import HSDS_3, folder, zipped

BIG_CELL = 10 * 1024 * 1024
SERVICES = HSDS_3["services.csv"]


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as error:
        list(read_package(path, source_name="S", size=1, say=lambda _words: None))
    return str(error.value)


@pytest.mark.parametrize("name", ["../services.csv", "/etc/services.csv", "a/../../b.csv", "C:services.csv"])
def test_a_zip_with_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    assert "points outside of the package" in refused(zipped(tmp_path, {**HSDS_3, name: "id\n"}))


def test_a_link_that_leads_out_of_the_folder_is_left_out(tmp_path: Path) -> None:
    path = folder(tmp_path, HSDS_3)
    (tmp_path / "secret.csv").write_text("id,service_id,number\n9,10,secret\n")
    (path / "phones.csv").unlink()
    (path / "phones.csv").symlink_to(tmp_path / "secret.csv")

    assert "secret" not in str(read(path))


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "https://elsewhere.example/services.csv"]
)
def test_a_descriptor_that_leads_outside_is_refused(tmp_path: Path, path: str) -> None:
    descriptor = json.dumps({"resources": [{"name": "service", "path": path}]})

    found = refused(folder(tmp_path, {**HSDS_3, "datapackage.json": descriptor}))

    assert found.startswith("datapackage.json: ")
    assert "points outside of the package" in found


@pytest.mark.parametrize("descriptor", ["{", "[" * 100_000, "x" * (3 * 1024 * 1024)], ids=range(3))
def test_a_broken_descriptor_is_refused(tmp_path: Path, descriptor: str) -> None:
    assert refused(folder(tmp_path, {**HSDS_3, "datapackage.json": descriptor})).startswith(
        "datapackage.json: "
    )


@pytest.mark.parametrize("descriptor", ["[]", "{}", '{"resources": 7}', '{"resources": [7, {"name": 1}]}'])
def test_a_descriptor_that_says_nothing_is_no_harm(tmp_path: Path, descriptor: str) -> None:
    assert read(folder(tmp_path, {**HSDS_3, "datapackage.json": descriptor}))[0][0].body


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path, {**HSDS_3, "phones.csv": "0" * 5_000_000})

    monkeypatch.setattr(zips, "LARGEST_FILE", 4_000_000)
    assert "is over 512 MB when it is unpacked" in refused(path)
    monkeypatch.setattr(zips, "LARGEST_FILE", 6_000_000)
    monkeypatch.setattr(zips, "LARGEST_WHOLE", 4_000_000)
    assert "over 1 GB when it is unpacked" in refused(path)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, {**HSDS_3, "phones.csv": "id,number\n" + "1,2\n" * 1000})
    whole = path.read_bytes()
    size = struct.pack("<L", len("id,number\n" + "1,2\n" * 1000))
    path.write_bytes(whole.replace(size, struct.pack("<L", 20)))

    assert refused(path) == "The zip file “package.zip” is broken."


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_FILES", 5)

    assert refused(zipped(tmp_path, HSDS_3)) == "The zip file holds over 5 files."


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, HSDS_3)
    path.write_bytes(
        path.read_bytes().replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    )

    assert "is locked with a password" in refused(path)


@pytest.mark.parametrize("keep", [0.2, 0.6, 0.95])
def test_a_zip_cut_short_is_refused(tmp_path: Path, keep: float) -> None:
    path = zipped(tmp_path, HSDS_3)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])

    assert refused(path) == "The zip file “package.zip” is broken."


def test_a_zip_with_spoilt_bytes_is_refused_before_anything_of_it_is_used(tmp_path: Path) -> None:
    text = SERVICES + "".join(f"{place},1,Service {place * 7919},active\n" for place in range(20, 5000))
    path = zipped(tmp_path, {**HSDS_3, "services.csv": text})
    with zipfile.ZipFile(path) as whole:
        start = whole.getinfo("services.csv").header_offset
    spoilt = bytearray(path.read_bytes())
    spoilt[start + 2000 : start + 2060] = bytes(60)
    path.write_bytes(spoilt)

    with pytest.raises(BadInput, match="is broken"):
        read_package(path, source_name="S", size=1, say=lambda _words: None)


def test_a_zip_in_a_zip_is_said_and_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path, HSDS_3, "inner.zip").read_bytes()

    assert refused(zipped(tmp_path, {"inner.zip": inner})).startswith("There are no CSV files")
    assert read(zipped(tmp_path, {**HSDS_3, "inner.zip": inner}))[1] == [
        "“inner.zip” was left out: unpack it first."
    ]


def test_a_package_without_services_is_refused(tmp_path: Path) -> None:
    assert refused(folder(tmp_path, {"phones.csv": "id\n"})) == "The package has no table of services."


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("", "services.csv: There is no header row."),
        ("id,name,name\n", "services.csv: The column “name” is there twice."),
        (",".join(f"c{place}" for place in range(501)), "services.csv: There are over 500 columns."),
        ("x" * (3 * 1024 * 1024), "services.csv: There is no header row."),
    ],
    ids=range(4),
)
def test_a_header_that_cannot_be_used_is_refused(tmp_path: Path, header: str, why: str) -> None:
    assert refused(folder(tmp_path, {**HSDS_3, "services.csv": header})) == why


def test_a_cell_of_10_mb_is_a_sentence_and_the_rest_goes_on(tmp_path: Path) -> None:
    for text in (f'12,1,"{"x" * BIG_CELL}",active\n', f"12,1,{'x' * 200_000},active\n"):
        files = {**HSDS_3, "services.csv": SERVICES.replace("11,1", text + "11,1")}

        records, reading = mapped(folder(tmp_path, files))

        assert [record.name for record in records] == ["Soup kitchen", "Night shelter"]
        assert reading.not_taken[0].line == 3
        assert reading.seen is None


def test_an_open_quotation_mark_ends_somewhere(tmp_path: Path) -> None:
    many = "".join(f"{place},1,{'Service' * 30} {place},active\n" for place in range(20, 700))
    files = {**HSDS_3, "services.csv": SERVICES + '12,1,"Open,active\n' + many}

    records, reading = mapped(folder(tmp_path, files))

    assert len(records) > 2
    assert reading.not_taken[0].why.startswith("services.csv, row 4: A cell is over 131,072 signs long")
    assert reading.seen is None


@pytest.mark.parametrize("sign", ["\x00", "\x81"])
def test_signs_that_cannot_be_kept_are_a_sentence(tmp_path: Path, sign: str) -> None:
    bad = f"12,1,a{sign}b,active\n".encode("latin-1")
    files = {**HSDS_3, "services.csv": SERVICES.encode() + bad}

    found = whys(folder(tmp_path, files))

    assert found[0].startswith("services.csv, row 4: ")


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MOST_ROWS", 3)

    assert refused(folder(tmp_path, HSDS_3)) == "The package has over 3 rows."


def test_rows_that_hang_on_nothing_are_told_up_to_a_hundred(tmp_path: Path) -> None:
    phones = "id,service_id,number\n" + "".join(f"{place},99,1\n" for place in range(150))

    records, told = read(folder(tmp_path, {**HSDS_3, "phones.csv": phones}))

    assert sum("phones.csv" in record.why for record in records) == 100
    assert told == ["“phones.csv”: rows more that hang on nothing here: 50."]


@pytest.mark.heavy
def test_a_package_of_100_000_services_is_joined_one_after_the_other(tmp_path: Path) -> None:
    count = scaled(100_000)
    files = {
        "organizations.csv": "id,name\n" + "".join(f"{at},Trust {at}\n" for at in range(count // 10)),
        "services.csv": "id,organization_id,name,status\n"
        + "".join(f"{at},{at % (count // 10)},Service {at},active\n" for at in range(count)),
        "phones.csv": "id,service_id,number\n" + "".join(f"{at},{at},020 {at}\n" for at in range(count)),
    }
    path = folder(tmp_path, files)

    records = read_package(path, source_name="S", size=1_000_000, say=lambda _words: None)
    first = next(records)
    rest = sum(within(one.body or {}, "phones", 0, "number") is not None for one in records)

    assert rest == count - 1
    assert first.read_bytes < 100_000
