"""Small numbers are not told, nor what would let them be worked out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.partnerships.small_numbers import told_counts


@given(whole=st.integers(0, 60), shares=st.lists(st.floats(0, 1), max_size=4))
def test_no_small_number_can_be_read_or_taken_from_the_whole(whole: int, shares: list[float]) -> None:
    parts = {at: round(whole * share) for at, share in enumerate(shares)}

    told, told_parts = told_counts(whole, parts)

    assert told is None or told == 0 or told >= 5
    for part in told_parts.values():
        assert part is None or part == 0 or part >= 5
        assert part is None or (told is not None and (told - part == 0 or told - part >= 5))


@pytest.mark.parametrize(
    ("whole", "part", "told"),
    [
        (0, 0, (0, 0)),
        (4, 4, (None, None)),
        (5, 5, (5, 5)),
        (5, 1, (5, None)),
        (10, 7, (10, None)),
        (10, 5, (10, 5)),
        (20, 0, (20, 0)),
    ],
)
def test_what_is_told(whole: int, part: int, told: tuple[int | None, int | None]) -> None:
    found, parts = told_counts(whole, {"part": part})

    assert (found, parts["part"]) == told
