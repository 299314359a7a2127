"""Which of a source's known records count as gone."""

from collections.abc import Collection, Iterable
from typing import TypeVar

KeyT = TypeVar("KeyT")


def gone_from(listed: Iterable[tuple[KeyT, str]], seen: Collection[str]) -> list[KeyT]:
    """Of the known records, each with the source's key, those that were not seen.

    None where that would be over half: a source cut short is no deletion.
    """
    known = list(listed)
    missing = [record for record, key in known if key not in seen]
    return [] if len(missing) * 2 > len(known) else missing
