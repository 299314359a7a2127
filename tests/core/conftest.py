"""A clean list of what tests' own tasks did."""

from collections.abc import Iterator

import pytest

from tests.factories import core_tasks


@pytest.fixture
def done() -> Iterator[list[str]]:
    """What the tests' tasks and listeners did."""
    core_tasks.DONE.clear()
    yield core_tasks.DONE
    core_tasks.DONE.clear()
