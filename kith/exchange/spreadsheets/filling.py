"""Filling a nested body by paths, and tidying it. Pure."""

import re

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS
from kith.exchange.source_ids import SourceIds
from kith.exchange.spreadsheets.paths import STEP, HsdsPath

Body = dict[str, Json]
PLACE = re.compile(r"\[\d+\]")


def put(body: Body, path: HsdsPath, place: int, value: Json) -> None:
    """Put the value into the body, with the objects on the way; `place` as in `HsdsPath.at`."""
    owner = body
    for step in filter(None, path.owner(place).split(".")):
        owner = _made(owner, step)
    owner[path.leaf.name] = value


def owner_of(body: Body, path: HsdsPath, place: int) -> Body | None:
    """The object that would hold the value; None where it is not there."""
    inner: Json = body
    for step in filter(None, path.owner(place).split(".")):
        name, at = _step(step)
        inner = inner.get(name) if isinstance(inner, dict) else None
        if at is not None:
            inner = inner[at] if isinstance(inner, list) and at < len(inner) else None
    return inner if isinstance(inner, dict) else None


def closed_up(body: Body, path: str = "") -> dict[str, str]:
    """Take empty entries out of lists. Gives the old path of each entry that moved, with its new one."""
    moved: dict[str, str] = {}
    for name, value in list(body.items()):
        inner = f"{path}.{name}" if path else name
        if isinstance(value, dict):
            moved.update(closed_up(value, inner))
        elif isinstance(value, list):
            full = [(at, one) for at, one in enumerate(value) if isinstance(one, dict) and one]
            body[name] = [one for _at, one in full]
            moved.update(_moved(full, inner))
    return moved


def _moved(full: list[tuple[int, Body]], path: str) -> dict[str, str]:
    moved: dict[str, str] = {}
    for new, (old, one) in enumerate(full):
        moved.update(closed_up(one, f"{path}[{old}]"))
        if new != old:
            moved[f"{path}[{old}]"] = f"{path}[{new}]"
    return moved


def moved_path(path: str, moved: dict[str, str]) -> str:
    """Where a path leads after `closed_up`."""
    ends = [end for end in range(len(path), 0, -1) if path[:end] in moved]
    for end in ends:
        path = moved[path[:end]] + path[end:]
    return path


def with_ids(body: Body, of: str, key: str, ids: SourceIds) -> Body:
    """The body with an id for it and every nested object, the same on each run.

    An organisation is known by its own id or its name, in whichever row it stands; all else by its place.
    """
    name, theirs = body.get("name"), body.get("id")
    if of == "organization" and isinstance(name, str):
        key = f"name:{name.lower()}"
    nested = {
        field.name: _nested(body[field.name], field.of, f"{key}:{field.name}", ids)
        for field in HSDS[of].fields
        if field.is_nested and field.name in body
    }
    own = theirs if isinstance(theirs, str) and theirs else key
    return {**body, **nested, "id": ids.of(of, own)}


def _nested(value: Json, of: str, key: str, ids: SourceIds) -> Json:
    if isinstance(value, list):
        return [_nested(one, of, f"{key}[{at}]", ids) for at, one in enumerate(value)]
    return with_ids(value, of, key, ids) if isinstance(value, dict) else value


def _made(owner: Body, step: str) -> Body:
    name, at = _step(step)
    if at is None:
        inner = owner.setdefault(name, {})
        return inner if isinstance(inner, dict) else {}
    entries = owner.setdefault(name, [])
    if not isinstance(entries, list):
        return {}
    entries.extend({} for _missing in range(at + 1 - len(entries)))
    entry = entries[at]
    return entry if isinstance(entry, dict) else {}


def _step(step: str) -> tuple[str, int | None]:
    found = STEP.fullmatch(step)
    if found is None:
        return step, None
    return found[1], int(found[2]) if found[2] else None
