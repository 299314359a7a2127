import hashlib
from pathlib import Path

import pytest
from pytest_django import Settings

from kith.core.keys import add_field_key, field_keys
from kith.core.marks import is_mark_of, mark_of

PLACE = "consent_directive.words.1"
TEXT = "We ask Fatima Noor."


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.KITH_KEYS_DIR = tmp_path / "keys"


def test_a_mark_is_of_its_text_at_its_place_and_of_nothing_else():
    mark = mark_of(TEXT, place=PLACE)

    assert is_mark_of(mark, TEXT, place=PLACE)
    assert not is_mark_of(mark, "We ask Fatima Noor", place=PLACE)
    assert not is_mark_of(mark, TEXT, place="consent_directive.words.2")
    assert mark_of(TEXT, place=PLACE) == mark


def test_a_mark_is_no_digest_that_anybody_could_make():
    mark = mark_of(TEXT, place=PLACE)

    key = field_keys().keys[field_keys().active]
    for made in (TEXT.encode(), PLACE.encode() + TEXT.encode(), key + TEXT.encode()):
        assert hashlib.sha256(made).hexdigest() not in mark


def test_after_new_keys_old_marks_still_hold_and_new_ones_are_others():
    old = mark_of(TEXT, place=PLACE)

    add_field_key()

    assert is_mark_of(old, TEXT, place=PLACE)
    assert mark_of(TEXT, place=PLACE) != old
    assert mark_of(TEXT, place=PLACE).startswith(f"{field_keys().active}:")


def test_a_mark_of_an_unknown_key_or_of_none_is_of_nothing():
    digest = mark_of(TEXT, place=PLACE).partition(":")[2]

    for mark in ("", digest, f"k999:{digest}", ":"):
        assert not is_mark_of(mark, TEXT, place=PLACE)
