"""The docs say everything there is: settings, commands, actions, queries, codes, errors, events; and no dead link."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import BASE, program
from tests.architecture.reference_pages import FOLDER, PAGES, command_names

ENVIRONMENT = re.compile(r"""(?:environ(?:\.get\(|\[)|getenv\()\s*["']([A-Z][A-Z0-9_]+)["']""")
NAMED = re.compile(r"^\| `([A-Z][A-Z0-9_]+)`", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
PICTURE = re.compile(r"!\[([^\]]*)\]")
# Set for a command by its own programs, never by a person.
NOT_A_SETTING = {"DJANGO_SETTINGS_MODULE"}


def settings_read() -> set[str]:
    """Every environment variable that the program reads."""
    found = {name for one in program() for name in ENVIRONMENT.findall(one.text)}
    return (found | {"DATABASE_URL"}) - NOT_A_SETTING


def pages() -> list[Path]:
    tops = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
    rooms = sorted((BASE / "kith").glob("*/README.md"))
    return [*(BASE / name for name in tops), *sorted((BASE / "docs").rglob("*.md")), *rooms]


def dead_links(page: Path, text: str) -> Iterator[str]:
    for target in LINK.findall(text):
        if not (page.parent / target).exists():
            yield f"{page.relative_to(BASE)}: {target}"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_written_pages_are_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == PAGES[name](), (
        f"docs/reference/{name} is stale: run `make docs`"
    )


@pytest.mark.parametrize("name", sorted(PAGES))
def test_writing_a_page_twice_gives_the_same_bytes(name: str) -> None:
    assert PAGES[name]() == PAGES[name]()


def test_every_setting_is_explained_and_none_is_made_up() -> None:
    explained = NAMED.findall((FOLDER / "settings.md").read_text("utf-8"))

    assert sorted(explained) == sorted(settings_read())


def test_every_command_is_in_the_reference() -> None:
    text = (FOLDER / "commands.md").read_text("utf-8")

    assert not [name for name in command_names() if f"## kith {name}\n" not in text]


def test_no_page_links_to_what_is_not_there() -> None:
    assert not [link for page in pages() for link in dead_links(page, page.read_text("utf-8"))]


def test_a_planted_dead_link_is_found() -> None:
    assert list(dead_links(BASE / "README.md", "see [this](docs/nowhere.md) and [that](LICENSE)")) == [
        "README.md: docs/nowhere.md"
    ]


def test_every_picture_says_in_words_what_it_shows() -> None:
    assert not [page.name for page in pages() if "" in PICTURE.findall(page.read_text("utf-8"))]


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = BASE / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text("utf-8"))

    assert listed == sorted(path.name for path in folder.glob("0*.md"))
