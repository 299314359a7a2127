"""Columns of a table in the order of slots, and those that are found the other way round."""

from dataclasses import dataclass

import numpy as np

from kith.matching.layout import I2, I4, I8, NO_CODE, NO_WEEK, U4, Bools, Ids, Shape
from kith.matching.postings import Slots
from kith.matching.spans import spread
from kith.matching.table import Table

MOST_CODES = 32_766
HOT_CODES = 4


@dataclass(frozen=True, slots=True)
class Order:
    """Where everything lies: ids by ordinal; of each slot its row in the table, document and ordinal."""

    ids: Ids
    row: I8
    doc: I8
    svc: I4
    sstart: I4
    sslot: I4
    slots: Slots
    shape: Shape


def starts_of(number: I4 | I8, size: int) -> I8:
    """Where each number's begin when sorted, and where the last one's end."""
    found = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(number, minlength=size), out=found[1:])
    return found


@dataclass(frozen=True, slots=True)
class Codes:
    """See Arrays."""

    hot: list[I2]
    xstart: I4
    xcode: I4


def codes_of(table: Table, doc: I8) -> Codes:
    """The first four codes of each slot in columns; the others, and numbers too large for a column, apart."""
    first, last = table.code_start[doc].astype(np.int64), table.code_start[doc + 1].astype(np.int64)
    is_large = np.zeros(len(doc), np.bool_)
    hot = []
    for at in range(HOT_CODES):
        is_there = first + at < last
        code = np.full(len(doc), NO_CODE, np.int32)
        code[is_there] = table.code[(first + at)[is_there]]
        is_large |= code > MOST_CODES
        hot.append(code)
    for code in hot:
        code[is_large] = NO_CODE
    begin = np.where(is_large, first, np.minimum(first + HOT_CODES, last))
    _which, at_code = spread(begin, last)
    xstart = np.zeros(len(doc) + 1, np.int32)
    np.cumsum(last - begin, out=xstart[1:])
    return Codes([code.astype(np.int16) for code in hot], xstart, table.code[at_code])


def sched_of(sched: U4, week: I4) -> U4:
    """The quarters of each slot's week; none where it is not known."""
    found = np.zeros(len(week), np.uint32)
    is_known: Bools = week != NO_WEEK
    found[is_known] = sched[week[is_known]]
    return found


@dataclass(frozen=True, slots=True)
class Areas:
    """See Arrays."""

    start: I4
    key: I4
    areastart: I4
    areaslot: I4


def areas_of(table: Table, order: Order) -> Areas:
    """Areas of each slot of the last block, and slots of each area."""
    doc = order.doc[order.shape.anywhere :]
    first, last = table.area_start[doc].astype(np.int64), table.area_start[doc + 1].astype(np.int64)
    which, at = spread(first, last)
    start = np.zeros(len(doc) + 1, np.int32)
    np.cumsum(last - first, out=start[1:])
    key = table.area[at]
    slot = (which + order.shape.anywhere).astype(np.int32)
    return Areas(start, key, *inverted(slot, key, len(table.names.areas)))


def rare_of(table: Table, order: Order) -> tuple[I4, I4]:
    """Slots that speak a language without a bit, and which."""
    doc = table.rare_doc
    which, at = spread(order.slots.start[doc], order.slots.start[doc + 1])
    return order.slots.slot[at].astype(np.int32), table.rare_language[which]


def inverted(slot: I4, key: I4, size: int) -> tuple[I4, I4]:
    """Where each key's slots begin, and the slots."""
    return starts_of(key, size).astype(np.int32), slot[np.lexsort((slot, key))]
