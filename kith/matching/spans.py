"""Ranges of numbers as arrays, without loops."""

import numpy as np

from kith.matching.layout import I4, I8


def parts_of(starts: I4 | I8, which: I8) -> tuple[I8, I8]:
    """Where the parts of these begin and end in an array of parts laid end to end."""
    return starts[which].astype(np.int64), starts[which + 1].astype(np.int64)


def spread(first: I8, last: I8) -> tuple[I8, I8]:
    """Every number of the ranges [first, last), each with the position of its range: (positions, numbers)."""
    lengths = last - first
    which = np.repeat(np.arange(len(lengths)), lengths)
    before = np.cumsum(lengths) - lengths
    return which, np.arange(len(which)) + (first - before)[which]


def numbers(first: I8, last: I8) -> I8:
    """Every number of the ranges [first, last), none of them empty or reversed, in order."""
    if len(first) == 1:
        return np.arange(int(first[0]), int(last[0]))
    lengths = last - first
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    shift: I8 = np.repeat(first - ends + lengths, lengths)
    return np.arange(total) + shift
