from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from kith.core.keys import add_field_key
from kith.core.sealed_text import CannotOpen, SealedText, open_bytes, open_sealed, seal, seal_bytes

PLACE = "people_person.name.1"


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> None:
    settings.KITH_KEYS_DIR = tmp_path / "keys"


@given(st.text())
@hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_sealed_opens_at_its_place_only(text: str) -> None:
    sealed = SealedText(seal(text, place=PLACE))

    assert open_sealed(sealed, place=PLACE) == text
    with pytest.raises(CannotOpen):
        open_sealed(sealed, place="people_person.name.2")


@given(st.binary(), st.data())
@hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_changed_bit_keeps_it_shut(content: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal_bytes(content, place=PLACE))
    at = data.draw(st.integers(3, len(sealed) - 1))
    sealed[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(CannotOpen):
        open_bytes(bytes(sealed), place=PLACE)


@given(st.binary())
@hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_come_back(content: bytes) -> None:
    assert open_bytes(seal_bytes(content, place=PLACE), place=PLACE) == content


def test_the_same_text_is_sealed_differently_each_time() -> None:
    assert seal("Amara", place=PLACE) != seal("Amara", place=PLACE)
    assert "Amara" not in seal("Amara", place=PLACE)


def test_a_new_key_still_opens_what_the_old_one_sealed() -> None:
    old = SealedText(seal("Amara", place=PLACE))

    name = add_field_key()

    assert open_sealed(old, place=PLACE) == "Amara"
    assert seal("Amara", place=PLACE).startswith(f"{name}:")


@pytest.mark.parametrize(
    "stored", ["", "k1:", "k1:!!", "k9:aGVsbG8=", "hello", "k1:aGVsbG8=", "k1:" + "A" * 100, "\x00"]
)
def test_anything_else_does_not_open(stored: str) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(SealedText(stored), place=PLACE)


def test_sealed_text_shows_nothing_of_itself() -> None:
    sealed = SealedText(seal("Amara", place=PLACE))

    assert str(sealed) == repr(sealed) == f"{sealed}" == "(sealed)"


def test_an_error_holds_no_text() -> None:
    with pytest.raises(CannotOpen) as caught:
        open_sealed(SealedText("k1:QW1hcmE="), place=PLACE)

    assert "Amara" not in str(caught.value)
    assert "QW1hcmE" not in str(caught.value)
