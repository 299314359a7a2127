"""What may be told of counts to an outsider, so that nobody can work out a small one (promise 24). Pure."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)
SMALL = range(1, 5)


def told_counts(whole: int, parts: Mapping[KeyT, int]) -> tuple[int | None, dict[KeyT, int | None]]:
    """The whole and each of its parts; None where it is not told.

    One to four is never told, nor what would leave one to four when taken from the whole. Where the whole is
    not told, none of its parts is.
    """
    if whole in SMALL:
        return None, dict.fromkeys(parts)
    return whole, {key: None if _tells(whole, part) else part for key, part in parts.items()}


def _tells(whole: int, part: int) -> bool:
    return part in SMALL or whole - part in SMALL
