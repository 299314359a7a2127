"""What must not be here at all: fields that could be taken (promise 7), scores of a person, words of a workplace."""

import re
import subprocess
from pathlib import Path

from django.apps import apps

from tests.architecture.house import BASE, DOORS, ROOMS

NEVER_A_FIELD = re.compile(
    r"immigra|nationalit|citizen|visa|asylum|refugee|passport|arriv(al|ed)|entry_route|country_of_(birth|origin)"
    r"|risk_score|score|religion|ethnic"
)
# Written in pieces, so that this file does not hold them.
WORKPLACE = re.compile(
    "|".join(
        [
            "farm-" + "studio",
            "farm-" + "bench",
            "sub" + "agent",
            r"(?<![a-z])\." + "library",
            "/wor" + "k/",
            "before-" + "stop",
            "/tmp/" + "kith",
        ]
    ),
    re.IGNORECASE,
)


def committed() -> list[Path]:
    """The files of the repository; all text files where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=BASE, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [BASE / name for name in listed.stdout.split("\0") if name and (BASE / name).is_file()]
    kept = [BASE / name for name in ("kith", "tests", "docs", "demo", "requirements")]
    return [path for top in kept for path in top.rglob("*") if path.is_file()]


def workplace_words(text: str) -> list[str]:
    return WORKPLACE.findall(text)


def field_names() -> list[str]:
    return [
        f"{model._meta.label}.{field.name}"
        for room in (*ROOMS, *DOORS)
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.get_fields()
    ]


def test_no_field_could_hold_status_origin_route_or_a_score_of_a_person() -> None:
    assert not [name for name in field_names() if NEVER_A_FIELD.search(name.split(".")[2])]


def test_planted_fields_are_found() -> None:
    assert all(map(NEVER_A_FIELD.search, ["immigration_status", "nationality", "arrival_on", "risk_score"]))


def test_no_committed_file_speaks_of_a_workplace() -> None:
    found = {
        path.relative_to(BASE).as_posix(): words
        for path in committed()
        if (words := workplace_words(path.read_bytes().decode("utf-8", "ignore")))
    }

    assert not found


def test_planted_workplace_words_are_found() -> None:
    assert workplace_words("see /wor" + "k/main") == ["/wor" + "k/"]
    assert workplace_words("a Sub" + "Agent wrote this")
