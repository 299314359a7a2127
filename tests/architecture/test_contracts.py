"""Net 1: the import contracts stand, follow from the list of floors, and break on planted imports."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.architecture.contracts import FILE, contracts
from tests.architecture.house import BASE, FLOORS

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


@pytest.fixture(scope="module")
def small_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every room with empty files, under the real contracts."""
    top = tmp_path_factory.mktemp("house")
    for room in EVERY_ROOM:
        folder = top / "kith" / room
        folder.mkdir(parents=True)
        for name in ["__init__", *INSIDES]:
            (folder / f"{name}.py").touch()
    (top / "kith" / "__init__.py").touch()
    (top / ".importlinter").write_text(contracts(), "utf-8")
    return top


def test_the_file_follows_from_the_list_of_floors() -> None:
    assert FILE.read_text("utf-8") == contracts()


def test_the_floors_hold_every_room_there_is() -> None:
    folders = {path.parent.name for path in (BASE / "kith").glob("*/__init__.py")}

    assert folders - {"config"} == set(EVERY_ROOM)
    assert set(settings.ROOMS) == set(EVERY_ROOM)


def test_the_program_keeps_the_contracts() -> None:
    done = lint_imports(BASE)

    assert done.returncode == 0, done.stdout


def test_an_empty_house_keeps_the_contracts(small_house: Path) -> None:
    done = lint_imports(small_house)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "path, line",
    [
        ("people/actions.py", "import kith.care.queries"),
        ("people/actions.py", "import kith.partnerships.queries"),
        ("core/errors.py", "import kith.post.terms"),
        ("care/actions.py", "import kith.web"),
        ("exchange/terms.py", "import kith.web"),
        ("care/policies.py", "import kith.care.actions"),
        ("care/actions.py", "import kith.care.listeners"),
        ("care/models.py", "import kith.care.policies"),
        ("care/events.py", "import kith.care.models"),
        ("web/terms.py", "import kith.care.models"),
        ("web/terms.py", "import kith.care.policies"),
        ("cli/terms.py", "import kith.care.lifecycle"),
        ("exchange/terms.py", "from kith.directory import models"),
        ("care/actions.py", "import kith.people.models"),
        ("care/actions.py", "def hidden():\n    import kith.people.models"),
        ("stray.py", ""),
    ],
)
def test_a_planted_import_is_found(small_house: Path, path: str, line: str) -> None:
    file = small_house / "kith" / path
    file.write_text(line, "utf-8")

    try:
        done = lint_imports(small_house)
    finally:
        file.write_text("", "utf-8") if path != "stray.py" else file.unlink()

    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
