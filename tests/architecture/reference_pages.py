"""Writes the reference pages from the program itself: `python -m tests.architecture.reference_pages`."""

import ast
import os
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import django

from tests import environment  # noqa: F401 (settings first)
from tests.architecture.house import BASE, ROOMS, in_room_folders, program
from tests.architecture.signatures import public_functions

FOLDER = BASE / "docs" / "reference"
WRITTEN = "<!-- Written by `make docs`. Do not edit: change the docstrings and run it again. -->"
# What the framework's own options are called: every command has them.
FRAMEWORK_OPTIONS = {
    "help",
    "version",
    "verbosity",
    "settings",
    "pythonpath",
    "traceback",
    "no_color",
    "force_color",
    "skip_checks",
}


def actions_and_queries() -> str:
    """Everything that can happen and everything that can be seen, room by room."""
    lines = [
        "# Actions and queries",
        "",
        "Everything that can happen (actions) and everything that can be seen (queries). Each asks first who is",
        "looking; the file has the same name. A door can do nothing else.",
    ]
    for room in reversed(ROOMS):
        for folder, title in [("actions", "can happen"), ("queries", "can be seen")]:
            rows = list(_functions(room, folder))
            if rows:
                lines += ["", f"## {room}: what {title}", "", "| name | what it does |", "|---|---|", *rows]
    return _page(lines)


def _functions(room: str, folder: str) -> Iterator[str]:
    for one in in_room_folders(program(), folder):
        if one.room == room:
            for function in public_functions(one.tree):
                yield f"| `{function.name}` | {_cell(_first_sentence(ast.get_docstring(function)))} |"


def code_lists() -> str:
    """Every closed list of codes."""
    lines = ["# Code lists", "", "Closed lists, each with the codes as they are kept and sent."]
    for room in reversed(ROOMS):
        lists = sorted(_classes(room, StrEnum), key=lambda kind: (kind.__name__, kind.__module__))
        if lists:
            lines += ["", f"## {room}"]
        for kind in lists:
            codes = ", ".join(f"`{member}`" for member in kind)
            lines += [
                "",
                f"**{kind.__name__}** (`{_file_of(kind)}`): {_first_sentence(kind.__doc__)}",
                "",
                codes,
            ]
    return _page(lines)


def _file_of(kind: type) -> str:
    """`policies/service` of a list in kith.directory.policies.service."""
    return "/".join(kind.__module__.split(".")[2:])


def errors() -> str:
    """Every error that Kith raises on purpose."""
    from django.utils.translation import override

    from kith.core.errors import KithError

    lines = [
        "# Errors",
        "",
        "Every error that Kith raises on purpose: its stable code, the HTTP status, and the sentence a person reads.",
        "",
        "| code | status | sentence | when |",
        "|---|---|---|---|",
    ]
    with override("en"):
        found = {kind for room in ROOMS for kind in _classes(room, KithError)}
        lines += [
            f"| `{kind.code}` | {kind.status} | {_cell(str(kind.sentence))} | {_cell(_first_sentence(kind.__doc__))} |"
            for kind in sorted(found, key=lambda kind: kind.code)
        ]
    return _page(lines)


def events() -> str:
    """Every kind of event."""
    from kith.core.events import DomainEvent

    lines = [
        "# Events",
        "",
        "What the trail can hold. Beside who, when, subject, organisation and person, an event holds only ids, codes,",
        "counts, dates and digests.",
        "",
        "| kind | what happened | own fields |",
        "|---|---|---|",
    ]
    shared = set(DomainEvent.__dataclass_fields__)
    found = {kind for room in ROOMS for kind in _classes(room, DomainEvent)} - {DomainEvent}
    for event in sorted(found, key=lambda event: event.kind):
        own = ", ".join(f"`{name}`" for name in event.__dataclass_fields__ if name not in shared)
        lines.append(f"| `{event.kind}` | {_cell(_first_sentence(event.__doc__))} | {own} |")
    return _page(lines)


def commands() -> str:
    """Every command of `kith`."""
    lines = [
        "# Commands",
        "",
        "`kith` is the same as `python manage.py`; after `make install` it is `.venv/bin/kith`. The framework's own",
        "commands (`kith help`) are there too.",
    ]
    for name in command_names():
        command = import_module(f"kith.cli.management.commands.{name}").Command()
        parser = command.create_parser("kith", name)
        lines += ["", f"## kith {name}", "", _sentence(command.help), *_options(parser)]
    return _page(lines)


def command_names() -> list[str]:
    """The names of our own commands."""
    folder = BASE / "kith" / "cli" / "management" / "commands"
    return sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("_"))


def _options(parser: ArgumentParser) -> list[str]:
    rows = list(_rows(parser, ""))
    return ["", "| option | what it does |", "|---|---|", *rows] if rows else []


def _rows(parser: ArgumentParser, prefix: str) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, inner in action.choices.items():
                yield f"| `{prefix}{name}` | {_cell(helps.get(name, ''))} |"
                yield from _rows(inner, f"{prefix}{name} ")
        elif action.dest not in FRAMEWORK_OPTIONS:
            name = " ".join(action.option_strings) or action.metavar or action.dest.upper()
            yield f"| `{prefix}{name}` | {_cell(action.help or '')} |"


def _classes(room: str, base: type) -> set[type]:
    """The classes of this kind that any file of the room defines."""
    found: set[type] = set()
    for one in program():
        if (
            one.room == room
            and one.name != "__init__"
            and any(isinstance(node, ast.ClassDef) for node in one.tree.body)
        ):
            module = import_module(".".join(one.parts))
            own = (value for value in vars(module).values() if isinstance(value, type))
            found |= {
                value for value in own if issubclass(value, base) and value.__module__ == module.__name__
            }
    return found


def _first_sentence(text: str | None) -> str:
    return _sentence((text or "").split("\n\n")[0])


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _page(lines: Iterable[str]) -> str:
    return "\n".join([WRITTEN, "", *lines]) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "actions-and-queries.md": actions_and_queries,
    "code-lists.md": code_lists,
    "commands.md": commands,
    "errors.md": errors,
    "events.md": events,
}


def write(folder: Path) -> None:
    """Write every page, once all of them could be made."""
    texts = {name: page() for name, page in PAGES.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    django.setup()
    write(FOLDER)
    sys.exit(0)
