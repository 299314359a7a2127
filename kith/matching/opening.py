"""Which slots are surely open at a moment."""

from collections.abc import Callable
from datetime import datetime

import numpy as np

from kith.matching.generation import Generation
from kith.matching.hours import clock, open_weeks
from kith.matching.layout import I8, Bools
from kith.matching.questions import Decide


def is_open(generation: Generation, moment: datetime, decide: Decide | None) -> Callable[[I8], Bools]:
    """Surely open at this moment: the bits propose, the ranges decide, and where a week cannot, `decide`."""
    arrays = generation.arrays
    now = clock(moment, generation.names.zones)

    def passes(slots: I8) -> Bools:
        week = arrays.week.take(slots)
        is_used = np.zeros(len(arrays.wexact) + 1, np.bool_)  # the last for -1: not known
        is_used[week] = True
        is_used[-1] = False
        weeks = is_used.nonzero()[0]
        is_used[weeks] = open_weeks(arrays, weeks, now)
        found = is_used.take(week)
        unsure = (
            (found & (arrays.wexact.take(week, mode="wrap") == 0)).nonzero()[0] if len(weeks) else week[:0]
        )
        if len(unsure):
            found[unsure] = decide is not None and _decided(generation, slots[unsure], moment, decide)
        return found

    return passes


def _decided(generation: Generation, slots: I8, moment: datetime, decide: Decide) -> Bools:
    ids = generation.ids_at(generation.arrays.svc[slots])
    yes = set(decide(list(dict.fromkeys(ids)), moment))
    return np.array([one in yes for one in ids], np.bool_)
