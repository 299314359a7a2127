"""`kith validate_hsds`: what it prints and writes, and its exit code."""

import json
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kith.core import clock
from tests.exchange.hsds.validating.feed import BASE, Feed
from tests.exchange.hsds.validating.sound import a_service, put
from tests.factories.fake_feed import Answer, as_json, fake_feed

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def typed(*arguments: object) -> tuple[int, str]:
    """The exit code, and what was printed."""
    out = StringIO()
    try:
        with clock.at(NOON):
            call_command("validate_hsds", *map(str, arguments), stdout=out)
    except CommandError as error:
        return error.returncode, out.getvalue() + str(error)
    return 0, out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(**changes: object) -> Path:
        body = a_service()
        for name, value in changes.items():
            put(body, f"/{name}", value)
        path = tmp_path / "services.json"
        path.write_text(json.dumps(body), "utf-8")
        return path

    return write


def test_a_sound_file_ends_with_0_and_says_so(file: Callable[..., Path]) -> None:
    code, printed = typed(file())

    assert code == 0
    assert printed == f"1 record of {file()} was checked. Faults: 0. Warnings: 0. Notes: 0.\n"


def test_a_fault_ends_with_1_and_says_where_what_and_how_to_mend_it(file: Callable[..., Path]) -> None:
    code, printed = typed(file(status="Active", minimum_age=200, fees="2 pounds"))

    assert code == 1
    assert printed.splitlines()[:6] == [
        "Fault: age-range (1)",
        "  /minimum_age: Nobody is 200 years old.",
        "    → Write years between 0 and 130, or leave the field out where all ages are welcome.",
        "",
        "Fault: ages-crossed (1)",
        "  /minimum_age: The lowest age, 200, is above the highest, 99.",
    ]
    assert "  /status: “Active” is not one of the words of the standard.\n    → Write “active”.\n" in printed
    assert printed.endswith("Faults: 3. Warnings: 0. Notes: 1.")


def test_many_of_a_kind_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "services.ndjson"
    path.write_text('{"name": "Talks", "status": "active"}\n' * 9, "utf-8")

    _code, printed = typed(path, "--show", 2)

    assert "Fault: missing-field (18)" in printed
    assert "  line 1, /id: “id” is missing.\n    → Add it: the standard needs it here.\n" in printed
    assert "  … and 16 more.\n" in printed
    assert "Fault: missing-field (18)\n  … and 18 more.\n" in typed(path, "--show", -1)[1]


def test_warnings_count_only_when_it_is_strict(file: Callable[..., Path]) -> None:
    path = file(fees_description="")

    assert typed(path)[0] == 0
    assert typed(path, "--strict")[0] == 1


def test_fields_can_be_allowed_and_the_object_named(file: Callable[..., Path]) -> None:
    path = file(shoe_size=9, hat="no")

    assert typed(path)[0] == 1
    assert typed(path, "--allow-field", "shoe_size", "--allow-field", "hat", "--object", "service")[0] == 0


def test_the_report_for_machines_holds_all_of_it(file: Callable[..., Path], tmp_path: Path) -> None:
    report = tmp_path / "report.json"

    typed(file(status="Active"), "--json", report)

    written = json.loads(report.read_text("utf-8"))
    assert (written["records"], written["faults"], written["warnings"], written["notes"]) == (1, 1, 0, 0)
    assert written["kinds"] == [{"severity": "fault", "kind": "unknown-word", "count": 1}]
    assert written["findings"] == [
        {
            "severity": "fault",
            "kind": "unknown-word",
            "part": "",
            "line": None,
            "pointer": "/status",
            "what": "“Active” is not one of the words of the standard.",
            "mend": "Write “active”.",
        }
    ]


@pytest.mark.parametrize("name", ["nothing.json", "empty.json", "page.html", "folder"])
def test_what_cannot_be_read_ends_with_2_and_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.json").touch()
    (tmp_path / "page.html").write_text("<html>", "utf-8")
    (tmp_path / "folder").mkdir()

    code, printed = typed(tmp_path / name)

    assert code == 2
    assert printed.endswith(".")


def test_a_report_that_cannot_be_written_ends_with_2(file: Callable[..., Path], tmp_path: Path) -> None:
    assert typed(file(), "--json", tmp_path / "no" / "report.json")[0] == 2


def test_signs_that_a_terminal_would_obey_are_not_printed(file: Callable[..., Path]) -> None:
    _code, printed = typed(file(**{"\x1b[2Jname": 1, "status": "\x1b]0;x\x07\u202eactive"}))

    assert printed.replace("\n", "").isprintable()


def test_a_file_is_checked_without_a_network(
    file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_network(*_args: object) -> None:
        raise AssertionError("The check of a file asked the network.")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(socket, "getaddrinfo", no_network)

    assert typed(file())[0] == 0


def served(feed: Feed) -> Callable[[str, dict[str, str]], Answer]:
    """The played feed behind a real server on this machine."""

    def play(path: str, query: dict[str, str]) -> Answer:
        asked = path.removeprefix("/api") + (f"?page={query['page']}" if "page" in query else "")
        return as_json(feed.ask(BASE + asked))

    return play


def test_a_feed_on_this_machine_is_checked_only_when_that_is_allowed() -> None:
    feed = Feed(2)

    with fake_feed(served(feed)) as server:
        refused = typed(f"{server.base}/api")
        checked = typed(f"{server.base}/api/", "--allow-local")

    assert refused[0] == 2
    assert "inside address" in refused[1]
    assert checked == (0, checked[1])
    assert "Faults: 0. Warnings: 0. Notes: 0." in checked[1]


def test_a_fault_of_a_feed_is_told_with_what_was_asked() -> None:
    feed = Feed(2)
    feed.lists["services"][1]["status"] = "open"

    with fake_feed(served(feed)) as server:
        code, printed = typed(f"{server.base}/api", "--allow-local")

    assert code == 1
    assert "  GET /services?page=1, /contents/1/status: “open” is not one of the words" in printed
    assert "  GET /services/00000000-0000-0000-0000-000000000002, /status: “open”" in printed


def test_a_server_that_is_not_there_ends_with_2() -> None:
    with fake_feed(lambda _path, _query: Answer(status=404)) as server:
        code, printed = typed(server.base, "--allow-local")

    assert code == 2
    assert "error 404" in printed
