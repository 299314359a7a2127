"""Which fields of a record are others than before."""

from collections.abc import Iterable

from kith.directory.records import Json


def changed_fields(old: Json, new: Json, path: str = "") -> list[str]:
    """The fields' names, in the record's order: `description`, `phones.number`. A list is one field."""
    if isinstance(old, dict) and isinstance(new, dict):
        names = dict.fromkeys((*new, *old))
        return _once(one for name in names for one in _of(old, new, name, path))
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return _once(one for pair in zip(old, new, strict=True) for one in changed_fields(*pair, path))
    return [path] if old != new else []


def _of(old: dict[str, Json], new: dict[str, Json], name: str, path: str) -> list[str]:
    inner = f"{path}.{name}" if path else name
    if name in old and name in new:
        return changed_fields(old[name], new[name], inner)
    return [inner]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
