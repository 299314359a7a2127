"""docs/reference/promises.md names every promise once, and only tests that exist and hold tests."""

import re

import pytest

from tests.architecture.house import BASE

PAGE = (BASE / "docs" / "reference" / "promises.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if re.match(r"\| \d+\. ", line)]
PATHS = sorted(set(re.findall(r"`(tests/[^`]+)`", PAGE)))
PROMISES = range(1, 27)
KEPT = PAGE.partition("## Kept in part")[0]


def number(row: str) -> int:
    return int(row.removeprefix("| ").partition(".")[0])


def test_every_promise_stands_on_the_page_once() -> None:
    assert sorted(map(number, ROWS)) == list(PROMISES)


@pytest.mark.parametrize("path", PATHS)
def test_every_test_that_is_named_exists_and_tests_something(path: str) -> None:
    assert re.search(r"^(?:    )?def test_", (BASE / path).read_text("utf-8"), re.MULTILINE)


def test_what_is_called_kept_has_a_file_of_its_own() -> None:
    kept = [row for row in ROWS if row in KEPT]

    assert kept
    for row in kept:
        assert f"`tests/promises/test_{number(row):02d}_" in row


def test_every_promise_file_is_on_the_page() -> None:
    files = {f"tests/promises/{file.name}" for file in (BASE / "tests" / "promises").glob("test_[0-9]*.py")}

    assert files <= set(PATHS)
