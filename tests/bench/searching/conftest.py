"""A directory small enough for every test."""

import pytest

from bench.searching.made import Directory, directory
from bench.searching.plain import Plain


@pytest.fixture(scope="session")
def thousand() -> Directory:
    return directory(1_000)


@pytest.fixture(scope="session")
def plain(thousand: Directory) -> Plain:
    return Plain(thousand)
