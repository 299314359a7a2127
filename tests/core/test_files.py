import hashlib
from pathlib import Path

import pytest
from pytest_django import Settings

from kith.core.errors import BadInput, NotFound
from kith.core.files import LONGEST_BYTES, keep_file, path_of, read_file, reseal_file, sealed_with
from kith.core.ids import uuid7
from kith.core.keys import add_field_key
from kith.core.sealed_text import CannotOpen

PDF = b"%PDF-1.7 signed by Amara"


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> Path:
    settings.KITH_KEYS_DIR = tmp_path / "keys"
    settings.KITH_FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


def test_an_upload_comes_back_and_lies_sealed_under_a_name_of_chance(own_folders: Path) -> None:
    kept = keep_file(PDF, field="paper")

    assert read_file(kept.id) == PDF
    assert (kept.content_type, kept.byte_count) == ("application/pdf", len(PDF))
    assert kept.digest == hashlib.sha256(PDF).hexdigest()
    (path,) = [path for path in own_folders.rglob("*") if path.is_file()]
    assert path == path_of(kept.id)
    assert b"Amara" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content, content_type",
    [
        (b"\x89PNG\r\n\x1a\nrest", "image/png"),
        (b"\xff\xd8\xff\xe0rest", "image/jpeg"),
        (PDF, "application/pdf"),
    ],
)
def test_the_type_is_found_by_looking_inside(content: bytes, content_type: str) -> None:
    assert keep_file(content, field="paper").content_type == content_type


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg onload=x>", b"MZ\x90", b"PK\x03\x04", b" %PDF-1.7", b"%PDF-1.7" + b"0" * LONGEST_BYTES],
)
def test_other_types_and_long_files_are_refused(content: bytes, own_folders: Path) -> None:
    with pytest.raises(BadInput) as caught:
        keep_file(content, field="paper")

    assert caught.value.field == "paper"
    assert not own_folders.exists()


def test_a_file_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        read_file(uuid7())


def test_a_file_put_in_the_place_of_another_does_not_open() -> None:
    first, second = keep_file(PDF, field="paper"), keep_file(PDF, field="paper")
    path_of(first.id).write_bytes(path_of(second.id).read_bytes())

    with pytest.raises(CannotOpen):
        read_file(first.id)


def test_a_file_is_sealed_anew_with_the_active_key() -> None:
    kept = keep_file(PDF, field="paper")
    name = add_field_key()
    assert sealed_with(path_of(kept.id)) != name

    reseal_file(path_of(kept.id))

    assert sealed_with(path_of(kept.id)) == name
    assert read_file(kept.id) == PDF
