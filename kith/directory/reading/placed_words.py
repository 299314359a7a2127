"""A place among the words of a search, as in "food pantry in Akron, Ohio" and "94112 food"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kith.core.viewer import Door, Viewer
from kith.directory.folding import MOST_WORDS, key_of
from kith.directory.policies.place import addresses
from kith.directory.reading.known_places import KnownPlaces, Version
from kith.directory.states import LONGEST_STATE, letters_of_state

LONGEST_TOWN = 4
BEFORE_A_PLACE = frozenset(
    map(key_of, ("in", "near", "around", "at", "en", "cerca", "à", "dans", "في", "قرب"))
)
_WORD = re.compile(r"[\w'’]+")
_POSTCODE = re.compile(r"\d{5}", re.ASCII)
States = Mapping[str, str]
Towns = Mapping[str, States]


_TOWNS = KnownPlaces[States]()
"""By a town's key its states, as published, by their letters."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The other words, and the place as it would be typed alone.

    `is_sure`: a postcode, a state or a word like "in" says that it is meant as a place.
    """

    words: str
    near: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What was typed: where each word stands in it, and its key."""

    text: str
    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]

    def key(self, first: int, last: int) -> str:
        return " ".join(self.keys[first:last])

    def before(self, word: int) -> str:
        return self.text[: self.spans[word][0]].strip(" ,")

    def after(self, word: int) -> str:
        return self.text[self.spans[word][1] :].strip(" ,")


def placed_words(words: str, version: Version | None = None) -> Placed | None:
    """The words apart from their place: a postcode or a town that the directory knows, first or last.

    None where there is none, or nothing besides. As of `version` or later where that is known. At most two
    statements.
    """
    found = list(_WORD.finditer(words))
    spoken = _Spoken(words, tuple(one.span() for one in found), tuple(key_of(one[0]) for one in found))
    if not 1 < len(found) <= MOST_WORDS:
        return None
    return _with_postcode(spoken) or _with_town(spoken, version)


def _with_postcode(spoken: _Spoken) -> Placed | None:
    last = len(spoken.keys) - 1
    ends = {spoken.keys[at]: at for at in (0, last) if _POSTCODE.fullmatch(spoken.keys[at])}
    rows = addresses(Viewer.nobody(Door.PUBLIC)).filter(postal_key__in=ends) if ends else None
    known = rows.values_list("postal_key", flat=True).first() if rows is not None else None
    if known is None:
        return None
    rest = spoken.before(last) if ends[known] == last else spoken.after(0)
    return Placed(rest, known, is_sure=True)


def _with_town(spoken: _Spoken, version: Version | None) -> Placed | None:
    towns = _towns(spoken, version)
    return next(_last(spoken, towns), None) or next(_first(spoken, towns), None)


def _towns(spoken: _Spoken, version: Version | None) -> Towns:
    """Of all that could be a town, those that are: by key, their states as published by their letters."""
    size = len(spoken.keys)
    spans = {(first, last) for _, first, last in _ends(size)} | {(0, last) for last in _starts(size)}
    keys = {spoken.key(first, last) for first, last in spans}
    known = {key: states for key in keys if (states := _TOWNS.get((key,), version)) is not None}
    read: dict[str, dict[str, str]] = {}
    rows = addresses(Viewer.nobody(Door.PUBLIC)).filter(city_key__in=keys - known.keys())
    for town, state in rows.values_list("city_key", "state_province").distinct():
        read.setdefault(town, {})[letters_of_state(state)] = state
    for town, states in read.items():
        _TOWNS.keep((town,), version, states)
    return known | read


def _ends(size: int) -> Iterator[tuple[int, int, int]]:
    """How many words at the end may be a state, then where a town before it may begin and end."""
    for state in range(LONGEST_STATE, -1, -1):
        last = size - state
        for first in range(max(1, last - LONGEST_TOWN), last):
            yield state, first, last


def _starts(size: int) -> range:
    return range(min(LONGEST_TOWN, size - 1), 0, -1)


def _last(spoken: _Spoken, towns: Towns) -> Iterator[Placed]:
    """The town at the end, with its state before without, the longest name before a shorter one."""
    size = len(spoken.keys)
    for state, first, last in _ends(size):
        town = spoken.key(first, last)
        if state:
            published = towns.get(town, {}).get(letters_of_state(spoken.key(last, size)))
            if published:
                yield Placed(_rest(spoken, first), f"{town}, {published}", is_sure=True)
        elif town in towns:
            yield Placed(_rest(spoken, first), town, is_sure=spoken.keys[first - 1] in BEFORE_A_PLACE)


def _rest(spoken: _Spoken, first: int) -> str:
    """What stands before the town, and before a word like "in"."""
    is_led = spoken.keys[first - 1] in BEFORE_A_PLACE
    return spoken.before(first - 1 if is_led else first)


def _first(spoken: _Spoken, towns: Towns) -> Iterator[Placed]:
    for last in _starts(len(spoken.keys)):
        town = spoken.key(0, last)
        if town in towns:
            yield Placed(spoken.after(last - 1), town, is_sure=False)
