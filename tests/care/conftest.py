"""Fixtures of the care room."""

import pytest

from tests.factories.care import CareTown, a_care_town


@pytest.fixture
def care(db: None) -> CareTown:
    return a_care_town()
