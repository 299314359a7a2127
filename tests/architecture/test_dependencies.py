"""Dependencies: each has a reason, each import has a dependency, and what runs is pinned with hashes."""

import ast
import re
import sys
from functools import cache
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.house import BASE, Source, program, source

LINE = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?[^#]*(#\s*\S.*)?$")
# Made for running the program, not imported by it: the framework or the command line calls them.
OURS = {"kith"}


def asked_for(name: str) -> dict[str, str | None]:
    """Each requirement of requirements/`name`.in, with its reason."""
    lines = (BASE / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
    found = [LINE.match(line) for line in lines if line and not line.startswith(("#", "-r"))]
    return {plain(match[1]): match[2] for match in found if match}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(name: str) -> dict[str, str]:
    text = (BASE / "requirements" / f"{name}.txt").read_text("utf-8")
    return {
        plain(package): version
        for package, version in re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", text, re.MULTILINE)
    }


def foreign_imports(one: Source) -> set[str]:
    tops = {
        name.split(".")[0]
        for node in ast.walk(one.tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        )
    }
    return {top for top in tops if top and top not in sys.stdlib_module_names and top not in OURS}


@cache
def distributions_here() -> dict[str, list[str]]:
    """Which distribution brings which module: slow to find out, and the same for every file."""
    return dict(packages_distributions())


def undeclared(one: Source) -> set[str]:
    distributions = distributions_here()
    declared = asked_for("run")
    return {
        top
        for top in foreign_imports(one)
        if not {plain(d) for d in distributions.get(top, [])} & set(declared)
    }


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_dependency_says_why_it_is_here(name: str) -> None:
    assert not [package for package, reason in asked_for(name).items() if not reason]


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_dependency_is_pinned_with_a_hash(name: str) -> None:
    text = (BASE / "requirements" / f"{name}.txt").read_text("utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text.strip())

    assert set(asked_for(name)) <= set(pinned(name))
    assert not [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block]


def test_running_and_working_use_the_same_versions() -> None:
    assert pinned("run").items() <= pinned("dev").items()


def test_the_program_imports_only_what_it_asked_for() -> None:
    assert not {one.path: names for one in program() if (names := undeclared(one))}


def test_a_planted_undeclared_import_is_found() -> None:
    assert undeclared(source("kith/care/a.py", "import sqlparse\nfrom pytest import fixture")) == {
        "sqlparse",
        "pytest",
    }
