"""What nearly every search asks of a slot in one number: languages, costs, genders, flags, and places left.

So all of it is one look and one comparison, wherever all of some bits are wanted.
"""

import numpy as np

from kith.matching.layout import LANGUAGE_BITS, U8, Arrays

HAS_PLACES = 1 << LANGUAGE_BITS
"""Known to have places, and not paused: the bit after those of languages."""
SHIFTS = {"costs": 32, "genders": 48, "flags": 56}
"""Where the bits of a column begin."""


def bits_of(arrays: Arrays) -> U8:
    """One number for each slot, from its columns."""
    found: U8 = (arrays.langs & np.uint32(HAS_PLACES - 1)).astype(np.uint64)
    found |= ((arrays.cap > 0) & (arrays.paused == 0)) * np.uint64(HAS_PLACES)
    for column, shift in ((arrays.ins, "costs"), (arrays.gender, "genders"), (arrays.flags, "flags")):
        found |= column.astype(np.uint64) << np.uint64(SHIFTS[shift])
    return found


def is_one(bits: int) -> bool:
    """Whether it is one bit: to want any of them is then to want all."""
    return bits.bit_count() == 1
