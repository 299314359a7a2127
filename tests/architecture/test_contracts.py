"""Net 1: the import contracts stand, follow from the list of floors, and break on planted imports."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.contracts import FILE, contracts
from tests.architecture.house import BASE, ENGINES, FLOORS

EVERY_ROOM = [room for floor in FLOORS for room in floor]
INSIDES = ["actions", "queries", "policies", "lifecycle", "models", "listeners", "events", "terms", "errors"]


def lint_imports(folder: Path) -> "subprocess.CompletedProcess[str]":
    code = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {code}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


PLANTED = [
    ("kith.people.actions", "kith.care.queries"),
    ("kith.people.queries", "kith.partnerships.queries"),
    ("kith.core.errors", "kith.post.terms"),
    ("kith.care.actions", "kith.web.terms"),
    ("kith.exchange.terms", "kith.cli.terms"),
    ("kith.care.policies", "kith.care.actions"),
    ("kith.disclosure.actions", "kith.disclosure.listeners"),
    ("kith.disclosure.queries", "kith.disclosure.actions"),
    ("kith.consent.models", "kith.consent.policies"),
    ("kith.post.events", "kith.post.models"),
    ("kith.core.models", "kith.core.actions"),
    ("kith.web.terms", "kith.care.models"),
    ("kith.web.errors", "kith.care.policies"),
    ("kith.cli.terms", "kith.care.lifecycle"),
    ("kith.exchange.errors", "kith.directory.models"),
    ("kith.care.queries", "kith.people.models"),
]


def small_house(top: Path, planted: Iterable[tuple[str, str]]) -> Path:
    """Every room with empty files but for the planted imports, under the real contracts."""
    for name in ["", *(f"{room}." for room in EVERY_ROOM)]:
        for file in ["__init__", *(INSIDES if name else [])]:
            path = top / "kith" / name.removesuffix(".") / f"{file}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    for importer, imported in planted:
        (top / Path(*importer.split("."))).with_suffix(".py").write_text(
            f"def late():\n    import {imported}\n", "utf-8"
        )
    (top / ".importlinter").write_text(contracts(), "utf-8")
    return top


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What lint-imports says of a house with every planted import, each hidden in a function."""
    top = small_house(tmp_path_factory.mktemp("planted"), PLANTED)
    (top / "kith" / "stray.py").touch()
    return lint_imports(top).stdout


def test_the_file_follows_from_the_list_of_floors() -> None:
    assert FILE.read_text("utf-8") == contracts()


def test_the_floors_hold_every_room_there_is() -> None:
    folders = {path.parent.name for path in (BASE / "kith").glob("*/__init__.py")}

    assert folders - {"config"} == set(EVERY_ROOM)
    assert set(settings.ROOMS) == set(EVERY_ROOM) - set(ENGINES)


def test_the_program_keeps_the_contracts() -> None:
    done = lint_imports(BASE)

    assert done.returncode == 0, done.stdout


def test_an_empty_house_keeps_the_contracts(tmp_path: Path) -> None:
    done = lint_imports(small_house(tmp_path, []))

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("importer, imported", PLANTED)
def test_a_planted_import_is_found(findings: str, importer: str, imported: str) -> None:
    assert f" {importer} -> {imported} (l.2)" in findings


def test_every_kind_of_contract_broke(findings: str) -> None:
    kept = re.findall(r"(.+) KEPT", findings)

    assert not [name for name in kept if "touches the rows" not in name]
    assert "Only people touches the rows of people BROKEN" in findings


def test_a_room_that_nobody_placed_is_found(findings: str) -> None:
    assert "- kith.stray" in findings
