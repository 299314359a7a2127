"""Writes .importlinter from the list of floors: `python -m tests.architecture.contracts [--check]`."""

import sys
from collections.abc import Iterable

from tests.architecture.house import BASE, DOORS, FLOORS, ROOMS

FILE = BASE / ".importlinter"
HEAD = """\
# Written by `make docs` from tests/architecture/house.py; a test fails when it is stale. Do not edit.
[importlinter]
root_package = kith
exclude_type_checking_imports = False
"""
INSIDE = (
    "(listeners)",
    "(actions) | (queries)",
    "(policies)",
    "(lifecycle)",
    "(models)",
    "(events)",
    "(terms) | (errors)",
)
# In core the events are rows: `events` stands on `models` there, not under it.
INSIDE_CORE = ("(listeners)", "(actions) | (queries)", "(policies)", "(events)", "(models)", "(errors)")


def contracts() -> str:
    """The whole file."""
    rooms_above = [room for room in ROOMS if room != "core"]
    parts = [
        HEAD,
        contract(
            "house",
            "A floor uses only the floors below it",
            "layers",
            {"containers": ["kith"], "layers": [" | ".join(floor) for floor in FLOORS]},
            exhaustive="True",
            exhaustive_ignores="\n    config",
        ),
        contract(
            "inside-rooms",
            "Inside a room: listeners, actions and queries, policies, lifecycle, models, events, words",
            "layers",
            {"containers": [f"kith.{room}" for room in rooms_above], "layers": INSIDE},
        ),
        contract(
            "inside-core",
            "Inside core: listeners, actions and queries, policies, events, models, errors",
            "layers",
            {"containers": ["kith.core"], "layers": INSIDE_CORE},
        ),
        contract(
            "doors",
            "A door calls actions and queries; it never touches rows, policies or lifecycles",
            "forbidden",
            {
                "source_modules": [f"kith.{door}" for door in DOORS],
                "forbidden_modules": ["kith.*.models", "kith.*.policies", "kith.*.lifecycle"],
            },
            allow_indirect_imports="True",
        ),
        *(
            contract(
                f"rows-of-{room}",
                f"Only {room} touches the rows of {room}",
                "protected",
                {"protected_modules": [f"kith.{room}.models"], "allowed_importers": [f"kith.{room}"]},
            )
            for room in ROOMS
        ),
    ]
    return "\n".join(parts)


def contract(key: str, name: str, kind: str, lists: dict[str, Iterable[str]], **single: str) -> str:
    """One section of the file."""
    lines = [f"[importlinter:contract:{key}]", f"name = {name}", f"type = {kind}"]
    for field, values in lists.items():
        lines += [f"{field} =", *(f"    {value}" for value in values)]
    lines += [
        f"{field} = {value}" if value[0] != "\n" else f"{field} ={value}" for field, value in single.items()
    ]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        if FILE.read_text("utf-8") == contracts():
            return 0
        print(".importlinter is stale: run `make docs` and commit it.")
        return 1
    FILE.write_text(contracts(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
