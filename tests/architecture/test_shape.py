"""The shape of the program's files, each rule with a planted violation."""

import subprocess
from collections.abc import Callable

import pytest
from django.apps import apps

from tests.architecture import shape
from tests.architecture.house import (
    BASE,
    DOORS,
    ROOMS,
    Fault,
    Source,
    height,
    in_room_folders,
    listing,
    program,
    source,
)
from tests.architecture.lookups import keys_of

Rule = Callable[[Source], list[Fault]]
RULES: list[Rule] = [
    shape.too_long,
    shape.says_nothing,
    shape.hidden_imports,
    shape.foreign_insides,
    shape.loose_types,
    shape.signals,
    shape.loose_keys,
]
# Who may hide an import, and why.
HIDDEN_IMPORTS: dict[str, str] = {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_rule(rule: Rule) -> None:
    faults = [
        fault
        for one in program()
        for fault in rule(one)
        if not (rule is shape.hidden_imports and one.path in HIDDEN_IMPORTS)
    ]

    assert not faults, listing(faults)


def test_every_hidden_import_is_still_needed() -> None:
    hiding = {one.path for one in program() if shape.hidden_imports(one)}

    assert not set(HIDDEN_IMPORTS) - hiding


PLANTED: list[tuple[Rule, str, str]] = [
    (shape.too_long, "kith/care/terms.py", "x = 1\n" * 201),
    (shape.says_nothing, "kith/care/utils.py", ""),
    (shape.says_nothing, "kith/care/helpers/names.py", ""),
    (shape.hidden_imports, "kith/care/actions/a.py", "def a():\n    from kith.people.queries import b"),
    (shape.hidden_imports, "kith/care/actions/a.py", "def a():\n    import kith.people.queries"),
    (
        shape.hidden_imports,
        "kith/care/actions/a.py",
        "if TYPE_CHECKING:\n    from kith.people.models import Person",
    ),
    (shape.foreign_insides, "kith/care/actions/a.py", "from kith.people.models import Person"),
    (shape.foreign_insides, "kith/care/actions/a.py", "from kith.people.policies.person import one_person"),
    (shape.foreign_insides, "kith/care/policies/a.py", "from kith.people.lifecycle import person"),
    (shape.foreign_insides, "kith/web/people/a.py", "from kith.people import models"),
    (shape.foreign_insides, "kith/cli/management/commands/a.py", "import kith.people.models"),
    (shape.foreign_insides, "kith/exchange/hsds/a.py", "from kith.directory.policies import service"),
    (
        shape.foreign_insides,
        "kith/cli/management/commands/a.py",
        "from kith.core.storage.whole import copy_out",
    ),
    (shape.foreign_insides, "kith/web/directory/a.py", "from kith.directory import models"),
    (shape.loose_types, "kith/care/a.py", "x = y  # type: " + "ignore"),
    (shape.loose_types, "kith/care/a.py", "from typing import Any"),
    (shape.loose_types, "kith/care/a.py", "from typing import TypeVar, cast"),
    (shape.signals, "kith/care/a.py", "from django.db.models.signals import post_save"),
    (shape.signals, "kith/care/a.py", "from django.dispatch import receiver"),
    (shape.loose_keys, "kith/care/models/a.py", "k = models.ForeignKey('people.Person', on_delete=P)"),
    (
        shape.loose_keys,
        "kith/care/models/a.py",
        "k = models.ForeignKey('people.Person', P, related_name='cares')",
    ),
    (shape.loose_keys, "kith/care/models/a.py", "k = models.ForeignKey(Person, P, related_name='+')"),
    (shape.loose_keys, "kith/people/models/a.py", "k = models.ForeignKey('care.Need', P, related_name='+')"),
    (
        shape.loose_keys,
        "kith/people/models/a.py",
        "k = ForeignKey(to='partnerships.Partner', related_name='+')",
    ),
    (
        shape.loose_keys,
        "kith/directory/models/a.py",
        "k = OneToOneField('accounts.User', P, related_name='+')",
    ),
    (
        shape.loose_keys,
        "kith/core/models/event.py",
        "k = models.ForeignKey('accounts.User', P, related_name='+')",
    ),
    (shape.loose_keys, "kith/care/models/a.py", "k = models.ManyToManyField('care.Need')"),
]


@pytest.mark.parametrize("rule, path, text", PLANTED)
def test_a_planted_violation_is_found(rule: Rule, path: str, text: str) -> None:
    assert rule(source(path, text))


@pytest.mark.parametrize(
    "rule, path, text",
    [
        (shape.too_long, "kith/care/terms.py", "x = 1\n" * 200),
        (
            shape.foreign_insides,
            "kith/people/policies/a.py",
            "from kith.consent.policies.standing import live",
        ),
        (
            shape.foreign_insides,
            "kith/care/actions/a.py",
            "from kith.people.queries.people_list import people_list",
        ),
        (shape.loose_types, "kith/care/a.py", "x = y  # type: ignore[attr-defined]"),
        (
            shape.loose_keys,
            "kith/care/models/a.py",
            "k = models.ForeignKey('people.Person', P, related_name='+')",
        ),
        (shape.loose_keys, "kith/care/models/a.py", "k = models.ForeignKey('self', P, related_name='+')"),
    ],
)
def test_what_is_allowed_passes(rule: Rule, path: str, text: str) -> None:
    assert not rule(source(path, text))


def test_keys_between_rooms_lead_down_in_the_loaded_models_too() -> None:
    upward = [
        f"{model}.{name} leads to {target}"
        for room in ROOMS
        for model, name, target in keys_of(room)
        if target != room and (target not in ROOMS or height(target) >= height(room))
    ]

    assert not upward


def test_doors_keep_no_rows() -> None:
    assert not [model for door in DOORS for model in apps.get_app_config(door).get_models()]


def test_every_room_says_what_it_is_for() -> None:
    folders = {one.room for one in in_room_folders(program(), "actions", "queries", "policies", "models")}

    assert not [room for room in sorted(folders) if not (BASE / "kith" / room / "README.md").exists()]


def test_nothing_is_kept_that_git_is_told_to_ignore() -> None:
    kept = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=BASE,
        capture_output=True,
        text=True,
        check=False,
    )

    assert not kept.stdout, kept.stdout
