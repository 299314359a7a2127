import multiprocessing
import stat
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from pytest_django import Settings

from kith.core.keys import add_field_key, field_keys, key_marks, write_first, write_private

PROCESSES = 8


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> Path:
    settings.KITH_KEYS_DIR = tmp_path / "keys"
    return tmp_path / "keys"


def _key_of_process(_number: int) -> bytes:
    keys = field_keys()
    return keys.keys[keys.active]


def _new_key_of_process(_number: int) -> str:
    return add_field_key()


def test_keys_are_made_once_and_read_by_this_account_only(own_keys: Path) -> None:
    first = field_keys()

    assert field_keys() == first
    assert len(first.keys[first.active]) == 32
    assert stat.S_IMODE((own_keys / "fields.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(own_keys.stat().st_mode) == 0o700


def test_processes_that_race_for_the_first_key_get_the_same_one() -> None:
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        keys = pool.map(_key_of_process, range(PROCESSES * 4), chunksize=1)

    assert len(set(keys)) == 1


def test_no_key_is_lost_when_processes_add_keys_at_once() -> None:
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        names = pool.map(_new_key_of_process, range(PROCESSES * 2), chunksize=1)

    assert len(set(names)) == len(names)
    assert set(names) <= set(field_keys().keys)
    assert len(set(field_keys().keys.values())) == len(names) + 1


def test_a_new_key_is_active_and_the_old_one_stays() -> None:
    old = field_keys()

    name = add_field_key()

    new = field_keys()
    assert new.active == name != old.active
    assert new.keys[old.active] == old.keys[old.active]


def test_a_key_added_by_another_process_is_seen(own_keys: Path) -> None:
    field_keys()
    text = (own_keys / "fields.json").read_text().replace('"k1"', '"elsewhere"')
    write_private(own_keys / "fields.json", text.encode())

    assert field_keys().active == "elsewhere"


def test_a_file_without_its_active_key_is_an_error(own_keys: Path) -> None:
    write_private(own_keys / "fields.json", b'{"active": "k2", "keys": {}}')

    with pytest.raises(ValueError, match="names an active key"):
        field_keys()


def test_key_marks_change_with_the_key_and_do_not_show_it() -> None:
    mark = key_marks()["k1"]

    assert len(mark) == 16
    assert mark not in (django_settings.KITH_KEYS_DIR / "fields.json").read_text()


def test_a_first_file_stays(tmp_path: Path) -> None:
    write_first(tmp_path / "one", b"first")
    write_first(tmp_path / "one", b"second")

    assert (tmp_path / "one").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
