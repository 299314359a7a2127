"""An engine computes: it imports arrays and the standard library, nothing of Kith and nothing of Django."""

import ast
import sys
from collections.abc import Iterator

from tests.architecture.house import ENGINES, Fault, Source, program, source

ALLOWED = frozenset({"numpy", "rapidfuzz"})


def strangers(one: Source) -> Iterator[Fault]:
    """Every import of an engine that it may not have."""
    for node in ast.walk(one.tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            top = name.split(".")[0]
            is_own = name == f"kith.{one.room}" or name.startswith(f"kith.{one.room}.")
            if not (is_own or top in ALLOWED or top in sys.stdlib_module_names):
                yield Fault(one.path, node.lineno, f"an engine may not import {name}")


def test_engines_import_nothing_of_the_house() -> None:
    faults = [fault for one in program() if one.room in ENGINES for fault in strangers(one)]

    assert faults == []


def test_planted_imports_are_found() -> None:
    planted = source(
        "kith/matching/a.py",
        "import numpy\nfrom kith.core import clock\nimport django.db\nfrom kith.matching.answers import Hit\n",
    )

    assert [fault.line for fault in strangers(planted)] == [2, 3]
