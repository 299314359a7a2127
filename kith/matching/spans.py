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


def numbers(last: I8, lengths: I8) -> I8:
    """Every number of the ranges that end before these and are so long, in order."""
    found: I8 = (last - np.add.accumulate(lengths)).repeat(lengths)
    found += np.arange(len(found))
    return found
