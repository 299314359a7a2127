import pytest

from kith.directory.phone_numbers import dialled


@pytest.mark.parametrize(
    ("published", "dial"),
    [
        ("(202) 758-9507", "2027589507"),
        ("+44 115 555 0170", "+441155550170"),
        ("988", "988"),
        ("116 123", "116123"),
        ("Call 617 555 0170 and ask for Rosa", "6175550170"),
        ("St. Rocco Center — 9016 Gap Newport Pike Avondale, PA", ""),
        ("8100 Malcolm Rd, Clinton 20735", ""),
        ("", ""),
    ],
)
def test_only_a_telephone_number_is_dialled(published: str, dial: str) -> None:
    assert dialled(published) == dial
