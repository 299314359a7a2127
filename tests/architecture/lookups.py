"""Net 2, second half: a lookup never follows a foreign key into another room."""

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from django.apps import apps
from django.db.models import ForeignObject, Model

from tests.architecture.house import ROOMS, Fault, Source

PATH = re.compile(r"-?[a-z][a-z0-9]*(_[a-z0-9]+)*(__[a-z0-9]+(_[a-z0-9]+)*)+")
STAYS = {"id", "pk", "in", "isnull", "exact"}
FOLLOWERS = {"select_related", "prefetch_related", "Prefetch"}
ROW_FOLDERS = {"actions", "queries", "policies", "lifecycle", "listeners", "models"}


Crossings = Mapping[str, frozenset[str]]


def crossings() -> dict[str, Crossings]:
    """For each room the foreign keys that lead into another room, each with the rows that have it."""
    return {room: _crossings_of(room) for room in ROOMS}


def _crossings_of(room: str) -> Crossings:
    out = [(name, row_name(model)) for model, name, target in keys_of(room) if target != room]
    return {name: frozenset(row for key, row in out if key == name) for name, _ in out}


def row_name(label: str) -> str:
    """`partner_contact` of partnerships.PartnerContact."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", label.split(".")[1]).lower()


def keys_of(room: str) -> Iterator[tuple[str, str, str]]:
    """The loaded foreign keys of a room: model, field and the room it leads to."""
    for model in apps.get_app_config(room).get_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignObject):
                yield model._meta.label, field.name, _room_of(field.related_model)


def _room_of(target: type[Model] | str) -> str:
    return target.split(".")[0] if isinstance(target, str) else target._meta.app_label


def crossing_lookups(one: Source, leads_out: Mapping[str, Crossings]) -> list[Fault]:
    """Every lookup, join or attribute of this file that follows a foreign key into another room."""
    keys = leads_out.get(one.room, {})
    return [
        *(
            Fault(one.path, line, f"the lookup {path} leads into another room")
            for line, path in _paths(one, keys)
        ),
        *(Fault(one.path, line, f"{what} joins another room") for line, what in _joins(one, keys)),
        *(Fault(one.path, line, f"{what} loads a row of another room") for line, what in _loads(one, keys)),
    ]


def _paths(one: Source, keys: Crossings) -> Iterator[tuple[int, str]]:
    for node in ast.walk(one.tree):
        if isinstance(node, ast.keyword) and node.arg and _leads_out(node.arg, keys):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Constant) and _is_path(node.value) and _leads_out(str(node.value), keys):
            yield node.lineno, str(node.value)


def _is_path(text: object) -> bool:
    return isinstance(text, str) and PATH.fullmatch(text) is not None


def _leads_out(path: str, keys: Crossings) -> bool:
    steps = path.removeprefix("-").split("__")
    return any(step in keys and after not in STAYS for step, after in pairwise(steps))


def _joins(one: Source, keys: Crossings) -> Iterator[tuple[int, str]]:
    for call in (node for node in ast.walk(one.tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name not in FOLLOWERS:
            continue
        if not call.args:
            yield call.lineno, f"{name}() of everything"
        for path in (arg.value for arg in call.args if isinstance(arg, ast.Constant)):
            if keys.keys() & set(str(path).split("__")):
                yield call.lineno, f'{name}("{path}")'


def _loads(one: Source, keys: Crossings) -> Iterator[tuple[int, str]]:
    """`referral.person.alias`. What names do not show, tests/no_crossing_loads.py stops while tests run."""
    if one.place not in ROW_FOLDERS:
        return
    for node in ast.walk(one.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            rows = keys.get(node.attr, frozenset())
            if {node.value.id, node.value.id.split("_")[-1]} & (rows | {"self", "row"} if rows else rows):
                yield node.lineno, f"{node.value.id}.{node.attr}"
