"""One kind of thing that the web does while it is being killed."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Step:
    """`do` acts for number n and gives the outcome's id; `faults` says what is wrong with number n now.

    `count` says how often number n took effect.
    """

    do: Callable[[int], UUID]
    faults: Callable[[int], list[str]]
    count: Callable[[int], int]
