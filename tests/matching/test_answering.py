"""How many wanted codes a slot has: no code is none, whatever number a code has."""

import numpy as np
import pytest

from kith.matching import answering
from kith.matching.answering import _overlaps


@pytest.mark.parametrize("codes", [1, 300, 32_768, 70_000])
def test_no_code_is_never_wanted(codes: int) -> None:
    table = np.ones(codes + 1, np.uint8)
    table[-1] = 0
    highest = min(codes, 32_768) - 1
    column = np.array([-1, 0, highest], np.int16)

    assert _overlaps([column], table).tolist() == [0, 1, 1]


def test_every_column_counts() -> None:
    table = np.array([1, 0, 1, 0], np.uint8)
    columns = [np.array(one, np.int16) for one in ([0, 1, 2], [2, -1, 0], [1, -1, -1], [-1, -1, -1])]

    assert _overlaps(columns, table).tolist() == [2, 0, 2]


@pytest.mark.parametrize("few", [0, 5, 300])
def test_few_codes_and_many_are_counted_alike(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(few)
    codes = draw.integers(-1, 300, (4, 500)).astype(np.int16)
    table = np.append(draw.random(300) < 0.02, 0).astype(np.uint8)
    monkeypatch.setattr(answering, "FEW_CODES", few)

    assert answering._overlaps(list(codes), table).tolist() == [
        sum(int(code) >= 0 and table[code] for code in own) for own in codes.T.tolist()
    ]
