"""When two entries may be one human: names as people write them, mail addresses, sign-ins."""

import pytest

from kith.core.ids import uuid7
from kith.partnerships.one_human import Human, may_be_one

A, B = "fatima@al-noor.example", "f.noor@home.example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fatima Noor", "Fatima Noor"),
        ("Fatima Noor", "FATIMA  noor"),
        ("Fatima Noor", "Noor, Fatima"),
        ("Fatima Noor", "F. Noor"),
        ("Fatima Noor", "Fatima N."),
        ("Fatima Noor", "Fatima"),
        ("Fatima Noor", "Sister Fatima"),
        ("Fatima Noor", "Dr Noor"),
        ("Fatima Noor", "Fatima Al-Noor"),
        ("Fatima Noor", "Fatima bint Yusuf Noor"),
        ("Fátima O’Noor", "fatima onoor"),
        ("أحمد النور", "احمد النور"),
        ("فاطمة", "الأخت فاطمه"),
    ],
)
def test_names_of_one_human_written_in_several_ways(one: str, other: str) -> None:
    for first, second in [(one, other), (other, one)]:
        assert may_be_one(Human(first, A, uuid7()), Human(second, B, uuid7()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fatima Noor", "Rosa Almeida"),
        ("Fatima Noor", "Fatima Ali"),
        ("Fatima Noor", "Yusuf Noor"),
        ("Fatima Noor", "G. Noor"),
        ("Fatima Noor", "Fatimah Noor-Ali"),
        ("Noor Noor", "Noor Ali"),
        ("فاطمة نور", "فاطمة علي"),
    ],
)
def test_names_of_two_humans(one: str, other: str) -> None:
    for first, second in [(one, other), (other, one)]:
        assert not may_be_one(Human(first, "", None), Human(second, A, None))


def test_one_mail_address_is_one_human_whatever_the_name() -> None:
    assert may_be_one(Human("Fatima Noor", f" {A.upper()} ", None), Human("Rosa", A, None))


def test_one_sign_in_is_one_human_whatever_name_and_address() -> None:
    user_id = uuid7()

    assert may_be_one(Human("Fatima Noor", A, user_id), Human("Rosa", B, user_id))


@pytest.mark.parametrize(("name", "other"), [("", "Rosa Almeida"), ("فاطمة نور", "Rosa Almeida"), ("", "")])
def test_names_that_cannot_be_compared_are_one_human_unless_two_addresses_tell_them_apart(
    name: str, other: str
) -> None:
    assert may_be_one(Human(name, "", None), Human(other, B, None))
    assert not may_be_one(Human(name, A, None), Human(other, B, None))


def test_two_without_sign_in_and_address_are_not_one_for_that() -> None:
    assert not may_be_one(Human("Fatima Noor", "", None), Human("Rosa Almeida", "", None))
