"""The shape of a file: its length, what it imports where, its words, and its foreign keys."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.house import DOORS, ROOMS, Fault, Source, height

LONGEST = 200
KEYS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
BARE_IGNORE = re.compile(r"#\s*type:\s*ignore(?!\[)")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "tools"}
# Never imported from another room: its rows, its steps, and its modules that read rows without a policy.
INSIDES = {"models", "lifecycle", "storage"}
# Rooms that keep user ids without a key, so that nobody's leaving touches them.
WITHOUT_USER_KEYS = {"core", "directory"}


def too_long(one: Source) -> list[Fault]:
    lines = one.text.count("\n")
    return [Fault(one.path, lines, f"{lines} lines; its name is too wide")] if lines > LONGEST else []


def says_nothing(one: Source) -> list[Fault]:
    return [Fault(one.path, 1, "a name that says nothing")] if EMPTY_NAMES.intersection(one.parts) else []


def hidden_imports(one: Source) -> list[Fault]:
    """Imports of Kith inside a function or a type-checking block: how a cycle is dodged."""
    return [
        Fault(one.path, node.lineno, f"hides its import of {imported}")
        for block in ast.walk(one.tree)
        if isinstance(block, (ast.FunctionDef, ast.If))
        for node in ast.walk(block)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for imported in imported_modules(node)
        if imported.split(".")[0] == "kith"
    ]


def imported_modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    """`kith.care.models` of every way to import it or from it."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def foreign_insides(one: Source) -> list[Fault]:
    """Imports of another room's models, lifecycle or policies. A policy may build on another room's policy."""
    return [
        Fault(one.path, node.lineno, f"imports {imported}, the inside of another room")
        for node in ast.walk(one.tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for imported in imported_modules(node)
        if _is_inside_of_another(one, imported.split("."))
    ]


def _is_inside_of_another(one: Source, steps: list[str]) -> bool:
    if len(steps) < 3 or steps[0] != "kith" or steps[1] == one.room or steps[1] not in ROOMS:
        return False
    if steps[2] == "policies":
        return one.place != "policies"
    return steps[2] in INSIDES


def loose_types(one: Source) -> list[Fault]:
    """A bare ignore, Any, or cast."""
    bare = [at for at, line in enumerate(one.text.splitlines(), start=1) if BARE_IGNORE.search(line)]
    imports = [
        node for node in ast.walk(one.tree) if isinstance(node, ast.ImportFrom) and node.module == "typing"
    ]
    return [
        *(Fault(one.path, at, "ignores a type without a code") for at in bare),
        *(
            Fault(one.path, node.lineno, f"uses {alias.name}")
            for node in imports
            for alias in node.names
            if alias.name in {"Any", "cast"}
        ),
    ]


def signals(one: Source) -> list[Fault]:
    """Hidden calls: Kith records events instead."""
    return [
        Fault(one.path, node.lineno, "uses signals")
        for node in ast.walk(one.tree)
        if isinstance(node, ast.ImportFrom) and re.match(r"django\..*(dispatch|signals)", node.module or "")
    ]


def loose_keys(one: Source) -> list[Fault]:
    """Foreign keys without related_name="+", not written as "room.Model", or leading upwards."""
    return [
        Fault(one.path, call.lineno, f"a {_key_kind(call)} {sentence}")
        for call in ast.walk(one.tree)
        if isinstance(call, ast.Call) and _key_kind(call) in KEYS
        for sentence in _wrong_key(one, call)
    ]


def _key_kind(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _wrong_key(one: Source, call: ast.Call) -> Iterator[str]:
    names = {
        word.arg: word.value.value
        for word in call.keywords
        if word.arg and isinstance(word.value, ast.Constant)
    }
    if names.get("related_name") != "+":
        yield 'has no related_name="+"'
    target = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else names.get("to")
    if not isinstance(target, str):
        yield "does not name its target as text"
    elif target != "self":
        yield from _wrong_target(one.room, target.split(".")[0])


def _wrong_target(room: str, target: str) -> Iterator[str]:
    if target == room:
        return
    if target not in ROOMS or room in DOORS or height(target) >= height(room):
        yield f"leads to {target}, which does not lie below {room}"
    elif target == "accounts" and room in WITHOUT_USER_KEYS:
        yield "leads to a user"
