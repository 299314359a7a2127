"""Which slots answer a need: by code first, then by place."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from kith.matching.asking import Asked
from kith.matching.layout import F8, I2, I8, U1, Arrays, Bools, Shape
from kith.matching.places import box_ranges, circle_ranges, distances, in_box
from kith.matching.questions import Box, Circle
from kith.matching.spans import parts_of, spread

FEW_CODES = 4
"""So many are compared with one after the other; more are looked up in a table."""


class Candidates(NamedTuple):
    """Slots that answer the need and lie within: how many wanted codes each has, and how far away it is.

    `overlaps` 0: related codes only. `km`: NaN without a place, or where no circle was asked.
    """

    slots: I8
    overlaps: I8
    km: F8

    def only(self, which: Bools | I8) -> "Candidates":
        """Some of them: which, or at which positions."""
        at = which.nonzero()[0] if which.dtype == np.bool_ else which
        return Candidates(self.slots.take(at), self.overlaps.take(at), self.km.take(at))


def candidates(arrays: Arrays, shape: Shape, asked: Asked) -> Candidates:
    """Of each block of slots, those with a code asked for, within the place."""
    parts = [_mapped(arrays, shape, asked)]
    if asked.need.where.is_placeless_in:
        parts += _placeless(arrays, shape, asked)
    if len(parts) == 1:
        return parts[0]
    return Candidates(
        np.concatenate([one.slots for one in parts]),
        np.concatenate([one.overlaps for one in parts]),
        np.concatenate([one.km for one in parts]),
    )


def _mapped(arrays: Arrays, shape: Shape, asked: Asked) -> Candidates:
    slots, overlaps = _answering_in(arrays, *_ranges(arrays, shape, asked), asked)
    box = asked.need.where.shape
    if asked.point is not None:
        km = distances(asked.point, arrays.lat.take(slots), arrays.lon.take(slots))
        return Candidates(slots, overlaps, km).only(km <= asked.km)
    if isinstance(box, Box):
        return _nowhere(slots, overlaps).only(in_box(box, arrays.lat[slots], arrays.lon[slots]))
    return _nowhere(slots, overlaps)


def _nowhere(slots: I8, overlaps: I8) -> Candidates:
    return Candidates(slots, overlaps, np.full(len(slots), np.nan))


def _ranges(arrays: Arrays, shape: Shape, asked: Asked) -> tuple[I8, I8]:
    where = asked.need.where.shape
    if isinstance(where, Box):
        ends = box_ranges(where, arrays.key)
    elif asked.point is not None:
        ends = circle_ranges(asked.point, asked.km, arrays.key)
    elif isinstance(where, Circle):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    else:
        return np.zeros(1, np.int64), np.array([shape.mapped])
    first, last = ends[0::2], ends[1::2]
    holds = last > first
    return first[holds].astype(np.int64), last[holds].astype(np.int64)


def _placeless(arrays: Arrays, shape: Shape, asked: Asked) -> list[Candidates]:
    found = []
    where = asked.need.where
    is_anywhere = where.shape is None and not where.areas
    last = shape.slots if is_anywhere else shape.anywhere
    if last > shape.mapped:
        block = np.array([shape.mapped]), np.array([last])
        found.append(_nowhere(*_answering_in(arrays, *block, asked)))
    if asked.areas and not is_anywhere:
        _which, at = spread(*parts_of(arrays.areastart, np.array(asked.areas, np.int64)))
        serving = np.unique(arrays.areaslot[at]).astype(np.int64)
        found.append(_nowhere(*_answering_of(arrays, serving, asked)))
    return found


def _answering_in(arrays: Arrays, first: I8, last: I8, asked: Asked) -> tuple[I8, I8]:
    """Of the slots in these ranges, those with a code asked for, and how many wanted codes each has."""
    if not len(first):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    bounds = list(zip(first.tolist(), last.tolist(), strict=True))
    columns = [_cut(column, bounds) for column in _code_columns(arrays)]
    ends = (last - first).cumsum()
    shift = last - ends
    return _answering(arrays, columns, lambda at: at + shift.take(ends.searchsorted(at, "right")), asked)


def _answering_of(arrays: Arrays, slots: I8, asked: Asked) -> tuple[I8, I8]:
    """The same of certain slots."""
    columns = [column.take(slots) for column in _code_columns(arrays)]
    return _answering(arrays, columns, slots.take, asked)


def _code_columns(arrays: Arrays) -> tuple[I2, I2, I2, I2]:
    return arrays.t0, arrays.t1, arrays.t2, arrays.t3


def _cut(column: I2, bounds: list[tuple[int, int]]) -> I2:
    if len(bounds) == 1:
        return column[bounds[0][0] : bounds[0][1]]
    return np.concatenate([column[a:b] for a, b in bounds])


def _answering(
    arrays: Arrays, columns: list[I2], slots_at: Callable[[I8], I8], asked: Asked
) -> tuple[I8, I8]:
    """`columns` hold the codes of some slots; `slots_at` turns positions in them into slots."""
    more = (columns[-1] >= 0).nonzero()[0] if len(arrays.xcode) else None
    overlaps = _overlaps(columns, asked.wanted)
    if more is not None:
        _add_more(arrays, slots_at(more), more, asked.wanted, overlaps)
    found = overlaps
    if asked.near is not None:
        found = _overlaps(columns, asked.near)
        if more is not None:
            _add_more(arrays, slots_at(more), more, asked.near, found)
        found |= overlaps
    at = found.astype(np.bool_).nonzero()[0]
    return slots_at(at), overlaps.take(at).astype(np.int64)


def _overlaps(columns: list[I2], table: U1) -> U1:
    """How many of each slot's codes are in the table."""
    known = table[: min(len(table) - 1, 1 << 15)]
    wanted = known.nonzero()[0].tolist()
    return _among_few(columns, wanted) if len(wanted) <= FEW_CODES else _in_table(columns, known)


def _among_few(columns: list[I2], wanted: list[int]) -> U1:
    found = np.zeros(len(columns[0]), np.uint8)
    is_it = np.empty(len(found), np.bool_)
    for column in columns:
        for code in wanted:
            np.equal(column, code, out=is_it)
            found += is_it.view(np.uint8)
    return found


def _in_table(columns: list[I2], known: U1) -> U1:
    """Numbers are read without their sign, for a table that wraps is three times slower.

    -1, no code, is then the last of 65,536, which is never wanted.
    """
    unsigned = np.zeros(1 << 16, np.uint8)
    unsigned[: len(known)] = known
    found, *more = (unsigned.take(column.view(np.uint16), mode="clip") for column in columns)
    for one in more:
        found += one
    return found


def _add_more(arrays: Arrays, slots: I8, at: I8, table: U1, found: U1) -> None:
    """Add the codes beyond the fourth, of those that have four."""
    which, codes = spread(*parts_of(arrays.xstart, slots))
    np.add.at(found, at[which], table[arrays.xcode[codes]])
