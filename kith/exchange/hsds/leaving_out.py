"""Leaving one bad part out of a body whose parts are records of their own, as rows of a table are."""

import re
from collections.abc import Mapping
from copy import deepcopy

from kith.directory.records import Json

STEP = re.compile(r"(?P<name>[a-z][a-z0-9_]*)(?:\[(?P<place>\d+)\])?")
NEVER_LEFT_OUT = frozenset({"", "organization"})


def part_of(places: Mapping[str, str], path: str) -> str:
    """The innermost known part in which the path lies; empty for the record itself."""
    while path and path not in places:
        path = path.rpartition(".")[0]
    return path


def without(body: dict[str, Json], path: str) -> dict[str, Json]:
    """The body without the part at the path."""
    new = deepcopy(body)
    *way, last = [STEP.fullmatch(step) for step in path.split(".")]
    inner: Json = new
    for step in way:
        inner = _into(inner, step)
    if last is not None and isinstance(inner, dict):
        _remove(inner, last["name"], last["place"])
    return new


def places_without(places: Mapping[str, str], path: str) -> dict[str, str]:
    """The places without this part; those behind it in its list move up."""
    left = {known: where for known, where in places.items() if not _is_within(known, path)}
    found = re.fullmatch(r"(?P<list>.*)\[(?P<place>\d+)\]", path)
    if found is None:
        return left
    start, gone = f"{found['list']}[", int(found["place"])
    return {_moved(known, start, gone): where for known, where in left.items()}


def _into(value: Json, step: re.Match[str] | None) -> Json:
    inner = value.get(step["name"]) if step and isinstance(value, dict) else None
    if step and step["place"] and isinstance(inner, list):
        return inner[int(step["place"])]
    return inner


def _remove(owner: dict[str, Json], name: str, place: str | None) -> None:
    inner = owner.get(name)
    if place is None or not isinstance(inner, list):
        owner.pop(name, None)
        return
    inner.pop(int(place))


def _is_within(known: str, path: str) -> bool:
    return known == path or known.startswith((f"{path}.", f"{path}["))


def _moved(known: str, start: str, gone: int) -> str:
    if not known.startswith(start):
        return known
    place, rest = known[len(start) :].split("]", 1)
    return f"{start}{int(place) - (int(place) > gone)}]{rest}"
