"""Net 2, first half: a read starts in `policies/`."""

import ast
from collections.abc import Iterator

from tests.architecture.house import Fault, Source

# Storage modules: they keep rows for every room and hold no policy, each (or each folder) with the reason why.
STORAGE: dict[str, str] = {
    "kith/web/accounts/sessions.py": "the framework's own table of sessions, by the digest of a cookie",
    "kith/core/events.py": "writes the event row of whatever action runs",
    "kith/core/locks.py": "takes one named lock in the database; reads no row",
    "kith/core/written_once.py": "asks what a policy gave again with other ids; adds no row to it",
    "kith/core/storage/": "backup, restore and health: whole databases, for the system only",
    "kith/core/worker.py": "closes its connection between tasks; reads no row",
    "kith/core/tasks.py": "delivers an event that is already known by its id",
}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
WRITES = {"create", "bulk_create", "get_or_create", "update_or_create"}
RAW_CALLS = {"raw", "extra", "cursor", "get_model"}
RAW_NAMES = {"RawSQL", "connection", "connections"}


def reads_outside_policies(one: Source) -> list[Fault]:
    """Every place in this file that starts a read of rows and may not."""
    if one.place == "policies" or one.path.startswith(tuple(STORAGE)):
        return []
    allowed = _writes(one.tree) if one.place == "actions" else set()
    return [
        Fault(one.path, node.lineno, f"{sentence} outside policies/")
        for node, sentence in _reads(one.tree)
        if id(node) not in allowed
    ]


def _writes(tree: ast.Module) -> set[int]:
    """The `.objects` of `Row.objects.create(…)`: an action may make rows."""
    return {
        id(node.func.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    }


def _reads(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.alias, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            yield node, f".{node.attr}"
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in RAW_CALLS
        ):
            yield node, f".{node.func.attr}()"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django"):
            yield from ((alias, alias.name) for alias in node.names if alias.name in RAW_NAMES)
